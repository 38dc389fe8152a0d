import { describe, expect, it } from 'vitest';
import { ftsReference } from '../../bench/search/fts-reference.ts';
import { miniSearchReference } from '../../bench/search/mini-search-reference.ts';
import type { MeasuredEngine } from '../../bench/search/measured-engine.ts';
import { ourEngine } from '../../bench/search/our-engine.ts';
import { stemGerman } from '../../bench/search/stem-german.ts';

const docs = [
  { id: 'road', title: 'Schlaglöcher erkennen', text: 'Kameras finden Schäden auf Straßen.' },
  { id: 'phone', title: 'Telefonassistent', text: 'Anrufe nimmt ein Sprachmodell entgegen.' },
  { id: 'pool', title: 'Freibad', text: 'Die Belegung der Becken wird gezählt.' },
];

describe.each([ourEngine(), miniSearchReference, ftsReference])('$name, as it is measured', (kind) => {
  function loaded(): MeasuredEngine {
    const engine = kind.create();
    engine.load(docs);
    return engine;
  }

  it.each([
    ['another form of a word', 'Schlagloch', 'road'],
    ['ss for ß', 'strassen', 'road'],
    ['ae for ä', 'Schaeden', 'road'],
    ['a typing error', 'Telefonasistent', 'phone'],
    ['the beginning of a word', 'Telefon', 'phone'],
    ['one word of a sentence', 'Wer zählt schon die Belegung?', 'pool'],
  ])('finds %s', (_, question, id) => {
    const engine = loaded();

    const { ranked, confidence } = engine.search(question);

    expect(ranked[0]).toBe(id);
    expect(confidence).toBeGreaterThan(0);
    engine.close();
  });

  it('finds nothing for letters that no document has, and takes no word for an operator', () => {
    const engine = loaded();

    expect(engine.search('qqxyz')).toEqual({ ranked: [], confidence: 0 });
    expect(engine.search('')).toEqual({ ranked: [], confidence: 0 });
    expect(engine.search('"Freibad" AND NOT (title: *').ranked[0]).toBe('pool');
    engine.close();
  });

  it('replaces a changed document', () => {
    const engine = loaded();

    engine.put({ id: 'pool', title: 'Eissporthalle', text: 'Kufen' });

    expect(engine.search('Eissporthalle').ranked[0]).toBe('pool');
    expect(engine.search('Freibad').ranked).not.toContain('pool');
    engine.close();
  });
});

describe('SQLite FTS5, as it is measured', () => {
  it('finds words by how they begin', () => {
    const engine = ftsReference.create();
    engine.load(docs);

    expect(engine.search('Frxx').ranked).toEqual(['pool']);
    engine.close();
  });
});

describe('stemGerman', () => {
  it('makes one stem of all spellings of a word', () => {
    expect(['Schaeden', 'Schäden', 'schade'].map(stemGerman)).toEqual(['schad', 'schad', 'schad']);
    expect(stemGerman('Straßen')).toBe(stemGerman('strassen'));
  });

  it('takes ue after a vowel or q for no umlaut', () => {
    expect(stemGerman('Steuer')).toBe('steu');
    expect(stemGerman('Quelle')).toBe('quell');
  });
});
