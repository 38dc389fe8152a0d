import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { z } from 'zod';
import { fold } from '../../../src/search/german/fold.ts';
import { rankedLength, type EngineKind } from './measured-engine.ts';
import type { Doc } from './read-set.ts';

const titleWeight = { trigrams: 5, words: 2 };
/** What a score by words counts beside a score by trigrams. */
const wordWeight = 0.5;
/** As many documents of each table are put together. */
const candidates = 200;

const tables = `
  create virtual table trigrams using fts5 (title, text, content = '', contentless_delete = 1, tokenize = 'trigram');
  create virtual table words using fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  );
`;

const Found = z.array(z.object({ number: z.number(), score: z.number() }));
const Size = z.object({ bytes: z.number() });

/**
 * SQLite FTS5 with trigrams and words: any trigram of the question may fit (a typing error spares most of them), ae and ä are one
 * letter, words begin and end with a space so that a trigram can say so, and the BM25 of both tables is added up. The numbers are
 * the best of 40 settings for the sets of municipal services and of questions and answers. The texts themselves are not kept.
 */
export const ftsReference: EngineKind = {
  name: 'SQLite FTS5 trigram',
  create() {
    const database = new DatabaseSync(':memory:');
    database.exec(tables);
    const ids: string[] = [];
    const numbers = new Map<string, number>();
    const add = {
      trigrams: database.prepare('insert or replace into trigrams (rowid, title, text) values (?, ?, ?)'),
      words: database.prepare('insert or replace into words (rowid, title, text) values (?, ?, ?)'),
    };
    const find = { trigrams: prepareSearch(database, 'trigrams'), words: prepareSearch(database, 'words') };
    const size = database.prepare(
      'select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()',
    );

    function put({ id, title, text }: Doc): void {
      const number = numbers.get(id) ?? ids.push(id);
      numbers.set(id, number);
      add.trigrams.run(number, spaced(title), spaced(text));
      add.words.run(number, fold(title), fold(text));
    }

    return {
      load(docs) {
        database.exec('begin');
        docs.forEach(put);
        database.exec('commit');
      },
      put,
      search(text) {
        const scores = new Map<number, number>();
        addScores(scores, find.trigrams, trigramsOf(text), { titleWeight: titleWeight.trigrams, weight: 1 });
        addScores(scores, find.words, wordsOf(text), { titleWeight: titleWeight.words, weight: wordWeight });
        const best = [...scores].sort(([, one], [, other]) => other - one).slice(0, rankedLength);
        return {
          ranked: best.map(([number]) => ids[number - 1] ?? ''),
          confidence: best[0]?.[1] ?? 0,
        };
      },
      bytesOutsideNode: () => Size.parse(size.get()).bytes,
      close: () => database.close(),
    };
  },
};

function prepareSearch(database: DatabaseSync, table: keyof typeof titleWeight): StatementSync {
  return database.prepare(
    `select rowid as number, -bm25(${table}, ?, 1) as score from ${table} where ${table} match ? order by score desc limit ?`,
  );
}

function addScores(
  scores: Map<number, number>,
  search: StatementSync,
  terms: ReadonlySet<string>,
  { titleWeight: title, weight }: { titleWeight: number; weight: number },
): void {
  if (terms.size === 0) {
    return;
  }
  const question = [...terms].map(quoted).join(' OR ');
  for (const { number, score } of Found.parse(search.all(title, question, candidates))) {
    scores.set(number, (scores.get(number) ?? 0) + weight * score);
  }
}

/** In double quotes nothing is an operator of FTS5's query language: neither NOT nor a star nor a colon. */
function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu));
}

function spaced(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]*([\p{L}\p{N}]+)[^\p{L}\p{N}]*/gu, ' $1 ');
}

function trigramsOf(text: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of wordsOf(text)) {
    const letters = ` ${word} `;
    for (let start = 0; start + 3 <= letters.length; start += 1) {
      trigrams.add(letters.slice(start, start + 3));
    }
  }
  return trigrams;
}
