import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyFields } from '../../src/domain/apply-use-case-form.ts';
import { checkUseCaseForm } from '../../src/domain/check-use-case-form.ts';
import { allFields, changedFields, ruleOf } from '../../src/domain/use-case-form.ts';
import type { TypedUseCase, UseCaseContent, UseCaseField } from '../../src/domain/use-case-form.ts';
import { toTypedUseCase } from '../../src/domain/use-case-form-values.ts';
import {
  categories,
  cooperations,
  reuses,
  sourcings,
  technologies,
  visibilities,
} from '../../src/domain/use-case.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { anAsker, aUseCase } from '../support/builders.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const words = fc.stringMatching(/^[A-Za-zäöüß0-9][A-Za-zäöüß0-9 .-]{0,40}[A-Za-zäöüß0-9]$/);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const some = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values));

/** Records as people and imports make them. */
const anyUseCase: fc.Arbitrary<UseCase> = fc
  .record({
    title: words,
    summary: words,
    description: maybe(words),
    problem: maybe(words),
    goal: maybe(words),
    howItWorks: maybe(words),
    benefitExpected: maybe(words),
    effectMeasured: maybe(fc.record({ value: fc.nat(10_000), unit: words })),
    category: fc.constantFrom(...categories),
    language: fc.constantFrom('de', 'nl', 'en'),
    visibility: fc.constantFrom(...visibilities),
    technologies: some(technologies),
    sourcing: maybe(fc.constantFrom(...sourcings)),
    product: maybe(words),
    costs: fc.array(
      fc.record({
        kind: words,
        visibility: fc.constantFrom(...visibilities),
        asOf: fc.constantFrom('2025', '2025-03'),
        euros: fc.nat(100_000),
      }),
      { maxLength: 4 },
    ),
    effortDays: maybe(fc.nat(500)),
    lessons: maybe(fc.record({ worked: words, advice: words })),
    legalBasis: fc.uniqueArray(words, { maxLength: 3 }),
    personalData: maybe(fc.constantFrom('yes', 'no', 'unknown')),
    reuse: maybe(fc.constantFrom(...reuses)),
    cooperationWanted: some(cooperations),
    links: fc.uniqueArray(fc.constantFrom('https://www.menden.de/', 'https://www.olpe.de/ki'), {
      maxLength: 2,
    }),
    themes: fc.uniqueArray(fc.stringMatching(/^[A-Za-z]{2,20}$/), { maxLength: 4 }),
    contact: maybe(
      fc.constantFrom<NonNullable<UseCase['contact']>>(
        { email: 'digital@menden.example' },
        { name: 'Stadt Menden', phone: '02373 1' },
      ),
    ),
    note: maybe(words),
  })
  .map((fields) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    return aUseCase(given);
  });

function contentOf(typed: TypedUseCase, base: TypedUseCase): UseCaseContent {
  const outcome = checkUseCaseForm(typed, {
    now: Date.UTC(2026, 10, 22),
    communes: shippedCommunes,
    asker: anAsker(),
    origin: 'change',
    base,
  });
  if (outcome.kind === 'invalid') {
    throw new Error(JSON.stringify(outcome.problems));
  }
  return outcome.checked.content;
}

/** As somebody would change the record who typed this into the form. */
function change(useCase: UseCase, typed: TypedUseCase): UseCase {
  const base = toTypedUseCase(useCase);
  const after = { ...base, ...typed };
  return applyFields(useCase, contentOf(after, base), changedFields(base, after));
}

/** New costs bring their visibility with them. */
const isApart = (field: UseCaseField) => field !== 'costsVisibility';

const oneEdit = fc.constantFrom<TypedUseCase>(
  { title: 'Neuer Titel' },
  { summary: 'Neue Kurzbeschreibung' },
  { description: 'Neue Beschreibung' },
  { description: '' },
  { effectValue: '7', effectUnit: 'Stunden' },
  { technologies: 'nlp,rpa' },
  { costs: 'Lizenz: 12 €' },
  { worked: 'Alles' },
  { advice: '' },
  { contact: 'mailbox', mailbox: 'neu@menden.example' },
  { themes: 'Schule, Bauen' },
  { visibility: 'public' },
  { note: 'Neu' },
);

describe('a record in the form', () => {
  it('stays exactly as it is when nothing is typed', () => {
    fc.assert(
      fc.property(anyUseCase, (useCase) => {
        expect(change(useCase, {})).toEqual(useCase);
      }),
    );
  });

  it('stands in the form afterwards as it was typed', () => {
    fc.assert(
      fc.property(anyUseCase, oneEdit, (useCase, typed) => {
        const base = toTypedUseCase(useCase);

        const after = toTypedUseCase(change(useCase, typed));

        expect(changedFields({ ...base, ...typed }, after).filter(isApart)).toEqual([]);
      }),
    );
  });

  it('keeps every field that the change is not about', () => {
    fc.assert(
      fc.property(anyUseCase, oneEdit, (useCase, typed) => {
        const { adopters, provenance, id } = change(useCase, typed);
        const others = allFields.filter((field) => !(field in typed) && isApart(field));
        const [before, after] = [toTypedUseCase(useCase), toTypedUseCase(change(useCase, typed))];

        expect({ adopters, provenance, id }).toEqual({
          adopters: useCase.adopters,
          provenance: useCase.provenance,
          id: useCase.id,
        });
        expect(others.filter((field) => before[field] !== after[field])).toEqual([]);
      }),
    );
  });

  it('is the same whichever of two changes to different fields comes first', () => {
    fc.assert(
      fc.property(anyUseCase, oneEdit, oneEdit, (useCase, one, other) => {
        const isDisjoint = Object.keys(one).every((field) => !(field in other));
        fc.pre(isDisjoint);

        expect(change(change(useCase, one), other)).toEqual(change(change(useCase, other), one));
      }),
    );
  });

  it('is read without an exception, whatever was typed', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('\ud800', '__proto__', 'constructor', '1e999', '😀'.repeat(50), '\n'.repeat(1000)),
    );
    const anyTyped = fc.dictionary(fc.constantFrom<UseCaseField>(...allFields), anything);

    fc.assert(
      fc.property(anyTyped, (typed) => {
        const outcome = checkUseCaseForm(typed, {
          now: 0,
          communes: shippedCommunes,
          asker: anAsker(),
          origin: 'new',
        });

        if (outcome.kind === 'invalid') {
          expect(outcome.problems.length).toBeGreaterThan(0);
          expect(outcome.problems.every(({ field }) => ruleOf(field) !== undefined)).toBe(true);
        }
      }),
    );
  });
});
