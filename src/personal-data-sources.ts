import type { Deps } from './deps.ts';
import {
  ownAcknowledgementsSource,
  ownTemplatesSource,
} from './features/announcements/own-acknowledgements.ts';
import { ownAnnouncementsSource } from './features/announcements/own-announcements.ts';
import { ownDeliveriesSource } from './features/announcements/own-deliveries.ts';
import { ownBroadcastsSource } from './features/broadcasts/own-broadcasts.ts';
import { ownOpenQuestionsSource } from './features/demand/own-open-questions.ts';
import { ownGivenAnswersSource } from './features/feedback/own-given-answers.ts';
import { ownModelTurnsSource } from './features/model-use/own-model-turns.ts';
import { ownFollowsSource, ownKeptQuestionsSource } from './features/follows/own-follows.ts';
import { ownMeetingsSource, ownRsvpsSource } from './features/meetings/own-meetings.ts';
import { ownCafeWishesSource } from './features/meetings/world-cafe/own-cafe-wishes.ts';
import { ownInquiriesSource, ownInquiryAnswersSource } from './features/inquiries/own-inquiries.ts';
import { lastQuestionsSource, profileSource, userGroupsSource } from './features/members/own-data.ts';
import { ownPlaceSource } from './features/reach/own-place.ts';
import { ownDraftsSource } from './features/registration/own-drafts.ts';
import { ownSubmissionsSource } from './features/review/own-submissions.ts';
import { ownSubscriptionSource } from './features/subscriptions/own-subscription.ts';
import {
  ownParticipationsSource,
  ownTopicCommentsSource,
  ownTopicInvitationsSource,
  ownTopicRequestsSource,
} from './features/topics/own-topics.ts';
import { ownUseCasesSource } from './features/use-cases/own-use-cases.ts';
import type { PersonalDataSource } from './features/members/personal-data.ts';

/** Everything that is kept about people, in the order in which it is told and erased. */
export function listPersonalDataSources(deps: Omit<Deps, 'personalData'>): readonly PersonalDataSource[] {
  return [
    profileSource(deps),
    lastQuestionsSource(deps),
    userGroupsSource(deps),
    ownPlaceSource(deps),
    ownAnnouncementsSource(deps),
    ownTemplatesSource(deps),
    ownAcknowledgementsSource(deps),
    ownInquiriesSource(deps),
    ownInquiryAnswersSource(deps),
    ownFollowsSource(deps),
    ownKeptQuestionsSource(deps),
    ownOpenQuestionsSource(deps),
    ownModelTurnsSource(deps),
    ownGivenAnswersSource(deps),
    ownTopicRequestsSource(deps),
    ownParticipationsSource(deps),
    ownTopicCommentsSource(deps),
    ownTopicInvitationsSource(deps),
    ownRsvpsSource(deps),
    ownCafeWishesSource(deps),
    ownMeetingsSource(deps),
    ownBroadcastsSource(deps),
    ownDeliveriesSource(deps),
    ownDraftsSource(deps),
    ownSubmissionsSource(deps),
    ownSubscriptionSource(deps),
    ownUseCasesSource(deps),
  ];
}
