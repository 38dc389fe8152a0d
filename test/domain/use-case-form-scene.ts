import * as fc from 'fast-check';
import { applyFields } from '../../src/domain/apply-use-case-form.ts';
import { checkUseCaseForm } from '../../src/domain/check-use-case-form.ts';
import { changedFields } from '../../src/domain/use-case-form.ts';
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
import { adopterAt, anAsker, aUseCase, menden } from '../support/builders.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const words = fc.stringMatching(/^[A-Za-zäöüß0-9][A-Za-zäöüß0-9 .-]{0,40}[A-Za-zäöüß0-9]$/);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const some = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values));

/** Records as people and imports make them. */
export const anyUseCase: fc.Arbitrary<UseCase> = fc
  .record({
    title: words,
    summary: words,
    description: maybe(fc.oneof(words, fc.constant('Lang. '.repeat(1000)))),
    problem: maybe(words),
    goal: maybe(words),
    howItWorks: maybe(words),
    benefitExpected: maybe(words),
    effectMeasured: maybe(
      fc.oneof(
        fc.record({ value: fc.nat(10_000), unit: words }),
        fc.record({
          value: fc.double({ noNaN: true }),
          unit: words,
          date: fc.constantFrom('2024', '2031-05'),
        }),
      ),
    ),
    category: fc.constantFrom(...categories),
    language: fc.constantFrom('de', 'nl', 'en', 'pt-br'),
    visibility: fc.constantFrom(...visibilities),
    technologies: some(technologies),
    sourcing: maybe(fc.constantFrom(...sourcings)),
    product: maybe(words),
    costs: fc.array(
      fc.record(
        {
          kind: fc.oneof(
            words,
            fc.constantFrom('Lizenz', 'Lizenz: Basis', 'Lizenz\n5.000 € und mehr', 'x'.repeat(400)),
          ),
          visibility: fc.constantFrom(...visibilities),
          asOf: fc.constantFrom('2025', '2025-03'),
          basis: fc.constantFrom('pro Jahr', '(einmalig)'),
          euros: fc.oneof(fc.nat(100_000), fc.double({ noNaN: true })),
        },
        { requiredKeys: ['kind', 'visibility'] },
      ),
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
    themes: fc.uniqueArray(fc.oneof(fc.stringMatching(/^[A-Za-z]{2,20}$/), fc.constant('Bauen, Planen')), {
      maxLength: 4,
    }),
    contact: maybe(
      fc.constantFrom<NonNullable<UseCase['contact']>>(
        { email: 'digital@menden.example' },
        { name: 'Stadt Menden', phone: '02373 1' },
      ),
    ),
    adopters: fc.constantFrom<UseCase['adopters']>([], [adopterAt(menden, 'unknown')]),
    note: maybe(words),
  })
  .map((fields) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    return aUseCase(given);
  });

/** Such as the form takes in all its parts. */
export const plainUseCase = anyUseCase.filter(
  ({ effectMeasured, costs }) =>
    (effectMeasured === undefined || effectMeasured.date === undefined) &&
    costs.every(({ kind, euros }) => kind.length <= 300 && (euros === undefined || Number.isInteger(euros))),
);

function contentOf(typed: TypedUseCase, base: TypedUseCase): UseCaseContent {
  const outcome = checkUseCaseForm(typed, {
    now: Date.UTC(2026, 10, 22),
    communes: shippedCommunes,
    asker: anAsker(),
    origin: 'change',
    self: { name: 'Anna Ahorn', email: 'anna@menden.example' },
    base,
  });
  if (outcome.kind === 'invalid') {
    throw new Error(JSON.stringify(outcome.problems));
  }
  return outcome.checked.content;
}

/** As somebody would change the record who typed this into the form. */
export function change(useCase: UseCase, typed: TypedUseCase): UseCase {
  const base = toTypedUseCase(useCase);
  const after = { ...base, ...typed };
  return applyFields(useCase, contentOf(after, base), changedFields(base, after));
}

/** As a change is published that was made on the record as it is here. */
export function prepare(useCase: UseCase, typed: TypedUseCase): (then: UseCase) => UseCase {
  const base = toTypedUseCase(useCase);
  const after = { ...base, ...typed };
  const content = contentOf(after, base);
  return (then) => applyFields(then, content, changedFields(base, after));
}

/** New costs bring their visibility with them. */
export const isApart = (field: UseCaseField) => field !== 'costsVisibility';

export const oneEdit = fc.constantFrom<TypedUseCase>(
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
