import { describe, expect, it } from 'vitest';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { ask, engineWith, fields } from './support.ts';

function coverageOf(titles: readonly string[], question: string): number {
  return ask(engineWith(...titles), question).hits[0]?.coverage ?? 0;
}

describe('coverage', () => {
  const titles = ['Rechnungen automatisch erfassen', 'Friedhof und Bestattung', 'Digitaler Postausgang'];

  it('is full for a record that has the topic, whatever goes with any topic besides', () => {
    expect(coverageOf(titles, 'Software für den Friedhof')).toBeGreaterThan(0.8);
  });

  it('is next to nothing for a record that shares only words which go with any topic', () => {
    expect(coverageOf(titles, 'Protokolle automatisch erfassen')).toBeLessThan(0.2);
  });

  it('is next to nothing when the question has no other words', () => {
    expect(coverageOf(titles, 'automatisch')).toBeLessThan(0.2);
    expect(coverageOf(titles, 'digitale Software')).toBeLessThan(0.2);
  });

  it('is full for one typing error and in doubt for two', () => {
    expect(coverageOf(['Energiemanagement'], 'Enregiemanagement')).toBeGreaterThan(0.95);
    expect(coverageOf(['Anfragen formulieren'], 'Formular')).toBeLessThan(0.8);
  });

  it('takes another prefix for another word', () => {
    const [other] = ask(engineWith('Anmelden'), 'Abmelden').hits;
    const [misspelled] = ask(engineWith('Anmelden'), 'Anmleden').hits;

    expect(other?.coverage ?? 0).toBe(0);
    expect(misspelled?.coverage).toBeGreaterThan(0.5);
  });
});

describe('the confidence in a synonym', () => {
  const titles = ['KI am Telefon', 'KI im Archiv', 'KI für Straßen', 'Chatbot', 'Friedhof', 'Energie'];

  it('is not lessened by the words of the group that no record has', () => {
    const group = [
      'KI',
      'künstliche Intelligenz',
      'AI',
      'artificial intelligence',
      'maschinelle Intelligenz',
    ];
    const engine = createSearchEngine({ fields, synonyms: [group] });
    for (const title of titles) {
      engine.put({ id: title, fields: { title } });
    }

    const known = ask(engine, 'KI');

    for (const question of ['AI', 'künstliche Intelligenz']) {
      const { hits, confidence } = ask(engine, question);
      expect(hits.map(({ id }) => id).toSorted()).toEqual(known.hits.map(({ id }) => id).toSorted());
      expect(hits[0]?.coverage).toBe(1);
      expect(confidence).toBeGreaterThan(0.2);
    }
  });
});
