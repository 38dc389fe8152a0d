import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import type { SearchDocument, SearchEngine } from '../../src/search/search-engine.ts';
import { fields } from './support.ts';

// Words that explain each other's compounds, inflections and typing errors, so that each change touches the others.
const words = `
  Schlagloch Schlaglöcher Erkennung Schlaglocherkennung schlag Loch Straße Schäden Strassenschaeden Amt Verkehrsamt Verkehr
  Telefon Telefn Telefonbot Bot KI künstliche Intelligenz und die Hochwasser Hochwasserschutz Schutz Wasser 2026
`
  .trim()
  .split(/\s+/);
const synonyms = [['KI', 'künstliche Intelligenz']];

const text = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((chosen) => chosen.join(' '));
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const document = fc.record({ id, fields: fc.record({ title: text, summary: text }, { requiredKeys: [] }) });
const change = fc.oneof(
  { weight: 2, arbitrary: document.map((put) => ({ kind: 'put' as const, document: put })) },
  { weight: 1, arbitrary: id.map((removed) => ({ kind: 'remove' as const, id: removed })) },
  { weight: 1, arbitrary: text.map((question) => ({ kind: 'ask' as const, question })) },
);

function freshEngine(documents: Iterable<SearchDocument>): SearchEngine {
  const engine = createSearchEngine({ fields, synonyms });
  for (const each of documents) {
    engine.put(each);
  }
  return engine;
}

function askAll(engine: SearchEngine, questions: readonly string[]): unknown[] {
  return questions.map((question) => [
    engine.search({ text: question, offset: 0, limit: 10 }),
    engine.snippet(words.join(' '), question, 60),
  ]);
}

describe('an engine that was changed', () => {
  it('answers to the last digit as a fresh one with the same documents, in whatever order they came', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 40 }),
        fc.array(text, { minLength: 1 }),
        (changes, questions) => {
          const changed = freshEngine([]);
          const expected = new Map<string, SearchDocument>();
          for (const step of changes) {
            switch (step.kind) {
              case 'put':
                changed.put(step.document);
                expected.set(step.document.id, step.document);
                break;
              case 'remove':
                changed.remove(step.id);
                expected.delete(step.id);
                break;
              case 'ask':
                changed.search({ text: step.question, offset: 0, limit: 3 });
                break;
            }
          }
          // What is remembered of these questions must not outlive a last change.
          askAll(changed, questions);
          changed.remove('a');
          expected.delete('a');
          const fresh = freshEngine([...expected.values()].toReversed());

          expect(changed.size).toBe(expected.size);
          expect(askAll(changed, questions)).toEqual(askAll(fresh, questions));
        },
      ),
      { numRuns: 300 },
    );
  });
});
