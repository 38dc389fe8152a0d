import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import type { SearchEngine, SearchResult } from '../../src/search/search-engine.ts';
import { goldenRecords } from './small-corpus.ts';

export const fields = {
  title: { weight: 2, lengthNormalisation: 0.7 },
  summary: { weight: 1, lengthNormalisation: 0.75 },
  themes: { weight: 1, lengthNormalisation: 0.5 },
};

/** An engine with these titles, the title being the id as well. */
export function engineWith(...titles: readonly string[]): SearchEngine {
  const engine = createSearchEngine({ fields });
  for (const title of titles) {
    engine.put({ id: title, fields: { title } });
  }
  return engine;
}

export function goldenEngine(): SearchEngine {
  const synonyms = [
    ['KI', 'künstliche Intelligenz', 'AI'],
    ['E-Akte', 'elektronische Akte', 'elektronische Laufmappe'],
  ];
  const engine = createSearchEngine({ fields, synonyms });
  for (const { id, title, summary, themes } of goldenRecords) {
    engine.put({ id, fields: { title, summary, themes } });
  }
  return engine;
}

export function ask(engine: SearchEngine, text: string, limit = 10): SearchResult {
  return engine.search({ text, offset: 0, limit });
}

export function idsFor(engine: SearchEngine, text: string, limit = 10): string[] {
  return ask(engine, text, limit).hits.map((hit) => hit.id);
}
