import type { ChatDeps } from './chat/chat-deps.ts';
import { handleTurn } from './chat/turn.ts';
import type { Config } from './config.ts';
import { hourMs, minuteMs, secondMs } from './domain/instant.ts';
import { restoreSearchIndex } from './features/ask/restore-search-index.ts';
import { isAllowedTenant } from './features/members/identify-asker.ts';
import { fillStore } from './first-start.ts';
import { createPages } from './http/pages.ts';
import { createHttpServer } from './http/server.ts';
import { followUseCases } from './jobs/follow-use-cases.ts';
import { purgeExpired } from './jobs/purge-expired.ts';
import { reloadOperatorData } from './jobs/reload-operator-data.ts';
import { repeat } from './jobs/repeat.ts';
import { saveSearchIndex } from './jobs/save-search-index.ts';
import { createTeamsFront } from './teams/front.ts';
import { createWorkbench } from './workbench.ts';
import type { Parts } from './workbench.ts';

export interface AppParts extends Parts {
  readonly openIdMetadataUrl?: string;
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
const purgeEveryMs = 15 * minuteMs;
/** Teams repeats an activity within about a minute; an hour is on the safe side. */
const claimMs = hourMs;

/** The whole bot: the workbench, the front, and the jobs between them. */
export function createApp(config: Config, parts: AppParts = {}): App {
  const workbench = createWorkbench(config, parts);
  const { deps, folder, imports, indexFile } = workbench;
  const { clock, logger } = deps;
  const front = createTeamsFront({
    config,
    logger,
    clock,
    handleTurn: (incoming) => handleTurn(deps, incoming),
    serviceHosts: () => deps.operator.current().serviceHosts,
    claimTurn: async (conversation, activityId, tenant) =>
      !isAllowedTenant(deps.rules, tenant) ||
      deps.claims.claim(conversation, activityId, clock.now() + claimMs),
    ...(parts.openIdMetadataUrl !== undefined && { openIdMetadataUrl: parts.openIdMetadataUrl }),
  });
  let isReady = false;
  const server = createHttpServer({
    config,
    logger,
    receive: (authorization, activity) => front.receive(authorization, activity),
    pages: createPages(config.questionRetentionDays),
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
      jobs.push(repeat(reloadEveryMs, () => reloadOperatorData(deps, folder), logger));
      jobs.push(repeat(purgeEveryMs, () => purgeExpired(deps), logger));
      const address = await server.listen();
      isReady = true;
      const { size: useCases, revision: analysed } = deps.catalogue;
      logger.info('app.started', { ...address, mode: config.mode, useCases, analysed });
      saving = indexFile && saveSearchIndex(deps, indexFile, savedRevision);
      return address;
    },
    async stop() {
      isReady = false;
      await front.drain(drainMs);
      await server.close(closeMs);
      await Promise.all(jobs.map((job) => job.stop()));
      await saving?.stop();
      await workbench.close();
      logger.info('app.stopped');
    },
  };
}
