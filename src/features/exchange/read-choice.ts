import { fold } from '../../domain/commune-words.ts';
import type { ColumnKey } from './columns.ts';
import { toShown } from './clean-text.ts';
import type { RowReader } from './row-reader.ts';

const longestChoice = 100;

/** A key ("in_use") or its label ("im Einsatz"), in any case and spelling of umlauts. */
export function readChoice<Key extends string>(
  row: RowReader,
  column: ColumnKey,
  keys: readonly Key[],
  labels: Readonly<Record<Key, string>>,
): Key | undefined {
  const text = row.line(column, longestChoice);
  return text === undefined ? undefined : findChoice(row, column, text, keys, labels);
}

/** Like `readChoice` for a cell with several. */
export function readChoices<Key extends string>(
  row: RowReader,
  column: ColumnKey,
  keys: readonly Key[],
  labels: Readonly<Record<Key, string>>,
): readonly Key[] {
  const found = row.list(column).map((text) => findChoice(row, column, text, keys, labels));
  return [...new Set(found.filter((key) => key !== undefined))];
}

function findChoice<Key extends string>(
  row: RowReader,
  column: ColumnKey,
  text: string,
  keys: readonly Key[],
  labels: Readonly<Record<Key, string>>,
): Key | undefined {
  const sought = toSpelling(text);
  const key = keys.find((one) => toSpelling(one) === sought || toSpelling(labels[one]) === sought);
  if (key === undefined) {
    const choices = keys.map((one) => labels[one]);
    row.report({ kind: 'unknown-choice', value: toShown(text), choices }, column);
  }
  return key;
}

function toSpelling(text: string): string {
  return fold(text).replaceAll(/[^a-z0-9]/g, '');
}
