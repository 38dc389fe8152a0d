import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUseCaseForm } from '../../src/domain/check-use-case-form.ts';
import { allFields, changedFields } from '../../src/domain/use-case-form.ts';
import type { UseCaseField } from '../../src/domain/use-case-form.ts';
import { toTypedUseCase } from '../../src/domain/use-case-form-values.ts';
import { anAsker } from '../support/builders.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';
import { anyUseCase, change, isApart, oneEdit, plainUseCase, prepare } from './use-case-form-scene.ts';

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
      fc.property(plainUseCase, oneEdit, (useCase, typed) => {
        const base = toTypedUseCase(useCase);

        const after = toTypedUseCase(change(useCase, typed));

        expect(changedFields({ ...base, ...typed }, after).filter(isApart)).toEqual([]);
      }),
    );
  });

  it('keeps every field that the change is not about', () => {
    fc.assert(
      fc.property(plainUseCase, oneEdit, (useCase, typed) => {
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
      fc.property(plainUseCase, oneEdit, oneEdit, (useCase, one, other) => {
        const isDisjoint = Object.keys(one).every((field) => !(field in other));
        fc.pre(isDisjoint);

        expect(change(change(useCase, one), other)).toEqual(change(change(useCase, other), one));
      }),
    );
  });

  it('is the same whichever of two changes of the same record is published first', () => {
    fc.assert(
      fc.property(plainUseCase, oneEdit, oneEdit, (useCase, one, other) => {
        fc.pre(Object.keys(one).every((field) => !(field in other)));
        const [first, second] = [prepare(useCase, one), prepare(useCase, other)];

        expect(second(first(useCase))).toEqual(first(second(useCase)));
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

        const problems = outcome.kind === 'invalid' ? outcome.problems : [undefined];
        expect(problems).not.toEqual([]);
      }),
    );
  });
});
