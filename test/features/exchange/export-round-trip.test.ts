import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodyKey } from '../../../src/domain/answer.ts';
import type { Adopter, UseCase } from '../../../src/domain/use-case.ts';
import { useCases } from './export-arbitraries.ts';
import { aStock, exportAs, importBytes } from './export-fixture.ts';
import { allUseCases, anImport } from './import-fixture.ts';

/** What a table holds of a use case, in a form that can be compared. */
function inTable(useCase: UseCase) {
  const { adopters, reportedAdopters, provenance } = useCase;
  return {
    title: useCase.title,
    summary: useCase.summary,
    description: useCase.description,
    category: useCase.category,
    language: useCase.language,
    visibility: useCase.visibility,
    adopters: adopters.filter(saysAnything).map(({ body, stage, since }) => ({ body, stage, since })),
    reported: reportedAdopters && { ...reportedAdopters, asOf: undefined },
    themes: useCase.themes,
    technologies: useCase.technologies,
    tags: useCase.tags,
    supplier: useCase.supplier,
    product: useCase.product,
    costs: useCase.costs,
    lessons: useCase.lessons,
    links: useCase.links,
    contact: useCase.contact,
    note: useCase.note,
    source: provenance.source,
    key: provenance.externalIds[0] ?? useCase.id,
  };
}

function saysAnything({ body, stage }: Adopter): boolean {
  return bodyKey(body) !== undefined || stage !== 'unknown';
}

/** All but the ids, which are the store's. */
function inWholeRecord({ id, ...rest }: UseCase) {
  const { externalIds, ...origin } = rest.provenance;
  return { ...rest, provenance: { ...origin, externalIds: externalIds.length > 0 ? externalIds : [id] } };
}

function byKey<Value>(records: readonly UseCase[], view: (useCase: UseCase) => Value) {
  return new Map(records.map((useCase) => [useCase.provenance.externalIds[0] ?? useCase.id, view(useCase)]));
}

describe('an export that is imported into an empty store', () => {
  it('gives the same use cases and the same bytes again as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(useCases, async (originals) => {
        const copy = await anImport();
        const first = await exportAs(await aStock(originals), 'csv');

        await importBytes(copy, first.bytes);

        expect(byKey(await allUseCases(copy), inTable)).toEqual(byKey(originals, inTable));
        const second = await exportAs(copy, 'csv');
        expect(second.text).toBe(first.text);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same use cases again as XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(useCases, async (originals) => {
        const copy = await anImport();
        const stock = await aStock(originals);
        const { bytes } = await exportAs(stock, 'xlsx');

        await importBytes(copy, bytes);

        expect(byKey(await allUseCases(copy), inTable)).toEqual(byKey(originals, inTable));
        expect((await exportAs(copy, 'csv')).text).toBe((await exportAs(stock, 'csv')).text);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('gives the whole records and the same bytes again as JSON', async () => {
    await fc.assert(
      fc.asyncProperty(useCases, async (originals) => {
        const copy = await anImport();
        const first = await exportAs(await aStock(originals), 'json');

        await importBytes(copy, first.bytes);

        expect(byKey(await allUseCases(copy), inWholeRecord)).toEqual(byKey(originals, inWholeRecord));
        const second = await exportAs(copy, 'json');
        expect(second.text).toBe(first.text);
        expect(first.result.without).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

it.each(['csv', 'json'] as const)(
  'an export as %s that comes back to where it is from changes nothing',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(useCases, async (originals) => {
        const stock = await aStock(originals);
        const before = await allUseCases(stock);
        const { bytes } = await exportAs(stock, format);

        const outcomes = await importBytes(stock, bytes);

        expect(await allUseCases(stock)).toEqual(before);
        expect(outcomes.map(({ kind }) => kind)).toEqual(
          originals.map(() => expect.stringMatching(/unchanged|kept/)),
        );
      }),
      { numRuns: 50 },
    );
  },
);
