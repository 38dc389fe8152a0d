import type { ChatDeps } from './chat/chat-deps.ts';
import type { Config } from './config.ts';
import { exampleCommunes } from './demo/example-communes.ts';
import { useCaseFields, UseCaseCatalogue } from './features/ask/use-case-catalogue.ts';
import type { CreateEngine } from './features/ask/use-case-catalogue.ts';
import { lastQuestionsSource, profileSource, userGroupsSource } from './features/members/own-data.ts';
import {
  ownAcknowledgementsSource,
  ownTemplatesSource,
} from './features/announcements/own-acknowledgements.ts';
import { ownAnnouncementsSource } from './features/announcements/own-announcements.ts';
import { ownDeliveriesSource } from './features/announcements/own-deliveries.ts';
import { ownInquiriesSource, ownInquiryAnswersSource } from './features/inquiries/own-inquiries.ts';
import { ownBroadcastsSource } from './features/broadcasts/own-broadcasts.ts';
import { ownFollowsSource, ownKeptQuestionsSource } from './features/follows/own-follows.ts';
import { ownPlaceSource } from './features/reach/own-place.ts';
import { ownOpenQuestionsSource } from './features/demand/own-open-questions.ts';
import { ownSubmissionsSource } from './features/review/own-submissions.ts';
import { ownSubscriptionSource } from './features/subscriptions/own-subscription.ts';
import { ownUseCasesSource } from './features/use-cases/own-use-cases.ts';
import { ownDraftsSource } from './features/registration/own-drafts.ts';
import {
  ownParticipationsSource,
  ownTopicCommentsSource,
  ownTopicInvitationsSource,
  ownTopicRequestsSource,
} from './features/topics/own-topics.ts';
import { TopicCatalogue } from './features/topics/topic-catalogue.ts';
import type { Clock } from './ports/clock.ts';
import type { DocumentStore } from './ports/document-store.ts';
import type { Ids } from './ports/ids.ts';
import type { IndexFile } from './ports/index-file.ts';
import type { Logger } from './ports/logger.ts';
import { createSearchEngine } from './search/create-search-engine.ts';
import { loadSearchEngine } from './search/saved/load-search-engine.ts';
import { createMemoryStore } from './store/adapters/memory.ts';
import { createSearchIndexFile } from './store/adapters/search-index-file.ts';
import { createSqliteStore } from './store/adapters/sqlite.ts';
import { allCollections } from './store/all-collections.ts';
import { Acknowledgements } from './store/acknowledgements.ts';
import { AnnouncementTemplates } from './store/announcement-templates.ts';
import { Announcements } from './store/announcements.ts';
import { Broadcasts } from './store/broadcasts.ts';
import { Claims } from './store/claims.ts';
import { Deliveries } from './store/deliveries.ts';
import { Dialogues } from './store/dialogues.ts';
import { FeedCursors } from './store/feed-cursors.ts';
import { Follows } from './store/follows.ts';
import { Imports } from './store/imports.ts';
import { Inquiries } from './store/inquiries.ts';
import { KeptQuestions } from './store/kept-questions.ts';
import { Leases } from './store/leases.ts';
import { Members } from './store/members.ts';
import { Memberships } from './store/memberships.ts';
import { OpenQuestions } from './store/open-questions.ts';
import { References } from './store/references.ts';
import { ReportLinks } from './store/report-links.ts';
import { SharedTopicLists } from './store/shared-topic-lists.ts';
import { Submissions } from './store/submissions.ts';
import { Subscriptions } from './store/subscriptions.ts';
import { TopicRequests } from './store/topic-requests.ts';
import { OperatorFolder } from './store/operator/operator-folder.ts';
import { withExamples } from './store/operator/with-examples.ts';
import { UseCaseDrafts } from './store/use-case-drafts.ts';
import { UseCases } from './store/use-cases.ts';
import { UserGroupChannels } from './store/user-group-channels.ts';
import { UserGroups } from './store/user-groups.ts';
import { VoteReservations } from './store/vote-reservations.ts';
import { systemClock } from './system/clock.ts';
import { hashSources } from './system/hash-sources.ts';
import { randomIds } from './system/ids.ts';
import { createLogger } from './system/logger.ts';
import { isAllowedServiceUrl } from './teams/service-url.ts';
import { technologyLabels } from './texts/labels.ts';

/** What a test may put in the place of the real thing. */
export interface Parts {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly logger?: Logger;
  /** Shared by several instances of the app in one process; whoever made it closes it. */
  readonly store?: DocumentStore;
}

/** Everything but the front: what features need, for the bot and for commands alike. */
export interface Workbench {
  readonly deps: ChatDeps;
  readonly imports: Imports;
  readonly folder: OperatorFolder;
  /** Beside the file of the store, while that is open; a store in memory, or one that is shared, has none. */
  readonly indexFile?: IndexFile;
  /** Opens the store; before that nothing may be read or written. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Wires stores, operator data and search as the configuration says. Throws `OperatorDataError`. */
export function createWorkbench(config: Config, parts: Parts = {}): Workbench {
  const { clock = systemClock, ids = randomIds, logger = createLogger(config.logLevel) } = parts;
  const store = parts.store ?? createStore(config, clock, logger);
  const folder = new OperatorFolder(config.operatorData);
  const operator = config.demoData ? withExamples(folder, exampleCommunes) : folder;
  const members = new Members(store);
  const dialogues = new Dialogues(store);
  const userGroups = new UserGroups(store);
  const announcements = new Announcements(store);
  const announcementTemplates = new AnnouncementTemplates(store);
  const acknowledgements = new Acknowledgements(store);
  const broadcasts = new Broadcasts(store);
  const deliveries = new Deliveries(store);
  const memberships = new Memberships(store);
  const submissions = new Submissions(store);
  const subscriptions = new Subscriptions(store);
  const userGroupChannels = new UserGroupChannels(store);
  const inquiries = new Inquiries(store);
  const inquiring = { broadcasts, clock, inquiries, logger, userGroupChannels };
  const useCases = new UseCases(store);
  const useCaseDrafts = new UseCaseDrafts(store);
  const follows = new Follows(store);
  const keptQuestions = new KeptQuestions(store);
  const topicRequests = new TopicRequests(store);
  const voteReservations = new VoteReservations(store);
  const createEngine = engineMaker();
  const openQuestions = new OpenQuestions(store);
  const topicCatalogue = new TopicCatalogue(createEngine, operator.current().synonyms);
  const takingPart = { topicCatalogue, topicRequests, voteReservations };
  const reach = {
    clock,
    references: new References(store),
    isServiceAllowed: (serviceUrl: string) =>
      isAllowedServiceUrl(serviceUrl, config.mode, operator.current().serviceHosts),
  };
  const deps: ChatDeps = {
    ...reach,
    ids,
    logger,
    operator,
    members,
    dialogues,
    claims: new Claims(store),
    useCases,
    useCaseDrafts,
    openQuestions,
    userGroups,
    memberships,
    submissions,
    subscriptions,
    userGroupChannels,
    inquiries,
    topicRequests,
    voteReservations,
    sharedTopicLists: new SharedTopicLists(store),
    topicCatalogue,
    announcements,
    announcementTemplates,
    acknowledgements,
    reportLinks: new ReportLinks(store),
    broadcasts,
    deliveries,
    leases: new Leases(store),
    follows,
    keptQuestions,
    feedCursors: new FeedCursors(store),
    createEngine,
    catalogue: new UseCaseCatalogue(createEngine, operator.current().synonyms, technologyLabels),
    purge: () => store.purgeExpired(),
    personalData: [
      profileSource(members),
      lastQuestionsSource(dialogues),
      userGroupsSource(userGroups, memberships),
      ownPlaceSource(reach),
      ownAnnouncementsSource({ announcements, broadcasts, clock }),
      ownTemplatesSource({ announcementTemplates }),
      ownAcknowledgementsSource({ acknowledgements, announcements }),
      ownInquiriesSource(inquiring),
      ownInquiryAnswersSource(inquiring),
      ownFollowsSource({ follows, useCases }),
      ownKeptQuestionsSource({ keptQuestions }),
      ownOpenQuestionsSource({ openQuestions }),
      ownTopicRequestsSource(takingPart),
      ownParticipationsSource(takingPart),
      ownTopicCommentsSource(takingPart),
      ownTopicInvitationsSource(takingPart),
      ownBroadcastsSource({ broadcasts, clock }),
      ownDeliveriesSource({ announcements, broadcasts, deliveries, ids }),
      ownDraftsSource({ useCaseDrafts }),
      ownSubmissionsSource({ submissions, broadcasts, clock }),
      ownSubscriptionSource(subscriptions),
      ownUseCasesSource({ useCases }),
    ],
    rules: {
      organisers: new Set(config.organisers),
      allowedTenants: new Set(config.allowedTenants),
      questionRetentionDays: config.questionRetentionDays,
      confirmAbove: config.confirmAbove,
      review: config.review,
      freshnessDays: config.freshnessDays,
      interestFrom: config.interestFrom,
      quietHours: config.quietHours === 'off' ? 'none' : config.quietHours,
    },
    dialogs: config.mode === 'teams',
    publicUrl: config.publicUrl,
    ...(config.mode === 'teams' && { privacyUrl: new URL('/datenschutz', config.publicUrl).href }),
  };
  return {
    deps,
    imports: new Imports(store),
    folder,
    ...(config.store === 'sqlite' &&
      parts.store === undefined && {
        indexFile: createSearchIndexFile(`${config.sqlitePath}.search-index`),
      }),
    open: () => store.open(allCollections),
    async close() {
      if (parts.store === undefined) {
        await store.close();
      }
    },
  };
}

function engineMaker(): CreateEngine {
  const codeVersion = hashSources(new URL('search/', import.meta.url));
  return (synonyms, saved) => {
    const settings = { fields: { ...useCaseFields }, synonyms, codeVersion };
    const loaded = saved && loadSearchEngine(settings, saved);
    return loaded ?? createSearchEngine(settings);
  };
}

function createStore(config: Config, clock: Clock, logger: Logger): DocumentStore {
  switch (config.store) {
    case 'memory':
      return createMemoryStore(clock);
    case 'sqlite':
      return createSqliteStore({ path: config.sqlitePath, clock, logger });
  }
}
