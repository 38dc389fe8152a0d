import type { ChatDeps } from './chat/chat-deps.ts';
import { drawReport } from './chat/announcement-report-view.ts';
import { composeDigest } from './chat/compose-digest.ts';
import { composeMessage } from './chat/compose-message.ts';
import { drawSharedTopicList } from './chat/topic-list-view.ts';
import { handleTurn } from './chat/turn.ts';
import type { Config } from './config.ts';
import { hourMs, secondMs } from './domain/instant.ts';
import type { SharedTopicList } from './domain/shared-topic-list.ts';
import type { ComposeMessage } from './features/broadcasts/deliver.ts';
import { Pace } from './features/broadcasts/pace.ts';
import { usedModels } from './features/ask/used-models.ts';
import { restoreSearchIndex } from './features/ask/restore-search-index.ts';
import { isAllowedTenant } from './features/members/identify-asker.ts';
import { fillStore } from './first-start.ts';
import { createCafeFiles } from './http/cafe-files.ts';
import { createCalendarFiles } from './http/calendar-files.ts';
import { createAnnouncementFiles } from './http/files.ts';
import { createPages } from './http/pages.ts';
import { createParticipantFiles } from './http/participants-files.ts';
import { createHttpServer } from './http/server.ts';
import { embedUseCases } from './jobs/embed-use-cases.ts';
import { followTopics } from './jobs/follow-topics.ts';
import { followUseCases } from './jobs/follow-use-cases.ts';
import { showOwnAnswers } from './jobs/meetings/show-own-answers.ts';
import { runOutbox } from './jobs/outbox/outbox.ts';
import { outboxSettings } from './jobs/outbox/settings.ts';
import type { OutboxSettings } from './jobs/outbox/settings.ts';
import { startRegularJobs } from './jobs/regular-jobs.ts';
import { reloadOperatorData } from './jobs/reload-operator-data.ts';
import { repeat } from './jobs/repeat.ts';
import { saveSearchIndex } from './jobs/save-search-index.ts';
import { showProgress } from './jobs/show-progress.ts';
import { showTopicLists } from './jobs/show-topic-lists.ts';
import { tellOfChanges } from './jobs/tell-of-changes.ts';
import type { Messenger } from './ports/messenger.ts';
import { systemTimer } from './system/timer.ts';
import { createTeamsFront } from './teams/front.ts';
import { createMessenger } from './teams/messenger.ts';
import { technologyLabels } from './texts/labels.ts';
import { createWorkbench } from './workbench.ts';
import type { Parts } from './workbench.ts';

export interface AppParts extends Parts {
  readonly openIdMetadataUrl?: string;
  readonly messenger?: Messenger;
  readonly outbox?: Partial<OutboxSettings>;
}

export interface App {
  readonly deps: ChatDeps;
  /** Opens the store, fills it at the first start, builds the index and listens. */
  start(): Promise<{ readonly host: string; readonly port: number }>;
  /** Takes nothing new, finishes what runs, at most 18 s, and closes. */
  stop(): Promise<void>;
}

const drainMs = 10 * secondMs;
const closeMs = 5 * secondMs;
const reloadEveryMs = 10 * secondMs;
/**
 * Whoever gets no answer for so long counts as unclear. Teams mostly answers within one second; a longer patience would hold up the others,
 * as at most `mostInFlight` are under way: with 3 % of the answers lost, 12 s would let 36 messages a second through, and 4 s lets 45.
 */
const sendMs = 4 * secondMs;
/** Teams repeats an activity within about a minute; an hour is on the safe side. */
const claimMs = hourMs;

/** The whole bot: the workbench, the front, and the jobs between them. */
export function createApp(config: Config, parts: AppParts = {}): App {
  const workbench = createWorkbench(config, parts);
  const { deps, folder, imports, indexFile } = workbench;
  const { clock, logger } = deps;
  const { timer = systemTimer } = parts;
  const front = createTeamsFront({
    config,
    logger,
    clock,
    timer,
    handleTurn: (incoming) => handleTurn(deps, incoming),
    serviceHosts: () => deps.operator.current().serviceHosts,
    claimTurn: async (conversation, activityId, tenant) =>
      !isAllowedTenant(deps.rules, tenant) ||
      deps.claims.claim(conversation, activityId, clock.now() + claimMs),
    ...(parts.openIdMetadataUrl !== undefined && { openIdMetadataUrl: parts.openIdMetadataUrl }),
  });
  const { isServiceAllowed } = deps;
  const messenger = parts.messenger ?? createMessenger({ config, logger, isServiceAllowed, callMs: sendMs });
  const compose: ComposeMessage = (subjects, recipient, how) => {
    const [subject] = subjects;
    return subjects.length > 1 || subject === undefined
      ? composeDigest(deps, subjects, recipient, how)
      : composeMessage(deps, { subject, recipient, ...how });
  };
  const settings: OutboxSettings = { ...outboxSettings, ...parts.outbox };
  const outboxDeps = { ...deps, timer, messenger, compose, pace: new Pace({ clock, timer }) };
  let isReady = false;
  const server = createHttpServer({
    config,
    logger,
    receive: (authorization, activity) => front.receive(authorization, activity),
    pages: createPages(config.questionRetentionDays, usedModels(deps)),
    files: {
      announcements: createAnnouncementFiles(deps),
      cafe: createCafeFiles(deps),
      participants: createParticipantFiles(deps),
      ...createCalendarFiles(deps),
    },
    ready: () => isReady,
  });
  const jobs: { stop(): Promise<void> }[] = [];
  let saving: { stop(): Promise<void> } | undefined;

  return {
    deps,
    async start() {
      await workbench.open();
      await fillStore(deps, imports, { withExamples: config.demoData });
      const savedRevision = indexFile && (await restoreSearchIndex(deps, indexFile));
      jobs.push(await followUseCases(deps));
      jobs.push(embedUseCases(deps, { timer, technologyWords: technologyLabels }));
      jobs.push(await followTopics(deps));
      jobs.push(repeat(reloadEveryMs, () => reloadOperatorData(deps, folder), logger));
      jobs.push(...startRegularJobs(deps, settings));
      jobs.push(tellOfChanges(deps));
      jobs.push(runOutbox(outboxDeps, settings));
      jobs.push(showProgress(deps, { messenger, timer, drawReport: (id) => drawReport(deps, id) }));
      const drawList = (list: SharedTopicList['list']) => drawSharedTopicList(deps, list);
      jobs.push(showTopicLists(deps, { messenger, timer, drawList }));
      jobs.push(showOwnAnswers(deps, { messenger, timer, compose }));
      const address = await server.listen();
      isReady = true;
      const { size: useCases, revision: analysed } = deps.catalogue;
      logger.info('app.started', { ...address, mode: config.mode, useCases, analysed });
      saving = indexFile && saveSearchIndex(deps, indexFile, savedRevision);
      return address;
    },
    async stop() {
      isReady = false;
      // The timers that the jobs wait for keep no program alive.
      const alive = setInterval(() => undefined, secondMs);
      // What is being sent has up to `sendMs`, beside the turns and connections.
      const stopping = Promise.all(jobs.map((job) => job.stop()));
      await front.drain(drainMs);
      await server.close(closeMs);
      await stopping;
      await saving?.stop();
      await workbench.close();
      clearInterval(alive);
      logger.info('app.stopped');
    },
  };
}
