import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import { formats } from '../../../src/features/exchange/export/export-use-cases.ts';
import { isFilled, leavingFields } from '../../../src/features/exchange/export/fields.ts';
import { columnKeys } from '../../../src/features/exchange/columns.ts';
import { WholeRecordSchema } from '../../../src/features/exchange/whole-record.ts';
import { adopterAt, aUseCase, menden } from '../../support/builders.ts';
import { aStock, exportAs } from './export-fixture.ts';
import { aFullUseCase } from './export-full-use-case.ts';

describe.each(Object.entries(formats))('the mapping of %s', (_, { targets, without }) => {
  it('places every field of a use case, or names it among those without a place, and never both', () => {
    const placed = new Set(targets.flatMap(({ from }) => from));

    const forgotten = leavingFields.filter((field) => !placed.has(field) && !without.includes(field));
    const both = without.filter((field) => placed.has(field));

    expect(forgotten).toEqual([]);
    expect(both).toEqual([]);
    expect(new Set(without).size).toBe(without.length);
  });
});

it('a table has the columns that the import reads, in their order', () => {
  expect(formats.csv.targets.map(({ to }) => to)).toEqual(columnKeys);
  expect(formats.xlsx.targets).toBe(formats.csv.targets);
});

it('the use case of these tests says something in every field, and a whole record holds all that may leave', () => {
  const full = aFullUseCase();
  const record = WholeRecordSchema.parse(full);
  const silent = leavingFields.filter((field) => !isFilled(full, field));
  const lost = leavingFields.filter((field) => field !== 'id' && !isFilled(record, field));

  expect(silent).toEqual([]);
  expect(lost).toEqual([]);
});

it('an export says which filled fields have no place in the format, and in how many use cases', async () => {
  const other = aUseCase({ id: useCaseId('u2'), title: 'Anderer', problem: 'Viele Anrufe.' });
  const deps = await aStock([aFullUseCase(), other]);

  const { result } = await exportAs(deps, 'csv');

  expect(result.without).toContainEqual({ field: 'problem', useCases: 2 });
  expect(result.without).toContainEqual({ field: 'adopters.note', useCases: 1 });
  expect(result.without.map(({ field }) => field)).not.toContain('title');
});

it('an export does not list fields that nobody filled', async () => {
  const deps = await aStock([aUseCase({ adopters: [adopterAt(menden, 'pilot')] })]);

  const { result } = await exportAs(deps, 'csv');

  expect(result.without.map(({ field }) => field)).toEqual(['provenance.createdAt', 'provenance.version']);
});
