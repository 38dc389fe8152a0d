import { readFile } from 'node:fs/promises';
import type { ChatDeps } from './chat/chat-deps.ts';
import { handleTurn } from './chat/turn.ts';
import type { Config } from './config.ts';
import { exampleCommunes } from './demo/example-communes.ts';
import { exampleUseCases } from './demo/example-use-cases.ts';
import { hourMs, minuteMs, secondMs } from './domain/instant.ts';
import { useCaseFields, UseCaseCatalogue } from './features/ask/use-case-catalogue.ts';
import { finishImports } from './features/exchange/apply-import.ts';
import { importUseCases } from './features/exchange/import-use-cases.ts';
import { isAllowedTenant } from './features/members/identify-asker.ts';
import { lastQuestionsSource, profileSource } from './features/members/own-data.ts';
import { createPages } from './http/pages.ts';
import { createHttpServer } from './http/server.ts';
import { followUseCases } from './jobs/follow-use-cases.ts';
import { purgeExpired } from './jobs/purge-expired.ts';
import { repeat } from './jobs/repeat.ts';
import type { Clock } from './ports/clock.ts';
import type { DocumentStore } from './ports/document-store.ts';
import type { Ids } from './ports/ids.ts';
import type { Logger } from './ports/logger.ts';
import { createSearchEngine } from './search/create-search-engine.ts';
import { createMemoryStore } from './store/adapters/memory.ts';
import { createSqliteStore } from './store/adapters/sqlite.ts';
import { allCollections } from './store/all-collections.ts';
import { Claims } from './store/claims.ts';
import { Dialogues } from './store/dialogues.ts';
import { Imports } from './store/imports.ts';
import { Members } from './store/members.ts';
import { OpenQuestions } from './store/open-questions.ts';
import { OperatorFolder } from './store/operator/operator-folder.ts';
import { withExamples } from './store/operator/with-examples.ts';
import { useCaseDocument } from './store/use-case-document.ts';
import { UseCases } from './store/use-cases.ts';
import { systemClock } from './system/clock.ts';
import { randomIds } from './system/ids.ts';
import { createLogger } from './system/logger.ts';
import { createTeamsFront } from './teams/front.ts';
import { importLabels, technologyLabels } from './texts/labels.ts';

/** What a test may put in the place of the real thing. */
export interface AppParts {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly logger?: Logger;
  /** Shared by several instances of the app in one process; whoever made it closes it. */
  readonly store?: DocumentStore;
  readonly openIdMetadataUrl?: string;
}

export interface App {
  readonly deps: ChatDeps;
  /** Opens the store, fills it at the first start, builds the index and listens. */
  start(): Promise<{ readonly host: string; readonly port: number }>;
  /** Takes nothing new, finishes what runs, at most 15 s, and closes. */
  stop(): Promise<void>;
}

const drainMs = 10 * secondMs;
const closeMs = 5 * secondMs;
/** Teams repeats an activity within about a minute; an hour is on the safe side. */
const claimMs = hourMs;

/** Wires the adapters that the configuration asks for; the only place that knows them all. */
export function createApp(config: Config, parts: AppParts = {}): App {
  const { clock = systemClock, ids = randomIds, logger = createLogger(config.logLevel) } = parts;
  const store = parts.store ?? createStore(config, clock, logger);
  const folder = new OperatorFolder(config.operatorData);
  const operator = config.demoData ? withExamples(folder, exampleCommunes) : folder;
  const members = new Members(store);
  const dialogues = new Dialogues(store);
  const claims = new Claims(store);
  const fields = { ...useCaseFields };
  const engine = createSearchEngine({ fields, synonyms: operator.current().synonyms });
  const deps: ChatDeps = {
    clock,
    ids,
    logger,
    operator,
    members,
    dialogues,
    claims,
    useCases: new UseCases(store),
    openQuestions: new OpenQuestions(store),
    catalogue: new UseCaseCatalogue(engine, technologyLabels),
    purge: () => store.purgeExpired(),
    personalData: [profileSource(members), lastQuestionsSource(dialogues)],
    rules: {
      organisers: new Set(config.organisers),
      allowedTenants: new Set(config.allowedTenants),
      questionRetentionDays: config.questionRetentionDays,
    },
    dialogs: config.mode === 'teams',
    ...(config.mode === 'teams' && { privacyUrl: new URL('/datenschutz', config.publicUrl).href }),
  };
  const front = createTeamsFront({
    config,
    logger,
    clock,
    handleTurn: (incoming) => handleTurn(deps, incoming),
    serviceHosts: () => operator.current().serviceHosts,
    claimTurn: async (conversation, activityId, tenant) =>
      !isAllowedTenant(deps.rules, tenant) || claims.claim(conversation, activityId, clock.now() + claimMs),
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
  const running: { stop(): Promise<void> }[] = [];

  return {
    deps,
    async start() {
      await store.open(allCollections);
      await fillStore(deps, new Imports(store), config);
      running.push(await followUseCases(deps));
      running.push(repeat(10 * secondMs, async () => folder.reload(logger), logger));
      running.push(repeat(15 * minuteMs, () => purgeExpired(deps), logger));
      const address = await server.listen();
      isReady = true;
      logger.info('app.started', { ...address, mode: config.mode, useCases: deps.catalogue.size });
      return address;
    },
    async stop() {
      isReady = false;
      await front.drain(drainMs);
      await server.close(closeMs);
      await Promise.all(running.map((job) => job.stop()));
      if (parts.store === undefined) {
        await store.close();
      }
      logger.info('app.stopped');
    },
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

/** Ends what an import left behind; an empty store gets the shipped records, and in the demo the fictional ones. */
async function fillStore(deps: ChatDeps, imports: Imports, config: Config): Promise<void> {
  await finishImports({ useCases: deps.useCases, imports });
  const changes = await deps.useCases.changes();
  if (changes.written.length + changes.removed.length > 0) {
    return;
  }
  const bytes = await readFile(new URL('demo/first-start.csv', import.meta.url));
  const request = { bytes, labels: importLabels, dryRun: false, createOrganisations: true };
  const result = await importUseCases({ ...deps, imports }, request);
  if (result.kind !== 'imported') {
    throw new Error(`the shipped records could not be imported: ${result.kind}`);
  }
  if (config.demoData) {
    const examples = exampleUseCases.map((record) => useCaseDocument.parse({ ...record, schemaVersion: 1 }));
    await Promise.all(examples.map((useCase) => deps.useCases.add(useCase)));
  }
}
