import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import type { SearchDocument, SearchEngine } from '../../src/search/search-engine.ts';
import { make } from './random-changes.ts';
import { fields } from './support.ts';

// Words that explain each other's compounds and synonyms, so that each change touches the others; enough for some to be rare.
const words = `
  Schlagloch Schlaglöcher Schlaglocherkennung schlag Loch Straße Straßenschaden Schaden Verkehr Verkehrsschild Schild Telefon
  Telefonbot Bot KI künstliche Intelligenz Hochwasser Hochwasserschutz Schutz Wasser Drohne Pegel Sensor Sensordaten Wald
`
  .trim()
  .split(/\s+/);
const synonyms = [
  ['KI', 'künstliche Intelligenz'],
  ['Telefonbot', 'Voicebot', 'Bot am Telefon'],
];

const text = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((chosen) => chosen.join(' '));
const id = fc.constantFrom(...'abcdefghij'.split(''));
const document = fc.record({ id, fields: fc.record({ title: text, summary: text }) });
const change = fc.oneof(
  { weight: 4, arbitrary: document.map((put) => ({ kind: 'put' as const, document: put })) },
  { weight: 1, arbitrary: id.map((removed) => ({ kind: 'remove' as const, id: removed })) },
  { weight: 1, arbitrary: id.map((asked) => ({ kind: 'relate' as const, id: asked })) },
);

function freshEngine(documents: Iterable<SearchDocument>): SearchEngine {
  const engine = createSearchEngine({ fields, synonyms });
  for (const each of documents) {
    engine.put(each);
  }
  return engine;
}

it('is related to the last digit as in a fresh engine, in whatever order the documents came', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 10, maxLength: 60 }), (changes) => {
      const changed = freshEngine([]);
      const expected = new Map<string, SearchDocument>();
      for (const step of changes) {
        if (step.kind === 'relate') {
          changed.findRelated({ id: step.id, limit: 3 });
        } else {
          make([step], changed, expected);
        }
      }
      const fresh = freshEngine([...expected.values()].toReversed());

      for (const one of expected.keys()) {
        const hits = changed.findRelated({ id: one, limit: 10 });
        found += hits.length;
        expect(hits).toEqual(fresh.findRelated({ id: one, limit: 10 }));
        expect(hits.map((hit) => hit.id)).not.toContain(one);
      }
    }),
    { numRuns: 300 },
  );

  // Otherwise all of this would have compared nothing with nothing.
  expect(found).toBeGreaterThan(100);
});
