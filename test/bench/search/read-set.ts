import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { CommandError } from './command-error.ts';

const Doc = z.object({ id: z.string(), title: z.string(), text: z.string() });
const Query = z.object({ id: z.string(), text: z.string(), relevant: z.array(z.string()).optional() });
const Withheld = z.array(z.string());
export type Doc = z.infer<typeof Doc>;
export type Query = z.infer<typeof Query>;

/** Documents, and queries of which it is known what they should find. */
export interface EvaluationSet {
  readonly name: string;
  /** The name of the set whose documents these are. */
  readonly base: string;
  readonly docs: readonly Doc[];
  readonly queries: readonly Query[];
  /** Documents to leave out, so that some queries cannot be answered. */
  readonly withheld: ReadonlySet<string> | undefined;
}

/** Throws a CommandError that names the file when one is missing or has another form. */
export async function readFiles(docs: string, queries: string): Promise<EvaluationSet> {
  return {
    name: basename(queries),
    base: basename(queries),
    docs: await readLines(docs, Doc),
    queries: await readLines(queries, Query),
    withheld: undefined,
  };
}

/** The sets in the folders. One without documents of its own ("services-typo") uses those of the set without the suffix. */
export async function readSets(folders: readonly string[]): Promise<EvaluationSet[]> {
  const sets: EvaluationSet[] = [];
  for (const folder of folders) {
    const base = existsSync(join(folder, 'docs.jsonl'))
      ? folder
      : join(dirname(folder), basename(folder).replace(/-[^-]*$/, ''));
    const withheld = join(base, 'withheld.json');
    const name = basename(resolve(base));
    sets.push({
      name: basename(resolve(folder)),
      base: name,
      docs: await readLines(join(base, 'docs.jsonl'), Doc),
      queries: await readLines(join(folder, 'queries.jsonl'), Query),
      withheld: existsSync(withheld)
        ? new Set(parseJson(await readText(withheld), Withheld, withheld))
        : undefined,
    });
  }
  return sets;
}

/** All folders with queries in a folder, by name. */
export async function findSets(folder: string): Promise<string[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw new CommandError(`cannot read ${folder}`, { cause: error });
  }
  const sets = names
    .map((name) => join(folder, name))
    .filter((set) => existsSync(join(set, 'queries.jsonl')));
  if (sets.length === 0) {
    throw new CommandError(`no folder in ${folder} has a queries.jsonl`);
  }
  return sets.sort();
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
