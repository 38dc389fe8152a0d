import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/features/exchange/read-table.ts';
import { readWorkbook } from '../../../src/features/exchange/read-workbook.ts';
import { toWorkbookParts, toZip, type ZipPart } from './zip.ts';

const rows = [
  ['Titel', 'Kurzbeschreibung'],
  ['A', 'B'],
];

async function refusal(parts: readonly ZipPart[]) {
  const result = await readTable(toZip(parts));
  return result.kind === 'refused' ? result.problem : undefined;
}

async function write(fill: (workbook: exceljs.Workbook) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('a workbook', () => {
  it('gives its cells as the texts that people see', async () => {
    const bytes = await write((workbook) => {
      const sheet = workbook.addWorksheet('Daten');
      sheet.addRow(['Titel', 'AGS', 'Tag', 'Monat', 'Jahr', 'Formel', 'Farbig', 'Link', 'Fehler', 'Ja']);
      const row = sheet.getRow(3);
      row.values = ['A', 5962040, day(), day(), day()];
      row.getCell(3).numFmt = 'dd.mm.yyyy';
      row.getCell(4).numFmt = 'mmm yyyy';
      row.getCell(5).numFmt = 'yyyy "d"';
      row.getCell(6).value = { formula: '1+1', result: 2 };
      row.getCell(7).value = { richText: [{ text: 'halb ' }, { text: 'fett', font: { bold: true } }] };
      row.getCell(8).value = { text: 'Seite', hyperlink: 'https://example.org/' };
      row.getCell(9).value = { formula: '1/0', result: { error: '#DIV/0!' } };
      row.getCell(10).value = true;
    });

    const result = await readTable(bytes);

    expect(result).toMatchObject({
      kind: 'table',
      table: {
        format: 'xlsx',
        rows: [
          {
            number: 3,
            cells: [
              'A',
              '5962040',
              '2025-03-01',
              '2025-03',
              '2025',
              '2',
              'halb fett',
              'Seite',
              '#DIV/0!',
              'true',
            ],
            flaws: [{ cell: 8, kind: 'formula-error', value: '#DIV/0!' }],
            links: new Map([[7, 'https://example.org/']]),
          },
        ],
      },
    });
  });

  it('is read from its first visible sheet with content, and names the others', async () => {
    const bytes = await write((workbook) => {
      workbook.addWorksheet('Leer');
      workbook.addWorksheet('Versteckt', { state: 'hidden' }).addRows(rows);
      workbook.addWorksheet('Daten').addRows(rows);
      workbook.addWorksheet('Alt').addRows(rows);
    });

    const result = await readTable(bytes);

    expect(result).toMatchObject({
      kind: 'table',
      table: { headings: rows[0], ignoredSheets: ['Alt'], rows: [{ number: 2, cells: rows[1] }] },
    });
  });

  it('may have rules and merged cells over whole columns', async () => {
    const bytes = await write((workbook) => {
      const sheet = workbook.addWorksheet('Daten');
      sheet.addRows(rows);
      sheet.mergeCells('C1:D1');
    });
    const all = 'A1:XFD1048576';
    const sheet = toWorkbookParts(rows).map((part) =>
      part.name === 'xl/worksheets/sheet1.xml'
        ? {
            name: part.name,
            content: String(part.content).replace(
              '</worksheet>',
              `<mergeCells><mergeCell ref="${all}"/></mergeCells><dataValidations><dataValidation type="list" sqref="${all}"><formula1>"a,b"</formula1></dataValidation></dataValidations></worksheet>`,
            ),
          }
        : part,
    );

    expect(await readTable(bytes)).toMatchObject({ kind: 'table' });
    expect(await readTable(toZip(sheet))).toMatchObject({
      kind: 'table',
      table: { rows: [{ cells: rows[1] }] },
    });
  });
});

describe('a zip (fault 47)', () => {
  it('with the parts of a workbook is one', async () => {
    expect(await readTable(toZip(toWorkbookParts(rows)))).toMatchObject({
      kind: 'table',
      table: { headings: rows[0], rows: [{ cells: rows[1] }] },
    });
  });

  const parts = toWorkbookParts(rows);
  const bomb = Buffer.alloc(51_000_000, ' ');
  const doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>';

  it.each<[string, readonly ZipPart[], object]>([
    ['that is no workbook', [{ name: 'a.txt', content: 'x' }], { kind: 'not-a-workbook' }],
    ['without a single part', [], { kind: 'not-a-workbook' }],
    ['with macros', [...parts, { name: 'xl/vbaProject.bin', content: 'x' }], { kind: 'macros' }],
    [
      'with macros of Excel 4',
      [...parts, { name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }],
      { kind: 'macros' },
    ],
    [
      'of a type for macros',
      [
        {
          name: '[Content_Types].xml',
          content: '<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>',
        },
        ...parts.slice(1),
      ],
      { kind: 'macros' },
    ],
    ['with a password', [...parts, { name: 'x', content: 'x', flags: 1 }], { kind: 'password' }],
    [
      'with a document type',
      [...parts, { name: 'xl/sharedStrings.xml', content: doctype }],
      { kind: 'doctype' },
    ],
    [
      'with a document type in UTF-16',
      [...parts, { name: 'xl/sharedStrings.xml', content: Buffer.from(`\ufeff${doctype}`, 'utf16le') }],
      { kind: 'doctype' },
    ],
    [
      'that unpacks to 51 MB',
      [...parts, { name: 'xl/media/a.png', content: bomb }],
      { kind: 'unpacks-too-large', megabytes: 50 },
    ],
    [
      'that unpacks to 51 MB together',
      [...parts, ...[1, 2, 3].map((n) => ({ name: `x${n}`, content: bomb.subarray(0, 17_000_000) }))],
      { kind: 'unpacks-too-large', megabytes: 50 },
    ],
    [
      'that lies about its size',
      [...parts, { name: 'a', content: bomb, claimedSize: 10 }],
      { kind: 'damaged-workbook' },
    ],
    [
      'of 2,001 parts',
      Array.from({ length: 2001 }, (_, n) => ({ name: `a${n}`, content: '' })),
      { kind: 'too-many-entries', limit: 2000 },
    ],
    ['with two parts of one name', [...parts, ...parts.slice(-1)], { kind: 'damaged-workbook' }],
    [
      'with a part outside',
      [...parts, { name: '../../etc/passwd', content: 'x' }],
      { kind: 'damaged-workbook' },
    ],
    [
      'with broken XML',
      parts.map(({ name, content }) => ({ name, content: String(content).replaceAll('</row>', '</raw>') })),
      { kind: 'damaged-workbook' },
    ],
  ])('%s is refused', async (_, entries, problem) => {
    expect(await refusal(entries)).toEqual(problem);
  });

  it('that is cut off is refused', async () => {
    const whole = toZip(parts);

    expect(await readTable(whole.subarray(0, whole.length - 30))).toEqual({
      kind: 'refused',
      problem: { kind: 'damaged-workbook' },
    });
  });

  it('that would keep the reader busy for hours is given up', async () => {
    const name = '<definedNames><definedName name="a">Blatt!$A$1:$XFD$1048576</definedName></definedNames>';

    const result = await readWorkbook(toZip(toWorkbookParts(rows, name)), {
      timeMs: 1500,
      heapMegabytes: 128,
    });

    expect(result).toEqual({ kind: 'refused', problem: { kind: 'damaged-workbook' } });
  });
});

function day(): Date {
  return new Date(Date.UTC(2025, 2, 1));
}
