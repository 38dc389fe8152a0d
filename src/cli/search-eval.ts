import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createSearchEngine } from '../search/create-search-engine.ts';
import { areaUnderCurve, measureRetrieval, percentile } from '../search/retrieval-measures.ts';
import type { SearchEngine } from '../search/search-engine.ts';

/** What the person at the terminal can solve; the message is one sentence for them. */
class CommandError extends Error {
  override readonly name = 'CommandError';
}

const usage =
  'usage: npm run search:eval -- (--docs D.jsonl --queries Q.jsonl | --set DIRECTORY) [--out R.jsonl]';
const rankedLength = 50;
const fields = {
  title: { weight: 2, lengthNormalisation: 0.7 },
  text: { weight: 1, lengthNormalisation: 0.75 },
};

const Doc = z.object({ id: z.string(), title: z.string(), text: z.string() });
const Query = z.object({ id: z.string(), text: z.string(), relevant: z.array(z.string()).optional() });
const Withheld = z.array(z.string());
type Doc = z.infer<typeof Doc>;
type Query = z.infer<typeof Query>;

interface Files {
  readonly docs: string;
  readonly queries: string;
  readonly withheld: string | undefined;
  readonly out: string | undefined;
}

interface Answer {
  readonly query: Query;
  readonly ranked: readonly string[];
  readonly confidence: number;
  readonly milliseconds: number;
}

function readCommand(args: readonly string[]): Files {
  const option = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { docs: option, queries: option, set: option, out: option },
    strict: false,
  });
  const given = z.record(z.string(), z.string()).safeParse(values);
  if (!given.success) {
    throw new CommandError(usage);
  }
  const { docs, queries, set, out, ...unknown } = given.data;
  if (Object.keys(unknown).length > 0) {
    throw new CommandError(usage);
  }
  if (set !== undefined && docs === undefined && queries === undefined) {
    return { ...filesOf(set), out };
  }
  if (docs === undefined || queries === undefined || set !== undefined) {
    throw new CommandError(usage);
  }
  return { docs, queries, withheld: undefined, out };
}

/** A set without documents of its own ("services-typo") uses those of the set without the suffix. */
function filesOf(set: string): Omit<Files, 'out'> {
  const base = existsSync(join(set, 'docs.jsonl'))
    ? set
    : join(dirname(set), basename(set).replace(/-[^-]*$/, ''));
  const withheld = join(base, 'withheld.json');
  return {
    docs: join(base, 'docs.jsonl'),
    queries: join(set, 'queries.jsonl'),
    withheld: existsSync(withheld) ? withheld : undefined,
  };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new CommandError(`cannot read ${path}`, { cause: error });
  }
}

async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readText(path)).split('\n');
  const rows: T[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() !== '') {
      rows.push(parseJson(line, schema, `${path}, line ${index + 1}`));
    }
  }
  return rows;
}

function parseJson<T>(text: string, schema: z.ZodType<T>, place: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new CommandError(`${place} does not have the expected form`, { cause: error });
  }
}

function build(docs: readonly Doc[]): SearchEngine {
  const engine = createSearchEngine({ fields });
  for (const { id, title, text } of docs) {
    engine.put({ id, fields: { title, text } });
  }
  return engine;
}

function ask(engine: SearchEngine, query: Query): Answer {
  const started = performance.now();
  const { hits, confidence } = engine.search({ text: query.text, offset: 0, limit: rankedLength });
  const milliseconds = performance.now() - started;
  return { query, ranked: hits.map((hit) => hit.id), confidence, milliseconds };
}

/** How well the confidence separates: the withheld documents are left out, and their questions can no longer be answered. */
async function measureConfidence(
  path: string,
  docs: readonly Doc[],
  queries: readonly Query[],
): Promise<string> {
  const withheld = new Set(parseJson(await readText(path), Withheld, path));
  const engine = build(docs.filter((doc) => !withheld.has(doc.id)));
  const answerable: number[] = [];
  const unanswerable: number[] = [];
  for (const query of queries) {
    const relevant = query.relevant ?? [];
    const left = relevant.filter((id) => !withheld.has(id)).length;
    if (relevant.length > 0 && left === relevant.length) {
      answerable.push(ask(engine, query).confidence);
    } else if (relevant.length > 0 && left === 0) {
      unanswerable.push(ask(engine, query).confidence);
    }
  }
  const area = areaUnderCurve(answerable, unanswerable).toFixed(3);
  return `confidence AUC ${area} (${answerable.length} answerable, ${unanswerable.length} unanswerable)`;
}

function toReport(answers: readonly Answer[]): string[] {
  const judged = answers.flatMap(({ ranked, query }) =>
    query.relevant === undefined ? [] : [{ ranked, relevant: query.relevant }],
  );
  if (judged.length === 0) {
    return [];
  }
  const { ndcgAt10, recallAt5, mrrAt10, successAt1 } = measureRetrieval(judged);
  return [
    `nDCG@10 ${ndcgAt10.toFixed(3)}`,
    `Recall@5 ${recallAt5.toFixed(3)}`,
    `MRR@10 ${mrrAt10.toFixed(3)}`,
    `success@1 ${successAt1.toFixed(3)}`,
  ];
}

/** Builds an index of the documents, asks it the queries, and prints how good and how fast the answers are. */
async function main(args: readonly string[]): Promise<void> {
  const files = readCommand(args);
  const docs = await readLines(files.docs, Doc);
  const queries = await readLines(files.queries, Query);
  const started = performance.now();
  const engine = build(docs);
  const buildTime = performance.now() - started;
  const answers = queries.map((query) => ask(engine, query));
  const times = answers.map((answer) => answer.milliseconds);
  const report = [
    `documents ${engine.size}, queries ${queries.length}`,
    ...toReport(answers),
    ...(files.withheld === undefined ? [] : [await measureConfidence(files.withheld, docs, queries)]),
    `build ${buildTime.toFixed(0)} ms`,
    `p50 ${percentile(times, 0.5).toFixed(2)} ms`,
    `p95 ${percentile(times, 0.95).toFixed(2)} ms`,
  ];
  if (files.out !== undefined) {
    const lines = answers.map(({ query, ranked, confidence }) =>
      JSON.stringify({ qid: query.id, ranked, confidence }),
    );
    await writeFile(files.out, `${lines.join('\n')}\n`);
  }
  console.log(report.join('\n'));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof CommandError ? error.message : error);
  process.exitCode = 1;
}
