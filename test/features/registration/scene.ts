import type { Draft } from '../../../src/domain/draft.ts';
import { draftId, useCaseId } from '../../../src/domain/ids.ts';
import { useCaseFields, UseCaseCatalogue } from '../../../src/features/ask/use-case-catalogue.ts';
import { checkRegistration, showDraft } from '../../../src/features/registration/check-registration.ts';
import { offerChange } from '../../../src/features/registration/offer-change.ts';
import { offerForm } from '../../../src/features/registration/offer-form.ts';
import { registerUseCase } from '../../../src/features/registration/register-use-case.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { Submissions } from '../../../src/store/submissions.ts';
import { UseCaseDrafts } from '../../../src/store/use-case-drafts.ts';
import { UseCases } from '../../../src/store/use-cases.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { adopterAt, anAsker, aUseCase, menden } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { someRules } from '../../support/rules.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';

export const anna = anAsker({ communeId: menden });
const roster = () => Promise.resolve({ name: 'Anna', email: 'anna@example.org', guest: false });

/** What somebody types; the rest is there already. */
export const words = {
  title: 'Bienenzählung im Stadtpark',
  summary: 'Kameras zählen Bienen.',
  stage: 'pilot',
};

export const existing = aUseCase({
  id: useCaseId('u1'),
  adopters: [adopterAt(menden, 'in_use')],
  contact: { email: 'digital@example.org' },
});

/** Everything that registering needs, on one store; `through`: how the store is seen. */
export async function aScene(
  rules: Parameters<typeof someRules>[0] = {},
  through: (store: DocumentStore) => DocumentStore = (store) => store,
) {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const memory = createMemoryStore(clock);
  await memory.open(allCollections);
  await new UseCases(memory).add(existing);
  const seen = through(memory);
  /** Another instance of the app on the same store. */
  const instance = () => toDeps(clock, seen, rules);
  return { ...toDeps(clock, memory, rules), flaky: instance(), instance };
}

function toDeps(clock: FakeClock, store: DocumentStore, rules: Parameters<typeof someRules>[0]) {
  const createEngine = () => createSearchEngine({ fields: { ...useCaseFields } });
  const current = {
    communes: shippedCommunes,
    communesOf: new Map(),
    synonyms: [],
    serviceHosts: new Set<string>(),
  };
  let count = 0;
  return {
    clock,
    ids: { next: () => `id-${(count += 1)}` },
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    operator: { current: () => current },
    rules: someRules(rules),
    catalogue: new UseCaseCatalogue(createEngine, [], technologyLabels),
    useCases: new UseCases(store),
    useCaseDrafts: new UseCaseDrafts(store),
    submissions: new Submissions(store),
    broadcasts: new Broadcasts(store),
  };
}

export type Scene = Awaited<ReturnType<typeof aScene>>;

/** Anna's draft of a new use case, as it was checked. */
export async function aDraft(scene: Scene): Promise<Draft> {
  const offered = await offerForm(scene, { asker: anna });
  return offered.kind === 'offered' ? typedInto(scene, offered.draft) : notOffered(offered.kind);
}

/** Anna's draft of a change. */
export async function aChange(
  scene: Scene,
  more: object = { title: 'Neuer Titel' },
  asker = anna,
): Promise<Draft> {
  const offered = await offerChange(scene, { asker, useCaseId: existing.id });
  return offered.kind === 'offered' ? typedInto(scene, offered.draft, more, asker) : notOffered(offered.kind);
}

async function typedInto(scene: Scene, draft: Draft, more: object = words, asker = anna): Promise<Draft> {
  const typed = { ...draft.typed, ...more };
  const result = await checkRegistration(scene, { asker, roster, draftId: draft.id, typed });
  return result.kind === 'checked' ? result.described.draft : notOffered(result.kind);
}

function notOffered(kind: string): never {
  throw new Error(`no draft but ${kind}`);
}

/** "Eintragen". */
export function pressed(deps: Scene['flaky'], id: string, asker = anna) {
  return registerUseCase(deps, { asker, roster, draftId: draftId(id) });
}

/** The same as "Weiter" without typing anything: what "Eintragen" would do now. */
export function shown(deps: Scene['flaky'], id: string) {
  return showDraft(deps, { asker: anna, roster, draftId: draftId(id) });
}
