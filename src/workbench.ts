import type { ChatDeps } from './chat/chat-deps.ts';
import type { Config } from './config.ts';
import { exampleCommunes } from './demo/example-communes.ts';
import { useCaseFields, UseCaseCatalogue } from './features/ask/use-case-catalogue.ts';
import type { CreateEngine } from './features/ask/use-case-catalogue.ts';
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
import { listPersonalDataSources } from './personal-data-sources.ts';
import { allCollections } from './store/all-collections.ts';
import { Imports } from './store/imports.ts';
import { OperatorFolder } from './store/operator/operator-folder.ts';
import { withExamples } from './store/operator/with-examples.ts';
import { createStores } from './stores.ts';
import { systemClock } from './system/clock.ts';
import { hashSources } from './system/hash-sources.ts';
import { randomIds } from './system/ids.ts';
import { createLogger } from './system/logger.ts';
import { createPictureRenderer } from './system/render-svg.ts';
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
  const createEngine = engineMaker();
  const { synonyms } = operator.current();
  const known: Omit<ChatDeps, 'personalData'> = {
    ...createStores(store),
    clock,
    ids,
    logger,
    operator,
    pictures: createPictureRenderer(),
    isServiceAllowed: (serviceUrl) =>
      isAllowedServiceUrl(serviceUrl, config.mode, operator.current().serviceHosts),
    createEngine,
    catalogue: new UseCaseCatalogue(createEngine, synonyms, technologyLabels),
    topicCatalogue: new TopicCatalogue(createEngine, synonyms),
    purge: () => store.purgeExpired(),
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
    deps: { ...known, personalData: listPersonalDataSources(known) },
    imports: new Imports(store),
    folder,
    ...(config.store === 'sqlite' &&
      parts.store === undefined && {
        indexFile: createSearchIndexFile(`${config.sqlitePath}.search-index`),
      }),
    open: () => store.open(allCollections),
    async close() {
      await known.pictures.close();
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
