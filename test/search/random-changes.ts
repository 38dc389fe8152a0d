import * as fc from 'fast-check';
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

export const settings = { fields, synonyms: [['KI', 'künstliche Intelligenz']] };

export const text = fc.array(fc.constantFrom(...words), { maxLength: 4 }).map((chosen) => chosen.join(' '));
const ids = ['a', 'b', 'c', 'd', 'e'];
const id = fc.constantFrom(...ids);
const document = fc.record({ id, fields: fc.record({ title: text, summary: text }, { requiredKeys: [] }) });
const change = fc.oneof(
  { weight: 2, arbitrary: document.map((put) => ({ kind: 'put' as const, document: put })) },
  { weight: 1, arbitrary: id.map((removed) => ({ kind: 'remove' as const, id: removed })) },
  { weight: 1, arbitrary: text.map((question) => ({ kind: 'ask' as const, question })) },
);
export const changes = fc.array(change, { maxLength: 40 });

type Change =
  | { readonly kind: 'put'; readonly document: SearchDocument }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'ask'; readonly question: string };

/** Makes the changes in the engine, and among the documents that it then must hold. */
export function make(
  steps: readonly Change[],
  engine: SearchEngine,
  documents: Map<string, SearchDocument>,
): void {
  for (const step of steps) {
    switch (step.kind) {
      case 'put':
        engine.put(step.document);
        documents.set(step.document.id, step.document);
        break;
      case 'remove':
        engine.remove(step.id);
        documents.delete(step.id);
        break;
      case 'ask':
        engine.search({ text: step.question, offset: 0, limit: 3 });
        break;
    }
  }
}

export function freshEngine(documents: Iterable<SearchDocument>): SearchEngine {
  const engine = createSearchEngine(settings);
  for (const each of documents) {
    engine.put(each);
  }
  return engine;
}

/** Everything that an engine says of questions and of its documents. */
export function askAll(engine: SearchEngine, questions: readonly string[]): unknown[] {
  const answers = questions.map((question) => [
    engine.search({ text: question, offset: 0, limit: 10 }),
    engine.snippet(words.join(' '), question, 60),
  ]);
  const related = ids.map((each) => engine.findRelated({ id: each, limit: 10 }));
  return [...answers, ...related];
}
