import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import exceljs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { useCases } from './export-arbitraries.ts';
import { aStock, exportAs } from './export-fixture.ts';
import { menden } from './import-fixture.ts';

const Rows = z.array(z.array(z.string()));
const payloads = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '=HYPERLINK("https://evil.example.org";"Klick")',
  "=cmd|' /C calc'!A0",
  '\uff1d1+1',
  '";=1+1;"',
  '"\r\n=1+1',
];
const calculates = /^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** The payload in every field that people write. */
function poisoned(payload: string, id: string): UseCase {
  return {
    id: useCaseId(id),
    title: payload,
    summary: payload,
    description: payload,
    category: 'other',
    language: payload,
    visibility: 'public',
    adopters: [
      { body: { kind: 'organisation', name: payload }, stage: 'pilot', since: payload, note: payload },
      { body: { kind: 'commune', communeId: menden }, stage: 'in_use', contact: { name: payload } },
    ],
    reportedAdopters: { atLeast: 40, stage: 'pilot', source: payload },
    problem: payload,
    goal: payload,
    howItWorks: payload,
    themes: [payload],
    technologies: ['nlp'],
    tags: [payload],
    supplier: payload,
    product: payload,
    costs: [{ kind: payload, visibility: 'public' }],
    lessons: { advice: payload },
    legalBasis: [payload],
    assessments: [payload],
    cooperationWanted: [],
    interests: [],
    interestsReported: [],
    links: [payload],
    contact: { name: payload, phone: payload },
    note: payload,
    example: false,
    provenance: { externalIds: [payload + id], source: payload, createdAt: 0, version: 1 },
  };
}

function cellsOf(text: string): readonly string[] {
  const options = { bom: true, delimiter: ';', relax_column_count: false };
  return Rows.parse(parse(text, options)).flat();
}

describe('formulas in every field (P12, fault 45)', () => {
  it.each(['csv', 'pstw'] as const)('never calculate in %s', async (format) => {
    const deps = await aStock(payloads.map((payload, index) => poisoned(payload, `u${index}`)));

    const { text } = await exportAs(deps, format);
    const cells = cellsOf(text);

    expect(cells.length).toBeGreaterThan(payloads.length * 10);
    expect(cells.filter((cell) => calculates.test(cell))).toEqual([]);
  });

  it('never calculate in a workbook, where numbers stay numbers', async () => {
    const deps = await aStock(payloads.map((payload, index) => poisoned(payload, `u${index}`)));

    const { bytes } = await exportAs(deps, 'xlsx');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const values: unknown[] = [];
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => values.push(cell.value)));

    const kinds = new Set(values.map((value) => typeof value));
    expect([...kinds].sort()).toEqual(['number', 'string']);
    expect(values.filter((value) => typeof value === 'string' && calculates.test(value))).toEqual([]);
    expect(new Set(values.filter((value) => typeof value === 'number'))).toEqual(new Set([40]));
  });

  it('never calculate whatever people write', async () => {
    await fc.assert(
      fc.asyncProperty(useCases, fc.constantFrom('csv', 'pstw'), async (some, format) => {
        const { text } = await exportAs(await aStock(some), format);

        expect(cellsOf(text).filter((cell) => calculates.test(cell))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
