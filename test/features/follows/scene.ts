import { expect } from 'vitest';
import type { Broadcast } from '../../../src/domain/broadcast.ts';
import { objectIdOf, storedMemberId, tenantOf } from '../../../src/domain/ids.ts';
import type { CommuneId, MemberId, UseCaseId } from '../../../src/domain/ids.ts';
import type { Question } from '../../../src/domain/question.ts';
import { UseCaseCatalogue, useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { keepQuestion } from '../../../src/features/follows/keep-question.ts';
import { recogniseAsker } from '../../../src/features/members/identify-asker.ts';
import { followUseCases } from '../../../src/jobs/follow-use-cases.ts';
import { tellOfChanges } from '../../../src/jobs/tell-of-changes.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { FeedCursors } from '../../../src/store/feed-cursors.ts';
import { Follows } from '../../../src/store/follows.ts';
import { KeptQuestions } from '../../../src/store/kept-questions.ts';
import { Members } from '../../../src/store/members.ts';
import { References } from '../../../src/store/references.ts';
import { UseCases } from '../../../src/store/use-cases.ts';
import { createLogger } from '../../../src/system/logger.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { someRules } from '../../support/rules.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';

export const start = Date.UTC(2026, 5, 1);
export const anna = storedMemberId('t.anna');
export const berta = storedMemberId('t.berta');

const data = {
  communes: shippedCommunes,
  communesOf: new Map(),
  synonyms: [],
  serviceHosts: new Set<string>(),
};

/** Everything that follows use cases, on a store in memory; several scenes on one store are several lives of the program. */
export async function aScene(parts: { readonly store?: DocumentStore; readonly clock?: FakeClock } = {}) {
  const { clock = new FakeClock(start) } = parts;
  const store = parts.store ?? createMemoryStore(clock);
  await store.open(allCollections);
  const createEngine = () => createSearchEngine({ fields: { ...useCaseFields } });
  const deps = {
    clock,
    logger: createLogger('silent'),
    rules: someRules(),
    operator: { current: () => data },
    isServiceAllowed: () => true,
    catalogue: new UseCaseCatalogue(createEngine, [], technologyLabels),
    broadcasts: new Broadcasts(store),
    feedCursors: new FeedCursors(store),
    follows: new Follows(store),
    keptQuestions: new KeptQuestions(store),
    members: new Members(store),
    references: new References(store),
    useCases: new UseCases(store),
  };

  async function meet(member: MemberId, commune?: CommuneId): Promise<void> {
    await deps.members.add({
      id: member,
      tenantId: tenantOf(member),
      guest: false,
      ...(commune !== undefined && { communeId: commune }),
      firstSeenAt: start,
      rosterReadAt: start,
    });
  }

  async function asAsker(member: MemberId) {
    const identity = await recogniseAsker(deps, {
      tenantId: tenantOf(member),
      objectId: objectIdOf(member),
    });
    if (identity.kind !== 'known') {
      throw new Error('not known');
    }
    return identity.asker;
  }

  /** Lets the jobs run until they have worked through everything that was written. */
  async function settle(): Promise<void> {
    const catalogue = await followUseCases(deps);
    const news = tellOfChanges(deps);
    await expect
      .poll(async () => deps.feedCursors.find('use-case-news'), { timeout: 20_000, interval: 5 })
      .toBe(await endOfFeed());
    await news.stop();
    await catalogue.stop();
  }

  async function endOfFeed(): Promise<string> {
    let changes = await deps.useCases.changes();
    while (changes.more) {
      changes = await deps.useCases.changes(changes.cursor);
    }
    return changes.cursor;
  }

  return {
    deps,
    settle,
    endOfFeed,
    store,
    clock,
    meet,
    asAsker,
    keep: async (member: MemberId, sought: string, filters: Question['filters'] = []) =>
      keepQuestion(deps, { asker: await asAsker(member), question: { sought, filters } }),
    /** Everything that was begun, by its id. */
    begun: async (): Promise<readonly Broadcast[]> => Array.fromAsync(deps.broadcasts.all()),
    toldOf: async (useCase: UseCaseId): Promise<readonly string[]> =>
      (await Array.fromAsync(deps.broadcasts.all()))
        .filter(({ subject }) => 'useCaseId' in subject && subject.useCaseId === useCase)
        .map(({ id }) => id),
  };
}
