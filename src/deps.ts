import type { CreateEngine, UseCaseCatalogue } from './features/ask/use-case-catalogue.ts';
import type { UseCaseVectors } from './features/ask/use-case-vectors.ts';
import type { TopicCatalogue } from './features/topics/topic-catalogue.ts';
import type { PersonalDataSource } from './features/members/personal-data.ts';
import type { ModelLimits } from './domain/model-use.ts';
import type { QuietHours } from './domain/quiet-hours.ts';
import type { Clock } from './ports/clock.ts';
import type { Ids } from './ports/ids.ts';
import type { EmbeddingModel, LanguageModel } from './ports/language-model.ts';
import type { Logger } from './ports/logger.ts';
import type { OperatorData } from './ports/operator-data.ts';
import type { PictureRenderer } from './ports/picture-renderer.ts';
import type { Acknowledgements } from './store/acknowledgements.ts';
import type { AnnouncementTemplates } from './store/announcement-templates.ts';
import type { Announcements } from './store/announcements.ts';
import type { AnswerFeedbacks } from './store/answer-feedback.ts';
import type { Broadcasts } from './store/broadcasts.ts';
import type { CalendarFeeds } from './store/calendar-feeds.ts';
import type { Claims } from './store/claims.ts';
import type { Deliveries } from './store/deliveries.ts';
import type { Dialogues } from './store/dialogues.ts';
import type { Embeddings } from './store/embeddings.ts';
import type { FeedCursors } from './store/feed-cursors.ts';
import type { Follows } from './store/follows.ts';
import type { GivenAnswers } from './store/given-answers.ts';
import type { KeptQuestions } from './store/kept-questions.ts';
import type { Inquiries } from './store/inquiries.ts';
import type { Leases } from './store/leases.ts';
import type { Meetings } from './store/meetings/meetings.ts';
import type { Members } from './store/members.ts';
import type { Memberships } from './store/memberships.ts';
import type { ModelTurns } from './store/model-turns.ts';
import type { ModelUseDays } from './store/model-use-days.ts';
import type { OpenQuestions } from './store/open-questions.ts';
import type { References } from './store/references.ts';
import type { ReportLinks } from './store/report-links.ts';
import type { SharedTopicLists } from './store/shared-topic-lists.ts';
import type { Submissions } from './store/submissions.ts';
import type { Subscriptions } from './store/subscriptions.ts';
import type { TopicRequests } from './store/topic-requests.ts';
import type { UseCaseDrafts } from './store/use-case-drafts.ts';
import type { UseCases } from './store/use-cases.ts';
import type { UserGroupChannels } from './store/user-group-channels.ts';
import type { UserGroups } from './store/user-groups.ts';
import type { VoteReservations } from './store/vote-reservations.ts';
import type { WorldCafes } from './store/meetings/world-cafes.ts';

/** Settings that change what features decide. */
export interface Rules {
  /** Entra object ids, lower case. */
  readonly organisers: ReadonlySet<string>;
  /** Empty: every tenant may ask. */
  readonly allowedTenants: ReadonlySet<string>;
  readonly questionRetentionDays: number;
  /** An announcement to more recipients than this needs a second organiser. */
  readonly confirmAbove: number;
  /** Whether organisers look at what members enter before it is published. */
  readonly review: boolean;
  /** Days after which a use case's contact is asked whether it is still true. */
  readonly freshnessDays: number;
  /** As many communes that want to do the same together are told to the organisers. */
  readonly interestFrom: number;
  /** Of members who chose none themselves. */
  readonly quietHours: QuietHours;
  readonly models: ModelLimits;
}

/** Everything a feature may ask for; each takes only what it uses. */
export interface Deps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  readonly rules: Rules;
  readonly operator: OperatorData;
  readonly pictures: PictureRenderer;
  /** Absent: there is none, and nothing is missing. */
  readonly languageModel?: LanguageModel;
  readonly embeddingModel?: EmbeddingModel;
  readonly embeddings: Embeddings;
  readonly useCaseVectors: UseCaseVectors;
  readonly catalogue: UseCaseCatalogue;
  readonly createEngine: CreateEngine;
  readonly useCases: UseCases;
  readonly useCaseDrafts: UseCaseDrafts;
  readonly calendarFeeds: CalendarFeeds;
  readonly claims: Claims;
  readonly meetings: Meetings;
  readonly members: Members;
  readonly dialogues: Dialogues;
  readonly openQuestions: OpenQuestions;
  readonly modelTurns: ModelTurns;
  readonly modelUseDays: ModelUseDays;
  readonly givenAnswers: GivenAnswers;
  readonly answerFeedback: AnswerFeedbacks;
  readonly userGroups: UserGroups;
  readonly userGroupChannels: UserGroupChannels;
  readonly memberships: Memberships;
  readonly submissions: Submissions;
  readonly subscriptions: Subscriptions;
  readonly follows: Follows;
  readonly keptQuestions: KeptQuestions;
  readonly feedCursors: FeedCursors;
  readonly inquiries: Inquiries;
  readonly topicRequests: TopicRequests;
  readonly topicCatalogue: TopicCatalogue;
  readonly voteReservations: VoteReservations;
  readonly worldCafes: WorldCafes;
  readonly sharedTopicLists: SharedTopicLists;
  readonly references: References;
  readonly announcements: Announcements;
  readonly announcementTemplates: AnnouncementTemplates;
  readonly acknowledgements: Acknowledgements;
  readonly reportLinks: ReportLinks;
  readonly broadcasts: Broadcasts;
  readonly deliveries: Deliveries;
  readonly leases: Leases;
  /** Whether the bot's token may go to this service URL at this moment. */
  readonly isServiceAllowed: (serviceUrl: string) => boolean;
  readonly personalData: readonly PersonalDataSource[];
  /** Removes erased and expired content from the store's bytes as well. */
  readonly purge: () => Promise<number>;
}
