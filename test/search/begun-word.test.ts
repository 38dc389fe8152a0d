import { describe, expect, it } from 'vitest';
import { engineWith } from './support.ts';

const titles = [
  'Schlaglöcher erkennen',
  'Chatbot im Bürgerbüro',
  'Telefonassistenz',
  'KI im Archiv',
  'Übersetzen',
];

function typed(text: string, unfinished = true): { first: string | undefined; coverage: number } {
  const [hit] = engineWith(...titles).search({ text, unfinished, offset: 0, limit: 10 }).hits;
  return { first: hit?.id, coverage: hit?.coverage ?? 0 };
}

describe('a word that is being typed', () => {
  it.each([
    ['Schla', 'Schlaglöcher erkennen'],
    ['schlaglö', 'Schlaglöcher erkennen'],
    ['schlagloe', 'Schlaglöcher erkennen'],
    ['Tel', 'Telefonassistenz'],
    ['Übe', 'Übersetzen'],
    ['Chatbot Bür', 'Chatbot im Bürgerbüro'],
  ])('"%s" counts as what begins like it: %s', (text, title) => {
    expect(typed(text)).toEqual({ first: title, coverage: 1 });
  });

  it('counts for nothing as long as it is one or two letters after other words', () => {
    expect(typed('Chatbot i').coverage).toBe(1);
    expect(typed('Chatbot xy').coverage).toBe(1);
    expect(typed('Chatbot xyz').coverage).toBeLessThan(1);
  });

  it('is a word already when the documents know it', () => {
    expect(typed('KI').first).toBe('KI im Archiv');
    expect(typed('Chatbot KI').coverage).toBeLessThan(1);
  });

  it('is finished once something follows it, or when nobody says that it may go on', () => {
    expect(typed('Tel ').coverage).toBeLessThan(1);
    expect(typed('Tel', false).coverage).toBeLessThan(1);
  });

  it('does not show in the next question with the same words', () => {
    const engine = engineWith(...titles);
    const coverages = [true, false, true].map(
      (unfinished) => engine.search({ text: 'Tel', unfinished, offset: 0, limit: 1 }).hits[0]?.coverage ?? 0,
    );

    expect(coverages[0]).toBe(1);
    expect(coverages[1]).toBeLessThan(1);
    expect(coverages[2]).toBe(1);
  });
});
