import { Acknowledgements } from './store/acknowledgements.ts';
import { AnnouncementTemplates } from './store/announcement-templates.ts';
import { Announcements } from './store/announcements.ts';
import { AnswerFeedbacks } from './store/answer-feedback.ts';
import { Broadcasts } from './store/broadcasts.ts';
import { CalendarFeeds } from './store/calendar-feeds.ts';
import { Claims } from './store/claims.ts';
import { Deliveries } from './store/deliveries.ts';
import { Dialogues } from './store/dialogues.ts';
import { Embeddings } from './store/embeddings.ts';
import { FeedCursors } from './store/feed-cursors.ts';
import { Follows } from './store/follows.ts';
import { GivenAnswers } from './store/given-answers.ts';
import { Inquiries } from './store/inquiries.ts';
import { KeptQuestions } from './store/kept-questions.ts';
import { Leases } from './store/leases.ts';
import { Meetings } from './store/meetings/meetings.ts';
import { Members } from './store/members.ts';
import { Memberships } from './store/memberships.ts';
import { ModelTurns } from './store/model-turns.ts';
import { ModelUseDays } from './store/model-use-days.ts';
import { OpenQuestions } from './store/open-questions.ts';
import { References } from './store/references.ts';
import { ReportLinks } from './store/report-links.ts';
import { SharedTopicLists } from './store/shared-topic-lists.ts';
import { Submissions } from './store/submissions.ts';
import { Subscriptions } from './store/subscriptions.ts';
import { TopicRequests } from './store/topic-requests.ts';
import { UseCaseDrafts } from './store/use-case-drafts.ts';
import { UseCases } from './store/use-cases.ts';
import { UserGroupChannels } from './store/user-group-channels.ts';
import { UserGroups } from './store/user-groups.ts';
import { VoteReservations } from './store/vote-reservations.ts';
import { WorldCafes } from './store/meetings/world-cafes.ts';
import type { DocumentStore } from './ports/document-store.ts';

/** One of each noun that is remembered, all in the same store. */
export function createStores(store: DocumentStore) {
  return {
    acknowledgements: new Acknowledgements(store),
    announcementTemplates: new AnnouncementTemplates(store),
    announcements: new Announcements(store),
    answerFeedback: new AnswerFeedbacks(store),
    broadcasts: new Broadcasts(store),
    calendarFeeds: new CalendarFeeds(store),
    claims: new Claims(store),
    deliveries: new Deliveries(store),
    dialogues: new Dialogues(store),
    embeddings: new Embeddings(store),
    feedCursors: new FeedCursors(store),
    follows: new Follows(store),
    givenAnswers: new GivenAnswers(store),
    inquiries: new Inquiries(store),
    keptQuestions: new KeptQuestions(store),
    leases: new Leases(store),
    meetings: new Meetings(store),
    members: new Members(store),
    memberships: new Memberships(store),
    modelTurns: new ModelTurns(store),
    modelUseDays: new ModelUseDays(store),
    openQuestions: new OpenQuestions(store),
    references: new References(store),
    reportLinks: new ReportLinks(store),
    sharedTopicLists: new SharedTopicLists(store),
    submissions: new Submissions(store),
    subscriptions: new Subscriptions(store),
    topicRequests: new TopicRequests(store),
    useCaseDrafts: new UseCaseDrafts(store),
    useCases: new UseCases(store),
    userGroupChannels: new UserGroupChannels(store),
    userGroups: new UserGroups(store),
    voteReservations: new VoteReservations(store),
    worldCafes: new WorldCafes(store),
  };
}
