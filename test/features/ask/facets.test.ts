import { someRules } from '../../support/rules.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFilterKey } from '../../../src/domain/filter-keys.ts';
import { addFilters } from '../../../src/domain/filters.ts';
import type { Filter } from '../../../src/domain/filters.ts';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { answerQuestion } from '../../../src/features/ask/answer-question.ts';
import { useCaseFields, UseCaseCatalogue } from '../../../src/features/ask/use-case-catalogue.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { makeUseCases } from '../../bench/records.ts';
import { topics } from '../../bench/topics.ts';
import { adopterAt, anAsker, aUseCase, menden } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';

function catalogueOf(useCases: readonly UseCase[]): UseCaseCatalogue {
  const catalogue = new UseCaseCatalogue(
    (synonyms) => createSearchEngine({ fields: { ...useCaseFields }, synonyms }),
    [],
    technologyLabels,
  );
  for (const useCase of useCases) {
    catalogue.put(useCase);
  }
  return catalogue;
}

const manyUseCases = catalogueOf(makeUseCases(1100, [...shippedCommunes.values()]));
const snapshot = {
  communes: shippedCommunes,
  communesOf: new Map(),
  tenants: new Map(),
  synonyms: [],
  serviceHosts: new Set<string>(),
};
const operator = { current: () => snapshot };
const rules = someRules();
const clock = new FakeClock(Date.UTC(2026, 10, 22));

function ask(sought: string, filters: readonly Filter[], catalogue = manyUseCases) {
  const question = { sought, filters };
  return answerQuestion({ catalogue, clock, operator, rules }, { asker: anAsker(), question, page: 1 });
}

/** The facets of an answer that lead to more or fewer use cases than they say, or that split nothing; and how many were tried. */
function tryFacets(sought: string, filters: readonly Filter[], catalogue = manyUseCases) {
  const answer = ask(sought, filters, catalogue);
  const wrong: string[] = [];
  const facets = answer.kind === 'found' ? answer.facets : [];
  const all = answer.kind === 'found' ? answer.total : 0;
  for (const { filter, count } of facets) {
    const narrowed = ask(sought, addFilters(filters, [filter]), catalogue);
    const total = narrowed.kind === 'found' ? narrowed.total : 0;
    if (total !== count || count < 2 || count >= all) {
      wrong.push(`${sought} ${toFilterKey(filter)}: ${count} of ${all}, leads to ${total}`);
    }
  }
  return { wrong, tried: facets.length };
}

const questions = ['', ...new Set(topics.slice(0, 8).map(({ asked }) => asked[0] ?? ''))];
const chosen: readonly (readonly Filter[])[] = [
  [],
  [{ kind: 'stage', stage: 'in_use' }],
  [{ kind: 'district', districtKey: '05962' }],
  [{ kind: 'size', atMost: 30_000 }],
  [
    { kind: 'technology', technology: 'nlp' },
    { kind: 'size', atLeast: 10_000 },
  ],
];
const asked = questions.flatMap((sought) => chosen.map((filters) => [sought, filters] as const));

describe('the facets of an answer', () => {
  it('each lead to as many use cases as they say, over 1,100 records and many questions', () => {
    const tries = asked.map(([sought, filters]) => tryFacets(sought, filters));

    expect(tries.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThan(50);
    expect(tries.flatMap(({ wrong }) => wrong)).toEqual([]);
  });

  it('do so too where records answer in part that would not count beside better ones', () => {
    const words = ['Voicebot', 'Anrufe', 'Warteschleife', 'Wochenende', 'Rathaus', 'Feiertage'];
    const records = fc.array(
      fc.record({
        said: fc.subarray(words, { minLength: 3 }),
        stage: fc.constantFrom('in_use' as const, 'pilot' as const),
      }),
      { minLength: 12, maxLength: 24 },
    );

    fc.assert(
      fc.property(records, (drawn) => {
        const useCases = drawn.map(({ said, stage }, index) =>
          aUseCase({
            id: useCaseId(`u${index}`),
            title: said[0] ?? '',
            summary: said.join(', '),
            adopters: [adopterAt(menden, stage)],
          }),
        );

        expect(tryFacets(words.join(' '), [], catalogueOf(useCases)).wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('are there for more than one page only', () => {
    const answers = asked.map(([sought, filters]) => ask(sought, filters));
    const onePage = answers.filter((answer) => answer.kind === 'found' && answer.pages === 1);

    expect(onePage.length).toBeGreaterThan(0);
    expect(onePage.flatMap((answer) => (answer.kind === 'found' ? answer.facets : []))).toEqual([]);
  });

  it('are left out of a list longer than what is counted', () => {
    expect(ask('', [])).toMatchObject({ total: 1000, facets: [] });
  });
});
