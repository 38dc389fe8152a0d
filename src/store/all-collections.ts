import type { Collection } from '../ports/document-store.ts';
import { acknowledgementCollection } from './acknowledgements.ts';
import { announcementTemplateCollection } from './announcement-templates.ts';
import { announcementCollection } from './announcements.ts';
import { answerFeedbackCollection } from './answer-feedback.ts';
import { broadcastCollection } from './broadcasts.ts';
import { calendarFeedCollection } from './calendar-feeds.ts';
import { claimCollection } from './claims.ts';
import { deliveryCollection } from './deliveries.ts';
import { dialogueCollection } from './dialogues.ts';
import { embeddingCollection } from './embeddings.ts';
import { feedCursorCollection } from './feed-cursors.ts';
import { followCollection } from './follows.ts';
import { givenAnswerCollection } from './given-answers.ts';
import { importMarkCollection } from './import-marks.ts';
import { importCollection } from './imports.ts';
import { inquiryCollection } from './inquiries.ts';
import { keptQuestionCollection } from './kept-questions.ts';
import { leaseCollection } from './leases.ts';
import { meetingCollection } from './meetings/meetings.ts';
import { memberCollection } from './members.ts';
import { membershipCollection } from './memberships.ts';
import { modelTurnCollection } from './model-turns.ts';
import { modelUseDayCollection } from './model-use-days.ts';
import { openQuestionCollection } from './open-questions.ts';
import { referenceCollection } from './references.ts';
import { reportLinkCollection } from './report-links.ts';
import { sharedTopicListCollection } from './shared-topic-lists.ts';
import { submissionCollection } from './submissions.ts';
import { subscriptionCollection } from './subscriptions.ts';
import { topicRequestCollection } from './topic-requests.ts';
import { useCaseDraftCollection } from './use-case-drafts.ts';
import { useCaseCollection } from './use-cases.ts';
import { userGroupChannelCollection } from './user-group-channels.ts';
import { userGroupCollection } from './user-groups.ts';
import { voteReservationCollection } from './vote-reservations.ts';
import { worldCafeCollection } from './meetings/world-cafes.ts';

/** Every collection of the product; opened together. */
export const allCollections: readonly Collection[] = [
  acknowledgementCollection,
  announcementCollection,
  announcementTemplateCollection,
  answerFeedbackCollection,
  broadcastCollection,
  calendarFeedCollection,
  claimCollection,
  deliveryCollection,
  dialogueCollection,
  embeddingCollection,
  feedCursorCollection,
  followCollection,
  givenAnswerCollection,
  importCollection,
  importMarkCollection,
  inquiryCollection,
  keptQuestionCollection,
  leaseCollection,
  meetingCollection,
  memberCollection,
  membershipCollection,
  modelTurnCollection,
  modelUseDayCollection,
  openQuestionCollection,
  referenceCollection,
  reportLinkCollection,
  sharedTopicListCollection,
  submissionCollection,
  subscriptionCollection,
  topicRequestCollection,
  useCaseCollection,
  useCaseDraftCollection,
  userGroupChannelCollection,
  userGroupCollection,
  voteReservationCollection,
  worldCafeCollection,
];
