import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { listRelated } from '../../../src/features/use-cases/list-related.ts';
import { showUseCase } from '../../../src/features/use-cases/show-use-case.ts';
import { UseCaseCatalogue, useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Follows } from '../../../src/store/follows.ts';
import { UseCases } from '../../../src/store/use-cases.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { someRules } from '../../support/rules.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';
import { DemoCatalogue } from '../ask/demo-catalogue.ts';

const others = `
  Bäder Winterdienst Schulessen Museum Wald Bus Feuerwehr Archiv Turnhalle Markt Theater Bibliothek Tierheim Wappen Urlaub
  Jubiläum Kegelbahn Zoo Orgel Kirmes
`
  .trim()
  .split(/\s+/);

async function withUseCases(useCases: readonly UseCase[]) {
  const clock = new FakeClock(0);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const stored = new UseCases(store);
  const catalogue = new UseCaseCatalogue(
    () => createSearchEngine({ fields: { ...useCaseFields } }),
    [],
    technologyLabels,
  );
  const fillers = others.map((title) => aUseCase({ id: useCaseId(title), title, summary: title }));
  for (const useCase of [...useCases, ...fillers]) {
    await stored.add(useCase);
    catalogue.put(useCase);
  }
  const data = {
    communes: shippedCommunes,
    communesOf: new Map(),
    synonyms: [],
    serviceHosts: new Set<string>(),
  };
  return {
    catalogue,
    clock,
    follows: new Follows(store),
    operator: { current: () => data },
    rules: someRules(),
    useCases: stored,
  };
}

function aPothole(id: string, fields: Partial<UseCase> = {}): UseCase {
  return aUseCase({ id: useCaseId(id), title: `Schlagloch Kamera ${id}`, summary: 'Asphalt', ...fields });
}

const asker = anAsker({ communeId: menden });

describe('the use cases related to one', () => {
  it('are up to three beside the details, with a word on whether there are more', async () => {
    const deps = await withUseCases(['a', 'b', 'c', 'd', 'e'].map((id) => aPothole(id)));

    const many = await showUseCase(deps, { asker, useCaseId: useCaseId('a') });
    const few = await showUseCase(await withUseCases(['a', 'b', 'c', 'd'].map((id) => aPothole(id))), {
      asker,
      useCaseId: useCaseId('a'),
    });

    expect(many).toMatchObject({ related: [{ id: 'b' }, { id: 'c' }, { id: 'd' }], moreRelated: true });
    expect(few).toMatchObject({ related: [{ id: 'b' }, { id: 'c' }, { id: 'd' }], moreRelated: false });
  });

  it('are up to eight on the list', async () => {
    const deps = await withUseCases('abcdefghij'.split('').map((id) => aPothole(id)));

    const result = await listRelated(deps, { asker, useCaseId: useCaseId('c') });

    expect(result.kind === 'listed' && result.related.map(({ id }) => id)).toEqual('abdefghi'.split(''));
  });

  it('never include one that the asker may not see, and are counted without it', async () => {
    const hidden = { visibility: 'organisation' as const, adopters: [adopterAt(hemer, 'in_use')] };
    const own = { visibility: 'organisation' as const, adopters: [adopterAt(menden, 'in_use')] };
    const deps = await withUseCases([
      aPothole('a'),
      aPothole('b', hidden),
      aPothole('c', own),
      aPothole('d'),
      aPothole('e'),
    ]);

    const shown = await showUseCase(deps, { asker, useCaseId: useCaseId('a') });
    const listed = await listRelated(deps, { asker, useCaseId: useCaseId('a') });
    const elsewhere = await listRelated(deps, { asker: anAsker(), useCaseId: useCaseId('a') });

    expect(shown).toMatchObject({ related: [{ id: 'c' }, { id: 'd' }, { id: 'e' }], moreRelated: false });
    expect(listed.kind === 'listed' && listed.related.map(({ id }) => id)).toEqual(['c', 'd', 'e']);
    expect(elsewhere.kind === 'listed' && elsewhere.related.map(({ id }) => id)).toEqual(['d', 'e']);
  });

  it('are not told of a use case that the asker may not see, or that is gone', async () => {
    const deps = await withUseCases([
      aPothole('a', { visibility: 'organisation', adopters: [adopterAt(hemer, 'in_use')] }),
      aPothole('b'),
    ]);

    expect(await listRelated(deps, { asker, useCaseId: useCaseId('a') })).toEqual({ kind: 'denied' });
    expect(await listRelated(deps, { asker, useCaseId: useCaseId('z') })).toEqual({
      kind: 'unknown-use-case',
    });
  });
});

describe('in the demo', () => {
  let demo: DemoCatalogue;

  beforeAll(async () => {
    demo = await DemoCatalogue.open();
  });

  afterAll(async () => {
    await demo.close();
  });

  it.each([
    ['example-voicebot', ['press-15']],
    ['example-chatbot', ['press-11']],
    ['example-energy', ['press-03']],
    ['example-mail-sorting', ['press-07']],
    ['example-housing-benefit', ['press-16']],
    ['press-12', ['press-08', 'example-road-scan', 'example-waste-water']],
    ['press-21', ['press-20']],
  ])('%s has the right relatives', (key, expected) => {
    expect(demo.relatedTo(key)).toEqual(expected);
  });

  it.each([
    'example-parking',
    'example-translation',
    'example-playground-check',
    'example-minutes',
    'press-17',
    'press-19',
  ])('%s, which nothing else is like, has none', (key) => {
    expect(demo.relatedTo(key)).toEqual([]);
  });
});
