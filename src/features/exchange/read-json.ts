import {
  type CellFlaw,
  fileLimits,
  isBlankRow,
  type ReadTableResult,
  refuse,
  type TableRow,
} from './table.ts';
import { wholeFormat } from './whole-record.ts';

/** Reads a list of objects, or an object whose only list is meant; their keys are the headings. Our own export holds whole records. */
export function readJson(text: string): ReadTableResult {
  const parsed = parseJson(text);
  if (parsed === undefined) {
    return refuse({ kind: 'broken-json' });
  }
  const ownVersion = findOwnVersion(parsed.value);
  if (ownVersion !== undefined && ownVersion !== wholeFormat.version) {
    return refuse({ kind: 'unknown-kind' });
  }
  const list = findList(parsed.value);
  if (list === undefined) {
    return refuse({ kind: 'no-list-in-json' });
  }
  if (list.length > fileLimits.rows) {
    return refuse({ kind: 'too-many-rows', limit: fileLimits.rows });
  }
  if (ownVersion !== undefined) {
    return readWhole(list);
  }
  const places = new Map<string, number>();
  for (const entry of list) {
    for (const key of isObject(entry) ? Object.keys(entry) : []) {
      places.set(key, places.get(key) ?? places.size);
    }
  }
  const rows = list.map((entry, index) => toRow(entry, index + 1, places));
  return {
    kind: 'table',
    table: {
      format: 'json',
      headings: [...places.keys()],
      rows: rows.filter((row) => !isBlankRow(row)),
      ignoredSheets: [],
    },
  };
}

/** Every entry is a row without cells. */
function readWhole(list: readonly unknown[]): ReadTableResult {
  const headings = ['title', 'summary'];
  const rows = list.map((entry, index) => ({ number: index + 1, cells: headings, flaws: [], entry }));
  return { kind: 'table', table: { format: 'json', headings, rows, ignoredSheets: [] } };
}

function findOwnVersion(value: unknown): unknown {
  const isOwn = isObject(value) && value['format'] === wholeFormat.format;
  return isOwn ? (value['version'] ?? null) : undefined;
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    // A RangeError is a text nested deeper than the parser's stack.
    if (error instanceof SyntaxError || error instanceof RangeError) {
      return undefined;
    }
    throw error;
  }
}

function findList(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) {
    return value;
  }
  const lists = isObject(value) ? Object.values(value).filter((one) => Array.isArray(one)) : [];
  return lists.length === 1 ? lists[0] : undefined;
}

function toRow(entry: unknown, number: number, places: ReadonlyMap<string, number>): TableRow {
  const cells = Array.from({ length: places.size }, () => '');
  const flaws: CellFlaw[] = [];
  if (!isObject(entry)) {
    return { number, cells, flaws: [{ cell: 0, kind: 'not-a-text', value: toShort(entry) }] };
  }
  for (const [key, value] of Object.entries(entry)) {
    const cell = places.get(key) ?? 0;
    const text = toText(value);
    if (text === undefined) {
      flaws.push({ cell, kind: 'not-a-text', value: toShort(value) });
    } else {
      cells[cell] = text;
    }
  }
  return { number, cells, flaws };
}

/** Lists of texts become one cell, as a spreadsheet would hold them; undefined for what has more structure. */
function toText(value: unknown): string | undefined {
  if (value === null) {
    return '';
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  const parts = Array.isArray(value)
    ? value.map((part) => (isText(part) ? String(part) : undefined))
    : [undefined];
  return parts.includes(undefined) ? undefined : parts.join(' | ');
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toShort(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, 60);
}
