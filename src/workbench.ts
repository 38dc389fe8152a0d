import type { ChatDeps } from './chat/chat-deps.ts';
import type { ModelEndpoint } from './config-models.ts';
import type { Config } from './config.ts';
import { exampleCommunes } from './demo/example-communes.ts';
import { useCaseFields, UseCaseCatalogue } from './features/ask/use-case-catalogue.ts';
import type { CreateEngine } from './features/ask/use-case-catalogue.ts';
import { UseCaseVectors } from './features/ask/use-case-vectors.ts';
import { TopicCatalogue } from './features/topics/topic-catalogue.ts';
import type { EndpointReport } from './llm/endpoint-report.ts';
import { createLateModels } from './llm/late-models.ts';
import type { ModelParts } from './llm/open-models.ts';
import type { Clock } from './ports/clock.ts';
import type { DocumentStore } from './ports/document-store.ts';
import type { Ids } from './ports/ids.ts';
import type { IndexFile } from './ports/index-file.ts';
import type { EmbeddingModel, LanguageModel } from './ports/language-model.ts';
import type { Logger } from './ports/logger.ts';
import type { Timer } from './ports/timer.ts';
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
import { systemTimer } from './system/timer.ts';
import { isAllowedServiceUrl } from './teams/service-url.ts';
import { technologyLabels } from './texts/labels.ts';

/** What a test may put in the place of the real thing. */
export interface Parts {
  readonly clock?: Clock;
  readonly timer?: Timer;
  readonly ids?: Ids;
  readonly logger?: Logger;
  readonly languageModel?: LanguageModel;
  readonly embeddingModel?: EmbeddingModel;
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
  /** Tries what the endpoint of the models can do; absent where none is set. */
  readonly probeModels?: () => Promise<EndpointReport>;
  /** Opens the store; before that nothing may be read or written. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Wires stores, operator data and search as the configuration says. Throws `OperatorDataError`. */
export function createWorkbench(config: Config, parts: Parts = {}): Workbench {
  const { clock = systemClock, timer = systemTimer, ids = randomIds } = parts;
  const { logger = createLogger(config.logLevel) } = parts;
  const store = parts.store ?? createStore(config, clock, logger);
  const folder = new OperatorFolder(config.operatorData);
  const operator = config.demoData ? withExamples(folder, exampleCommunes) : folder;
  const createEngine = engineMaker();
  const modelParts = { clock, timer, logger, ...identityOf(config) };
  const models = config.models && createLateModels(config.models, modelParts);
  const { languageModel = models?.languageModel, embeddingModel = models?.embeddingModel } = parts;
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
    ...(languageModel !== undefined && { languageModel }),
    ...(embeddingModel !== undefined && { embeddingModel }),
    createEngine,
    catalogue: new UseCaseCatalogue(createEngine, synonyms, technologyLabels),
    useCaseVectors: new UseCaseVectors(),
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
      models: config.modelLimits,
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
    ...(config.models !== undefined && { probeModels: prober(config.models, modelParts) }),
    open: () => store.open(allCollections),
    async close() {
      models?.close();
      await known.pictures.close();
      if (parts.store === undefined) {
        await store.close();
      }
    },
  };
}

function prober(endpoint: ModelEndpoint, parts: ModelParts) {
  return async () => (await import('./llm/probe-endpoint.ts')).probeEndpoint(endpoint, parts);
}

/** The models are asked as whom the bot runs as. */
function identityOf({ credentials }: Config): Pick<ModelParts, 'identityId'> {
  return credentials?.type === 'UserAssignedMsi' ? { identityId: credentials.id } : {};
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
