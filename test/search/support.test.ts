import { describe, expect, it } from 'vitest';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import type { Tuning } from '../../src/search/tuning.ts';

const texts: Readonly<Record<string, string>> = {
  asked:
    'Telefonassistent nimmt Anrufe im Bürgerbüro entgegen, vereinbart Termine und beantwortet Fragen rund um die Uhr',
  'other words': 'Sprachdialog vereinbart Termine rund um die Uhr und beantwortet Fragen im Bürgerbüro',
  passing: 'Drohnen fliegen über Deponien, gesteuert wird am Telefon',
};

function scoresFor(text: string, tuning: Partial<Tuning>, accept?: (id: string) => boolean) {
  const engine = createSearchEngine({ fields: { text: { weight: 1, lengthNormalisation: 0.75 } }, tuning });
  for (const [id, fieldText] of Object.entries(texts)) {
    engine.put({ id, fields: { text: fieldText } });
  }
  const { hits } = engine.search({ text, offset: 0, limit: 10, ...(accept !== undefined && { accept }) });
  return new Map(hits.map(({ id, score }) => [id, score]));
}

function gainOf(id: string, accept?: (id: string) => boolean): number {
  const question = 'Telefon Termine';
  const alone = scoresFor(question, { supportWeight: 0, sharedGramLimit: 1 }, accept).get(id) ?? 0;
  const supported = scoresFor(question, { sharedGramLimit: 1 }, accept).get(id) ?? 0;
  return supported / alone;
}

describe('support', () => {
  it('lifts a record that says the same in other words more than one that is like none of the others', () => {
    expect(gainOf('other words')).toBeGreaterThan(gainOf('passing'));
    expect(gainOf('passing')).toBeGreaterThanOrEqual(1);
  });

  it('comes from records that may be found only', () => {
    expect(gainOf('other words', (id) => id !== 'asked')).toBeLessThan(gainOf('other words'));
  });
});
