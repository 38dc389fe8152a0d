import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanLine, cleanLines } from '../../../src/features/exchange/clean-text.ts';
import { readTable } from '../../../src/features/exchange/read-table.ts';

const naughty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '"',
    '""',
    ';',
    ',',
    '\r\n',
    '\n',
    '\r',
    '\t',
    "'",
    '=1+1',
    'ä\u0308',
    '\u202e',
    '👩‍👩‍👧',
    '<at>x</at>',
    '\ufeff',
  ),
  fc.string(),
);
const cell = fc.array(naughty, { maxLength: 4 }).map((parts) => `x${parts.join('').replaceAll('\0', '')}`);

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

it('reads back whatever was written between quotes, in every encoding and with every separator', async () => {
  const encodings = [
    (text: string) => Buffer.from(text),
    (text: string) => Buffer.from(`\ufeff${text}`),
    (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  ];
  const row = fc.tuple(cell, cell);

  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(';', ',', '\t'),
      fc.constantFrom('\r\n', '\n', '\r'),
      fc.constantFrom(...encodings),
      async (rows, separator, end, encode) => {
        const lines = [['title', 'summary'], ...rows].map((cells) => cells.map(quote).join(separator));

        const result = await readTable(encode(`${lines.join(end)}${end}`));

        expect(result.kind === 'table' && result.table.rows.map(({ cells }) => cells)).toEqual(rows);
      },
    ),
    { numRuns: 200 },
  );
});

it('cleans a text once and for all', () => {
  fc.assert(
    fc.property(
      fc.array(naughty).map((parts) => parts.join('')),
      (text) => {
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
        expect(cleanLines(cleanLines(text))).toBe(cleanLines(text));
        expect(cleanLine(text)).not.toMatch(/[\p{Cc}\u202e\u200b]/u);
      },
    ),
  );
});
