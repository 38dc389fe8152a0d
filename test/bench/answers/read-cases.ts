import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { CommandError } from '../search/command-error.ts';
import type { AnswerCase } from './answer-case.ts';
import { readRecord } from './read-record.ts';
import type { KnownRecords } from './read-record.ts';

/** A file of cases cannot be used; the message says where it is wrong, and in which field. */
export class CasesError extends Error {
  override readonly name = 'CasesError';
}

/** Citations that Teams takes. */
const mostRecords = 20;

const text = z.string('must be a text').trim().min(1, 'must not be empty');
const names = z.array(text, 'must be a list of texts').default([]);
const Case = z.strictObject(
  {
    id: text.exactOptional(),
    question: text,
    records: z
      .array(z.unknown(), 'must be a list of ids and records')
      .min(1, 'must not be empty')
      .max(mostRecords, `must not have more than ${mostRecords}`),
    mustName: names,
    mustNotName: names,
    refuse: z.boolean('must be true or false').default(false),
    answer: text.exactOptional(),
  },
  'must be an object',
);

interface Entry {
  /** "cases.jsonl, line 3" */
  readonly place: string;
  readonly number: number;
  readonly value: unknown;
}

/**
 * The cases of a file: JSON Lines, or one JSON list. A field of `mustName` may hold alternatives: "Bürgerbüro|Bürgerservice". Throws a
 * CasesError, or a CommandError when there is no such file.
 */
export async function readCases(path: string, known: KnownRecords): Promise<readonly AnswerCase[]> {
  const cases: AnswerCase[] = [];
  for (const entry of toEntries(await readText(path), path)) {
    const next = toCase(entry, known);
    if (cases.some(({ id }) => id === next.id)) {
      throw new CasesError(`${entry.place}: "id" ${next.id} is there twice`);
    }
    cases.push(next);
  }
  if (cases.length === 0) {
    throw new CasesError(`${path} has no cases`);
  }
  return cases;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new CommandError(`cannot read ${path}`, { cause: error });
  }
}

function toEntries(all: string, path: string): readonly Entry[] {
  const content = all.replace(/^\uFEFF/, '');
  if (content.trimStart().startsWith('[')) {
    const list: unknown = parseJson(content, path);
    return (Array.isArray(list) ? list : []).map((value: unknown, index) => {
      return { place: `${path}, entry ${index + 1}`, number: index + 1, value };
    });
  }
  return content.split('\n').flatMap((line, index) => {
    const place = `${path}, line ${index + 1}`;
    return line.trim() === '' ? [] : [{ place, number: index + 1, value: parseJson(line, place) }];
  });
}

function parseJson(json: string, place: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new CasesError(`${place}: is no JSON`, { cause: error });
  }
}

function toCase({ place, number, value }: Entry, known: KnownRecords): AnswerCase {
  const parsed = Case.safeParse(value);
  if (!parsed.success) {
    throw new CasesError(`${place}: ${parsed.error.issues.map(toSentence).join('; ')}`);
  }
  const { id = String(number), question, mustName, mustNotName, refuse, answer, records } = parsed.data;
  if (refuse && mustName.length > 0) {
    throw new CasesError(`${place}: "mustName" has no place beside "refuse"`);
  }
  const useCases = records.map((record, index): UseCase => {
    const read = readRecord(record, `${id}.${index + 1}`, known);
    if (read.kind === 'problem') {
      throw new CasesError(`${place}: ${named(['records', index, ...read.path])} ${read.problem}`);
    }
    return read.useCase;
  });
  return {
    id,
    question,
    useCases,
    mustName: mustName.map((name) => name.split('|')),
    mustNotName,
    refuse,
    answer,
  };
}

function toSentence(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys'
    ? `${issue.keys.map((key) => named([...issue.path, key])).join(', ')} is no field of a case`
    : `${issue.path.length === 0 ? 'the case' : named(issue.path)} ${issue.message}`;
}

/** `"records[0].title"` */
function named(path: readonly PropertyKey[]): string {
  const words = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return `"${words.replace(/^\./, '')}"`;
}
