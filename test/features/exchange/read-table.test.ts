import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/features/exchange/read-table.ts';
import type { Table } from '../../../src/features/exchange/table.ts';

async function read(bytes: Uint8Array): Promise<Table> {
  const result = await readTable(bytes);
  if (result.kind !== 'table') {
    throw new Error(`refused: ${result.problem.kind}`);
  }
  return result.table;
}

async function refusal(bytes: Uint8Array) {
  const result = await readTable(bytes);
  return result.kind === 'refused' ? result.problem : undefined;
}

function cp1252(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (character) =>
      character === '€' ? 0x80 : character === '–' ? 0x96 : character.charCodeAt(0),
    ),
  );
}

const umlauts = 'Titel;Kurzbeschreibung\r\nStraßenzustand – für 5 €;Größe, Übung, Äpfel\r\n';

describe('a text file (fault 46)', () => {
  it.each([
    ['UTF-8', Buffer.from(umlauts)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${umlauts}`)],
    ['CP1252', cp1252(umlauts)],
    ['UTF-16 LE with a byte order mark', Buffer.from(`\ufeff${umlauts}`, 'utf16le')],
    ['UTF-16 LE without', Buffer.from(umlauts, 'utf16le')],
    ['UTF-16 BE with a byte order mark', Buffer.from(`\ufeff${umlauts}`, 'utf16le').swap16()],
    ['UTF-16 BE without', Buffer.from(umlauts, 'utf16le').swap16()],
  ])('is read in %s', async (_, bytes) => {
    const table = await read(bytes);

    expect(table.headings).toEqual(['Titel', 'Kurzbeschreibung']);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['Straßenzustand – für 5 €', 'Größe, Übung, Äpfel'],
    ]);
  });

  it.each([
    ['semicolon', 'title;summary\na,b;c'],
    ['comma', 'title,summary\n"a,b",c'],
    ['tab', 'title\tsummary\na,b\tc'],
    ['semicolon announced by Excel', 'sep=;\ntitle;summary\na,b;c'],
    ['comma in spite of a heading with semicolons', 'title,summary,"x;y;z;w"\n"a,b",c,'],
  ])('is split at the %s', async (_, text) => {
    const table = await read(Buffer.from(text));

    expect(table.headings.slice(0, 2)).toEqual(['title', 'summary']);
    expect(table.rows[0]?.cells.slice(0, 2)).toEqual(['a,b', 'c']);
  });

  it('names lines as an editor shows them, with blank lines and line breaks in quotes counted', async () => {
    const table = await read(
      Buffer.from('\r\ntitle;summary\r\n"one\r\ntwo\nthree";s\r\n\r\n;\r\nlast;s\r\n'),
    );

    expect(table.rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
      [3, 'one\r\ntwo\nthree'],
      [8, 'last'],
    ]);
  });

  it('keeps quotes within unquoted cells and rows with too few or too many cells', async () => {
    const table = await read(Buffer.from('title;summary\n12" screens;x\nonly\na;b;c\n'));

    expect(table.rows.map(({ cells }) => cells)).toEqual([['12" screens', 'x'], ['only'], ['a', 'b', 'c']]);
  });

  it.each([
    ['an empty file', Buffer.alloc(0), { kind: 'empty' }],
    ['blank lines only', Buffer.from('\ufeff\n \n'), { kind: 'empty' }],
    ['headings only', Buffer.from('title;summary\n;\n'), { kind: 'no-rows' }],
    ['an open quote', Buffer.from('title;summary\na;b\nc;"d\ne;f\n'), { kind: 'open-quote', line: 3 }],
    ['a Windows program', Buffer.from('MZ\u0090\u0000\u0003\u0000', 'latin1'), { kind: 'program' }],
    ['a Linux program', Buffer.from('\u007fELF\u0002\u0001', 'latin1'), { kind: 'program' }],
    ['a script', Buffer.from('#!/bin/sh\necho title,summary\n'), { kind: 'program' }],
    ['a PDF', Buffer.from('%PDF-1.7\n'), { kind: 'unknown-kind' }],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      { kind: 'unknown-kind' },
    ],
    ['HTML that calls itself a table', Buffer.from('<html><table></table></html>'), { kind: 'markup' }],
    ['CP850', Buffer.from('title;summary\nGr\u0081n;x\n', 'latin1'), { kind: 'unknown-encoding', line: 2 }],
    [
      'half a UTF-16 character',
      Buffer.from('\ufeffab', 'utf16le').subarray(0, 5),
      { kind: 'unknown-encoding', line: 1 },
    ],
    [
      'UTF-8 and CP1252 glued together',
      Buffer.concat([Buffer.from('title;summary\nGrün;x\n'), cp1252('Grün;x\n')]),
      { kind: 'mixed-encoding', line: 3 },
    ],
    [
      'UTF-8 with a byte order mark and a broken character',
      Buffer.concat([Buffer.from('\ufefftitle;summary\n'), Buffer.from([0xe4])]),
      { kind: 'mixed-encoding', line: 2 },
    ],
    ['more than 20 MB', Buffer.alloc(20_000_001, 'a'), { kind: 'too-large', megabytes: 20 }],
  ])('is refused when it is %s', async (_, bytes, problem) => {
    expect(await refusal(bytes)).toEqual(problem);
  });

  it('is refused with one row more than 100,000', async () => {
    const allowed = await read(Buffer.from(`title;summary\n${'a;b\n'.repeat(100_000)}`));
    const refused = await refusal(Buffer.from(`title;summary\n${'a;b\n'.repeat(100_001)}`));

    expect(allowed.rows).toHaveLength(100_000);
    expect(refused).toEqual({ kind: 'too-many-rows', limit: 100_000 });
  });

  it('of line breaks alone takes neither memory nor long', async () => {
    expect(await refusal(Buffer.alloc(5_000_000, '\n'))).toEqual({ kind: 'empty' });
  });
});

describe('a container of old Office files (fault 47)', () => {
  const start = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

  it('is refused as old Excel', async () => {
    expect(await refusal(Buffer.concat([start, Buffer.from('Workbook', 'utf16le')]))).toEqual({
      kind: 'old-excel',
    });
  });

  it('is refused as protected when it holds an encrypted workbook', async () => {
    const bytes = Buffer.concat([start, Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')]);

    expect(await refusal(bytes)).toEqual({ kind: 'password' });
  });
});

describe('a JSON file', () => {
  it('gives rows of texts, lists in one cell, under the keys of all entries', async () => {
    const entries = [
      { title: 'A', themes: ['x', 'y'], commune: 5962040 },
      { summary: 'B', note: null, title: 'C' },
    ];

    const table = await read(Buffer.from(JSON.stringify(entries)));

    expect(table.headings).toEqual(['title', 'themes', 'commune', 'summary', 'note']);
    expect(table.rows.map(({ number, cells }) => [number, cells])).toEqual([
      [1, ['A', 'x | y', '5962040', '', '']],
      [2, ['C', '', '', 'B', '']],
    ]);
  });

  it('may hold its list under a key', async () => {
    const table = await read(Buffer.from('{"version":1,"useCases":[{"title":"A"}]}'));

    expect(table.rows[0]?.cells).toEqual(['A']);
  });

  it('marks values with a structure of their own, and entries that are none', async () => {
    const table = await read(Buffer.from('[{"title":{"de":"A"}},"text",{"title":[["A"]]}]'));

    expect(table.rows.map(({ flaws }) => flaws)).toEqual([
      [{ cell: 0, kind: 'not-a-text', value: '{"de":"A"}' }],
      [{ cell: 0, kind: 'not-a-text', value: '"text"' }],
      [{ cell: 0, kind: 'not-a-text', value: '[["A"]]' }],
    ]);
  });

  it('leaves the prototype alone', async () => {
    const table = await read(Buffer.from('[{"__proto__":{"polluted":true},"constructor":"x","title":"A"}]'));

    expect(table.headings).toEqual(['__proto__', 'constructor', 'title']);
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    ['cut off', '[{"title":"A"}', { kind: 'broken-json' }],
    ['nested 200,000 deep', '['.repeat(200_000), { kind: 'broken-json' }],
    ['without a list', '{"title":"A"}', { kind: 'no-list-in-json' }],
    ['with two lists', '{"a":[],"b":[]}', { kind: 'no-list-in-json' }],
    ['with an empty list', '[]', { kind: 'no-rows' }],
    ['with too many entries', `[${'{},'.repeat(100_000)}{}]`, { kind: 'too-many-rows', limit: 100_000 }],
  ])('is refused when it is %s', async (_, text, problem) => {
    expect(await refusal(Buffer.from(text))).toEqual(problem);
  });
});
