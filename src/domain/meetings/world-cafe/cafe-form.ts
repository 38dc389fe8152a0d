import { topicRequestId } from '../../ids.ts';
import type { TopicRequestId } from '../../ids.ts';
import { readCount } from '../../typed-count.ts';
import { beginningOf, toPlainText } from '../../typed-words.ts';
import { cafeDefaults, cafeLimits, mostWishes } from './world-cafe.ts';
import type { CafeSettings } from './world-cafe.ts';

/** What stands in the form. */
export interface CafeFields {
  readonly tables: string;
  readonly seatsPerTable: string;
  readonly rounds: string;
  readonly minutes: string;
  readonly topics: readonly TopicRequestId[];
}

export type CafeProblem =
  | { readonly field: 'tables' | 'seatsPerTable' | 'rounds' | 'minutes'; readonly problem: 'no-number' }
  /** Nobody sits at a topic twice. */
  | { readonly field: 'rounds'; readonly problem: 'more-than-tables'; readonly tables: number }
  | {
      readonly field: 'seatsPerTable';
      readonly problem: 'too-few-seats';
      readonly persons: number;
      readonly missing: number;
      /** So many at each table would do; absent where no table may have so many. */
      readonly enough?: number;
    }
  /** Each table has one topic. */
  | {
      readonly field: 'topics';
      readonly problem: 'too-few' | 'too-many';
      readonly chosen: number;
      readonly tables: number;
    }
  | { readonly field: 'topics'; readonly problem: 'unknown' };

export type CheckedCafe =
  | { readonly kind: 'valid'; readonly settings: CafeSettings }
  | {
      readonly kind: 'invalid';
      /** At least one, in the order of the fields. */
      readonly problems: readonly CafeProblem[];
      readonly fields: CafeFields;
    };

/** What was typed; several topics come as one text, with commas. */
export interface TypedCafe {
  readonly tables?: string;
  readonly seatsPerTable?: string;
  readonly rounds?: string;
  readonly minutes?: string;
  readonly topics?: string;
}

/** Characters that come back in a form. */
const mostKept = 60;

/** `persons`: those who have a seat at this moment, with their guests; `offered`: the topics to choose from. */
export function checkCafe(
  typed: TypedCafe,
  { persons, offered }: { readonly persons: number; readonly offered: readonly TopicRequestId[] },
): CheckedCafe {
  const fields: CafeFields = {
    tables: toLine(typed.tables),
    seatsPerTable: toLine(typed.seatsPerTable),
    rounds: toLine(typed.rounds),
    minutes: toLine(typed.minutes),
    topics: toChosen(typed.topics),
  };
  const tables = readWithin(fields.tables, 'tables');
  const seatsPerTable = readWithin(fields.seatsPerTable, 'seatsPerTable');
  const rounds = readWithin(fields.rounds, 'rounds');
  const minutes = readWithin(fields.minutes, 'minutes');
  const topics = fields.topics.filter((topic) => offered.includes(topic));
  const problems: readonly CafeProblem[] = [
    ...noNumber('tables', tables),
    ...noNumber('seatsPerTable', seatsPerTable),
    ...checkSeats(tables, seatsPerTable, persons),
    ...noNumber('rounds', rounds),
    ...checkRounds(tables, rounds),
    ...noNumber('minutes', minutes),
    ...checkTopics(tables, topics, fields.topics),
  ];
  if (problems.length > 0 || seatsPerTable === undefined || rounds === undefined || minutes === undefined) {
    return { kind: 'invalid', problems, fields: { ...fields, topics } };
  }
  return { kind: 'valid', settings: { topics, seatsPerTable, rounds, minutes } };
}

/** What stands in the form at first, and when it is opened again. */
export function toCafeFields(
  settings: CafeSettings | undefined,
  suggested: readonly TopicRequestId[],
): CafeFields {
  const { seatsPerTable, rounds, minutes } = settings ?? cafeDefaults;
  const topics = settings?.topics ?? suggested.slice(0, cafeDefaults.tables);
  return {
    tables: String(settings?.topics.length ?? cafeDefaults.tables),
    seatsPerTable: String(seatsPerTable),
    rounds: String(rounds),
    minutes: String(minutes),
    topics,
  };
}

export type CheckedWishes =
  | { readonly kind: 'valid'; readonly topics: readonly TopicRequestId[] }
  | { readonly kind: 'invalid'; readonly problem: 'twice' | 'unknown'; readonly topics: Chosen };

/** In the order of the fields; one that was left empty is missing. */
export type Chosen = readonly (TopicRequestId | undefined)[];

/** The favourites first; nobody has to name any. */
export function checkWishes(chosen: Chosen, offered: readonly TopicRequestId[]): CheckedWishes {
  const topics = chosen.slice(0, mostWishes).filter((topic) => topic !== undefined);
  if (topics.some((topic) => !offered.includes(topic))) {
    return { kind: 'invalid', problem: 'unknown', topics: chosen };
  }
  return new Set(topics).size < topics.length
    ? { kind: 'invalid', problem: 'twice', topics: chosen }
    : { kind: 'valid', topics };
}

type NumberField = keyof typeof cafeLimits;

function readWithin(typed: string, field: NumberField): number | undefined {
  const { from, to } = cafeLimits[field];
  const number = readCount(typed);
  return number !== undefined && number >= from && number <= to ? number : undefined;
}

function noNumber(field: NumberField, number: number | undefined): readonly CafeProblem[] {
  return number === undefined ? [{ field, problem: 'no-number' }] : [];
}

function checkSeats(
  tables: number | undefined,
  seatsPerTable: number | undefined,
  persons: number,
): readonly CafeProblem[] {
  if (tables === undefined || seatsPerTable === undefined || persons <= tables * seatsPerTable) {
    return [];
  }
  const missing = persons - tables * seatsPerTable;
  const enough = Math.ceil(persons / tables);
  const isPossible = enough <= cafeLimits.seatsPerTable.to;
  return [
    { field: 'seatsPerTable', problem: 'too-few-seats', persons, missing, ...(isPossible && { enough }) },
  ];
}

function checkRounds(tables: number | undefined, rounds: number | undefined): readonly CafeProblem[] {
  return tables !== undefined && rounds !== undefined && rounds > tables
    ? [{ field: 'rounds', problem: 'more-than-tables', tables }]
    : [];
}

function checkTopics(
  tables: number | undefined,
  topics: readonly TopicRequestId[],
  chosen: readonly TopicRequestId[],
): readonly CafeProblem[] {
  if (topics.length < chosen.length) {
    return [{ field: 'topics', problem: 'unknown' }];
  }
  if (tables === undefined || topics.length === tables) {
    return [];
  }
  const problem = topics.length < tables ? 'too-few' : 'too-many';
  return [{ field: 'topics', problem, chosen: topics.length, tables }];
}

function toChosen(typed = ''): readonly TopicRequestId[] {
  const keys = typed.split(',').filter((key) => /^[0-9A-Za-z-]{1,64}$/.test(key));
  return [...new Set(keys)].map(topicRequestId);
}

function toLine(typed = ''): string {
  return beginningOf(toPlainText(typed.toWellFormed()).replaceAll(/\n+/g, ' '), mostKept);
}
