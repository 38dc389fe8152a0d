import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import type { EvidenceKind, Explanation, MatchedWord } from '../../src/search/explanation.ts';
import type { SearchDocument, SearchEngine } from '../../src/search/search-engine.ts';
import { ask, fields } from './support.ts';

const synonyms = [
  ['KI', 'künstliche Intelligenz'],
  ['Telefonbot', 'Voicebot'],
];

/** An engine with these records and a few more, so that no word is in all of them. */
function engineOf(documents: readonly SearchDocument[]): SearchEngine {
  const engine = createSearchEngine({ fields, synonyms });
  const others = ['Friedhof und Bestattung', 'Digitaler Postausgang', 'Energie', 'Wald'];
  for (const document of [...documents, ...others.map((title) => ({ id: title, fields: { title } }))]) {
    engine.put(document);
  }
  return engine;
}

function matchedWords(title: string, question: string): readonly MatchedWord[] {
  const document = { id: 'asked', fields: { title } };
  return engineOf([document]).matchedWords(document, question);
}

function explained(engine: SearchEngine, document: SearchDocument, question: string): Explanation {
  const explanation = engine.explain(document, question);
  if (explanation === undefined) {
    throw new Error(`"${document.id}" is not in the engine`);
  }
  return explanation;
}

describe('what a record has of a word', () => {
  it.each<[EvidenceKind, string, string, string]>([
    ['same', 'Schlagloch', 'Viele Schlaglöcher finden', 'Schlaglöcher'],
    ['same', 'Strassenschaeden', 'Straßenschäden melden', 'Straßenschäden'],
    ['inside-compound', 'Schlagloch', 'Die Schlaglocherkennung', 'Schlaglocherkennung'],
    ['part', 'Schlaglocherkennung', 'Schlaglöcher erkennen und Erkennung', 'Schlaglöcher'],
    ['part', 'Starkregenvorhersage', 'Gegen Starkregen', 'Starkregen'],
    ['other-spelling', 'Telefn', 'Am Telefon', 'Telefon'],
    ['synonym', 'Telefonbot', 'Ein Voicebot im Rathaus', 'Voicebot'],
    ['letters', 'Vorhersagemodell', 'Hersagen', 'Hersagen'],
  ])('is called "%s" for "%s" in "%s"', (kind, question, title, written) => {
    const [word] = matchedWords(title, question);

    const [nearest] = word?.evidence ?? [];
    expect(word?.asked).toBe(question);
    expect(nearest?.kind).toBe(kind);
    expect(nearest?.words).toContainEqual({ field: 'title', text: written });
  });

  it('is all words of a synonym that has several', () => {
    const [word] = matchedWords('Künstliche und echte Intelligenz', 'KI');

    expect(word?.evidence).toEqual([
      {
        kind: 'synonym',
        phrase: 'Künstliche Intelligenz',
        words: [
          { field: 'title', text: 'Künstliche' },
          { field: 'title', text: 'Intelligenz' },
        ],
      },
    ]);
  });

  it('is nothing when it does not speak of it', () => {
    expect(matchedWords('Am Telefon', 'Telefon und Drohnen').map(({ evidence }) => evidence.length)).toEqual([
      1, 0,
    ]);
  });

  it('tells words that go with any topic from those that name one', () => {
    const words = matchedWords('Am Telefon', 'digitales Telefon');

    expect(words.map(({ asked, namesTopic }) => [asked, namesTopic])).toEqual([
      ['digitales', false],
      ['Telefon', true],
    ]);
  });

  it('names the nearest kind first and each field with its word', () => {
    const document = { id: 'asked', fields: { title: 'Telefonbot', summary: 'Telefonbots und Voicebots' } };

    const [word] = engineOf([document]).matchedWords(document, 'Telefonbot');

    expect(word?.evidence.map(({ kind }) => kind)).toEqual(['same', 'synonym']);
    expect(word?.evidence[0]?.words).toEqual([
      { field: 'title', text: 'Telefonbot' },
      { field: 'summary', text: 'Telefonbots' },
    ]);
  });

  it('shows stems when the texts are not given, and nothing of a record that is not there', () => {
    const engine = engineOf([{ id: 'asked', fields: { title: 'Viele Schlaglöcher' } }]);

    const [word] = engine.matchedWords({ id: 'asked', fields: {} }, 'Schlagloch');

    expect(word?.evidence[0]?.words).toEqual([{ field: 'title', text: 'schlagloch' }]);
    expect(engine.matchedWords({ id: 'gone', fields: {} }, 'Schlagloch')).toEqual([]);
    expect(engine.explain({ id: 'gone', fields: {} }, 'Schlagloch')).toBeUndefined();
  });
});

describe('an explanation', () => {
  const document = {
    id: 'asked',
    fields: { title: 'Telefonbot', summary: 'Der Telefonbot nimmt Anrufe an' },
  };

  it('tells apart what words, letters and covering the question are worth', () => {
    const { words, grams, coverageGain, coverage, rank } = explained(
      engineOf([document]),
      document,
      'Telefonbot',
    );

    expect(words[0]?.evidence[0]?.score).toBeGreaterThan(1);
    expect(grams.map(({ field }) => field)).toEqual(['title', 'summary', 'themes']);
    expect(grams[0]?.score).toBeGreaterThan(1);
    expect(grams[2]?.score).toBe(0);
    expect(coverageGain).toBeGreaterThan(1);
    expect(coverage).toBe(1);
    expect(rank).toBe(1);
  });

  it('has no rank for a record that does not match, and says what it would score', () => {
    const weak = { id: 'weak', fields: { summary: 'Bots' } };

    const { rank, score } = explained(engineOf([document, weak]), weak, 'Telefonbot nimmt Anrufe an');

    expect(rank).toBeUndefined();
    expect(score).toBeGreaterThan(0);
  });

  it('changes nothing for the next search', () => {
    const engine = engineOf([document]);
    const before = ask(engine, 'Telefonbot');

    engine.explain(document, 'Anrufe am Telefon');

    expect(ask(engine, 'Telefonbot')).toEqual(before);
  });
});

// Words that explain each other's compounds, inflections, synonyms and typing errors.
const vocabulary = `
  Schlagloch Schlaglöcher Erkennung Schlaglocherkennung schlag Loch Straße Schäden Strassenschaeden Telefon Telefn Telefonbot
  Voicebot Bot KI künstliche Intelligenz und die Hochwasser Hochwasserschutz Hochwaserschutz Schutz digital 2026 Vorhersage
`
  .trim()
  .split(/\s+/);
const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 5 }).map((chosen) => chosen.join(' '));
const corpus = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    fields: fc.record({ title: text, summary: text, themes: text }, { requiredKeys: [] }),
  }),
  { selector: ({ id }) => id, minLength: 1 },
);

describe('over any records and questions', () => {
  it('an explanation gives the score, coverage, rank and confidence of the search to the last digit', () => {
    fc.assert(
      fc.property(corpus, text, (documents, question) => {
        const engine = engineOf(documents);
        const { hits, confidence } = ask(engine, question, 100);

        for (const [index, { id, ...hit }] of hits.entries()) {
          const explanation = explained(engine, { id, fields: {} }, question);
          expect(explanation).toMatchObject({ ...hit, rank: index + 1, confidence });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the parts add up to the score, and whatever covers a word is named', () => {
    fc.assert(
      fc.property(corpus, text, (documents, question) => {
        const engine = engineOf(documents);

        for (const document of documents) {
          const { words, grams, coverageGain, support, score } = explained(engine, document, question);
          const evidence = words.flatMap((word) => word.evidence);
          const parts = [...evidence, ...grams].reduce(
            (sum, part) => sum + part.score,
            coverageGain + support,
          );

          expect(parts).toBeCloseTo(score, 9);
          for (const word of words.filter(({ covered }) => covered > 0)) {
            expect(word.evidence.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
