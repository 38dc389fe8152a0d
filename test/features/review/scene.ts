import { UseCaseCatalogue, useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { submitUseCase } from '../../../src/features/review/submit-use-case.ts';
import type { SubmitRequest } from '../../../src/features/review/submit-use-case.ts';
import { submissionId, useCaseId } from '../../../src/domain/ids.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { Submissions } from '../../../src/store/submissions.ts';
import { UseCaseDrafts } from '../../../src/store/use-case-drafts.ts';
import { UseCases } from '../../../src/store/use-cases.ts';
import { createLogger } from '../../../src/system/logger.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { adopterAt, anAsker, aUseCase, menden } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { someRules } from '../../support/rules.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';
import { aHandedIn, author, contentOf, organiser, otherOrganiser } from '../../support/submissions.ts';

export const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));

export async function openStore(): Promise<DocumentStore> {
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  return store;
}

/** What features need over a store; several of them over one store are several instances of the app. */
export function overStore(store: DocumentStore) {
  const data = {
    communes: shippedCommunes,
    communesOf: new Map(),
    synonyms: [],
    serviceHosts: new Set<string>(),
  };
  return {
    clock,
    logger: createLogger('silent'),
    operator: { current: () => data },
    rules: someRules(),
    catalogue: new UseCaseCatalogue(
      () => createSearchEngine({ fields: { ...useCaseFields } }),
      [],
      technologyLabels,
    ),
    submissions: new Submissions(store),
    useCases: new UseCases(store),
    useCaseDrafts: new UseCaseDrafts(store),
    broadcasts: new Broadcasts(store),
  };
}

export type Scene = ReturnType<typeof overStore>;

export const asAuthor = anAsker({ memberId: author, communeId: menden });
export const asOrganiser = anAsker({ memberId: organiser, role: 'organiser' });
export const asOtherOrganiser = anAsker({ memberId: otherOrganiser, role: 'organiser' });
export const s1 = submissionId('s1');

/** Menden hands in a new use case, or a change. */
export async function submitted(scene: Scene, fields: Partial<SubmitRequest> = {}) {
  const { by: _by, communeId: _commune, submittedAt: _at, ...handedIn } = aHandedIn();
  return submitUseCase(scene, { asker: asAuthor, ...handedIn, ...fields });
}

/** Dies at a write, counted from 1: after it had its effect, or before. From then on nothing is read or written. */
export function dying(store: DocumentStore, atWrite: number, withEffect: boolean): DocumentStore {
  let writes = 0;
  let isDead = false;
  function live(): void {
    if (isDead) {
      throw new Error('dead');
    }
  }
  return {
    ...store,
    async get(...call) {
      live();
      return store.get(...call);
    },
    async query(...call) {
      live();
      return store.query(...call);
    },
    async transact(...call) {
      live();
      writes += 1;
      isDead = writes === atWrite;
      if (isDead && withEffect) {
        await store.transact(...call);
      }
      live();
      return store.transact(...call);
    },
  };
}

/** What Menden hands in a change of. */
export const before = aUseCase({ id: useCaseId('u1'), adopters: [adopterAt(menden, 'pilot')] });
export const change = {
  origin: { kind: 'change', useCaseId: before.id },
  content: contentOf({ ...before, summary: 'Neu beschrieben.' }),
  changed: ['summary'],
  typed: { title: before.title, summary: 'Neu beschrieben.' },
} as const;
