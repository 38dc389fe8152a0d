import { readFile, stat } from 'node:fs/promises';
import type { Commune } from '../../src/domain/commune.ts';
import { useCaseFields } from '../../src/features/ask/use-case-catalogue.ts';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { loadSearchEngine } from '../../src/search/saved/load-search-engine.ts';
import type { SearchDocument, SearchEngine } from '../../src/search/search-engine.ts';
import { createSearchIndexFile } from '../../src/store/adapters/search-index-file.ts';
import { median } from './figures.ts';
import { makeUseCases } from './records.ts';

/** Made-up use cases that together have about 250 words. */
const useCasesInOne = 4;
const settings = { fields: { ...useCaseFields } };

/** What an index over these documents takes, in medians. */
export interface IndexFigures {
  readonly documents: number;
  /** Words of a document, on average. */
  readonly words: number;
  readonly buildMs: number;
  /** From the file to an engine that answers. */
  readonly loadMs: number;
  /** To the file, fsync included. */
  readonly saveMs: number;
  /** For how long at most nothing else had its turn while the index was being saved. */
  readonly longestBlockMs: number;
  /** The same in the worst round; what is more than the median is mostly a garbage collection that happened to come. */
  readonly worstBlockMs: number;
  readonly fileBytes: number;
}

/** Builds, saves and loads an index, `rounds` times each, after one that does not count. */
export async function measureIndex(
  path: string,
  communes: readonly Commune[],
  { documents: count, rounds }: { readonly documents: number; readonly rounds: number },
): Promise<IndexFigures> {
  const documents = makeDocuments(count, communes);
  const measured: { buildMs: number; saveMs: number; blockMs: number; loadMs: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const { engine, buildMs } = build(documents);
    const { saveMs, blockMs } = await save(engine, path);
    measured.push({ buildMs, saveMs, blockMs, loadMs: await load(path) });
  }
  const counted = measured.slice(1);
  return {
    documents: documents.length,
    words: Math.round(countWords(documents) / documents.length),
    buildMs: median(counted.map(({ buildMs }) => buildMs)),
    loadMs: median(counted.map(({ loadMs }) => loadMs)),
    saveMs: median(counted.map(({ saveMs }) => saveMs)),
    longestBlockMs: median(counted.map(({ blockMs }) => blockMs)),
    worstBlockMs: Math.max(...counted.map(({ blockMs }) => blockMs)),
    fileBytes: (await stat(path)).size,
  };
}

function build(documents: readonly SearchDocument[]): { engine: SearchEngine; buildMs: number } {
  const startedAt = performance.now();
  const engine = createSearchEngine(settings);
  for (const document of documents) {
    engine.put(document, `${document.id} 0123456789abcdefghijklmnopqrstuvwxyzABCDEFG`);
  }
  return { engine, buildMs: performance.now() - startedAt };
}

async function save(engine: SearchEngine, path: string): Promise<{ saveMs: number; blockMs: number }> {
  let isSaving = true;
  let blockMs = 0;
  let turnAt = performance.now();
  const startedAt = turnAt;
  function takeTurn(): void {
    const now = performance.now();
    blockMs = Math.max(blockMs, now - turnAt);
    turnAt = now;
    if (isSaving) {
      setImmediate(takeTurn);
    }
  }
  setImmediate(takeTurn);
  await createSearchIndexFile(path).write(engine.save());
  isSaving = false;
  return { saveMs: performance.now() - startedAt, blockMs };
}

async function load(path: string): Promise<number> {
  const startedAt = performance.now();
  if (loadSearchEngine(settings, await readFile(path)) === undefined) {
    throw new Error('The saved index was refused');
  }
  return performance.now() - startedAt;
}

function makeDocuments(count: number, communes: readonly Commune[]): readonly SearchDocument[] {
  const useCases = makeUseCases(count * useCasesInOne, communes);
  return Array.from({ length: count }, (_, index) => {
    const merged = useCases.slice(index * useCasesInOne, (index + 1) * useCasesInOne);
    const [{ title, themes, tags, product } = { title: '', themes: [], tags: [], product: '' }] = merged;
    const texts = merged.map(({ summary, description, lessons }) => [summary, description, lessons?.advice]);
    return {
      id: `bench-${String(index).padStart(5, '0')}`,
      fields: { title, keywords: [...themes, ...tags, product].join(', '), text: texts.flat().join('\n') },
    };
  });
}

function countWords(documents: readonly SearchDocument[]): number {
  let words = 0;
  for (const { fields } of documents) {
    words += Object.values(fields).join(' ').split(/\s+/).length;
  }
  return words;
}

/** The figures as lines of text, with the targets. */
export function toIndexTable(figures: IndexFigures): string {
  const { documents, words, buildMs, loadMs, saveMs, longestBlockMs, worstBlockMs, fileBytes } = figures;
  const rows: readonly (readonly [string, string, string])[] = [
    ['build', `${buildMs.toFixed(0)} ms`, against(buildMs, 6000)],
    ['load from the file', `${loadMs.toFixed(0)} ms`, against(loadMs, 1500)],
    ['save to the file', `${saveMs.toFixed(0)} ms`, ''],
    ['longest block while saving', `${longestBlockMs.toFixed(1)} ms`, against(longestBlockMs, 10)],
    ['  in the worst round', `${worstBlockMs.toFixed(1)} ms`, ''],
    ['size of the file', `${(fileBytes / 1024 ** 2).toFixed(1)} MB`, ''],
  ];
  const lines = rows.map(([name, value, target]) =>
    `${name.padEnd(28)}${value.padStart(10)}  ${target}`.trimEnd(),
  );
  return [`index over ${documents} records of ${words} words`, ...lines].join('\n');
}

function against(value: number, most: number): string {
  return `≤ ${most} ms  ${value <= most ? 'yes' : 'NO'}`;
}
