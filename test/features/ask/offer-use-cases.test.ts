import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { Question } from '../../../src/domain/question.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { offerUseCases } from '../../../src/features/ask/offer-use-cases.ts';
import { UseCaseCatalogue, useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { someRules } from '../../support/rules.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';

const records: readonly Partial<UseCase>[] = [
  { title: 'Chatbot im Bürgerservice', adopters: [adopterAt(menden, 'in_use')] },
  {
    title: 'Schlaglöcher erkennen',
    summary: 'Kameras finden Schäden.',
    adopters: [adopterAt(hemer, 'pilot')],
  },
  {
    title: 'Drohnen prüfen Dächer',
    summary: 'Nur intern.',
    visibility: 'organisation',
    adopters: [adopterAt(menden, 'pilot')],
  },
];

function aCatalogue(useCases: readonly Partial<UseCase>[] = records) {
  const createEngine = () => createSearchEngine({ fields: { ...useCaseFields } });
  const catalogue = new UseCaseCatalogue(createEngine, [], technologyLabels);
  for (const [index, fields] of useCases.entries()) {
    catalogue.put(aUseCase({ id: useCaseId(`u${index}`), ...fields }));
  }
  const current = {
    communes: shippedCommunes,
    communesOf: new Map(),
    synonyms: [],
    serviceHosts: new Set<string>(),
  };
  const clock = new FakeClock(Date.UTC(2026, 6, 1));
  return { catalogue, clock, operator: { current: () => current }, rules: someRules() };
}

function offer(
  question: Partial<Question>,
  { asker = anAsker(), unfinished = true, skip = 0, count = 25, deps = aCatalogue() } = {},
) {
  const result = offerUseCases(deps, {
    asker,
    question: { sought: '', filters: [], ...question },
    unfinished,
    skip,
    count,
  });
  return result.kind === 'offered'
    ? { closeness: result.closeness, titles: result.useCases.map(({ title }) => title) }
    : result.because;
}

describe('what is offered for a message', () => {
  it('is what answers the question, or else what is similar to it', () => {
    expect(offer({ sought: 'Chatbot' })).toEqual({
      closeness: 'answer',
      titles: ['Chatbot im Bürgerservice'],
    });
    expect(offer({ sought: 'Schlaglochfotos' })).toMatchObject({ titles: ['Schlaglöcher erkennen'] });
    expect(offer({ sought: 'Schlaglochfotos' })).not.toMatchObject({ closeness: 'answer' });
  });

  it('is what the asker may see, whoever reads it afterwards', () => {
    const member = anAsker({ communeId: menden });

    expect(offer({ sought: 'Drohnen' })).toBe('no-match');
    expect(offer({}, {})).toMatchObject({ titles: expect.not.arrayContaining(['Drohnen prüfen Dächer']) });
    expect(offer({ sought: 'Drohnen' }, { asker: member })).toMatchObject({
      titles: ['Drohnen prüfen Dächer'],
    });
  });

  it('is nothing when only the filters leave nothing', () => {
    expect(offer({ sought: 'Chatbot', filters: [{ kind: 'stage', stage: 'pilot' }] })).toBe('filters');
  });

  it('is nothing yet for a few letters', () => {
    expect(offer({ sought: 'Qua' })).toBe('short');
    expect(offer({ sought: 'Quantencomputer' })).toBe('no-match');
    expect(offer({}, { deps: aCatalogue([]) })).toBe('no-match');
  });

  it('comes in pages that make up the whole', () => {
    const deps = aCatalogue(Array.from({ length: 60 }, (_, index) => ({ title: `Chatbot ${index + 100}` })));
    const titles = (skip: number, sought: string) => {
      const page = offer({ sought }, { deps, skip });
      return typeof page === 'string' ? [] : page.titles;
    };

    for (const sought of ['', 'Chatbot']) {
      const pages = [0, 25, 50].map((skip) => titles(skip, sought));
      expect(pages.map(({ length }) => length)).toEqual([25, 25, 10]);
      expect(new Set(pages.flat()).size).toBe(60);
      expect(offer({ sought }, { deps, skip: 60 })).toMatchObject({ titles: [] });
    }
  });
});
