import { describe, expect, it } from 'vitest';
import type { TypedUseCase } from '../../src/domain/use-case-form.ts';
import { toTypedUseCase } from '../../src/domain/use-case-form-values.ts';
import { aUseCase } from '../support/builders.ts';
import { change, prepare } from './use-case-form-scene.ts';

describe('a record that is changed in the form', () => {
  it.each<[string, TypedUseCase, TypedUseCase]>([
    ['the number and the unit of an effect', { effectValue: '50' }, { effectUnit: 'Stunden' }],
    ['the number and the date of an effect', { effectValue: '50' }, { effectDate: '2025' }],
    ['costs and who sees them', { costs: 'Lizenz: 5 €\nneu' }, { costsVisibility: 'organisation' }],
    ['a mailbox and who is the contact instead', { mailbox: 'neu@menden.example' }, { contact: 'self' }],
  ])('keeps both when two people change %s at once', (_, one, other) => {
    const useCase = aUseCase({
      effectMeasured: { value: 40, unit: '%' },
      costs: [{ kind: 'Lizenz', euros: 5, asOf: '2024', visibility: 'public' }],
      contact: { email: 'digital@menden.example' },
    });
    const [first, second] = [prepare(useCase, one), prepare(useCase, other)];

    expect(second(first(useCase))).toEqual(first(second(useCase)));
    expect(toTypedUseCase(first(useCase))).toMatchObject(one);
    expect(second(useCase)).not.toEqual(useCase);
  });

  it('shows a new cost to nobody who does not see the others', () => {
    const known = [
      { kind: 'Lizenz', euros: 5, visibility: 'organisation' },
      { kind: 'Schulung', euros: 7, asOf: '2024', visibility: 'public' },
    ] as const;

    const { costs } = change(aUseCase({ costs: known }), { costs: 'Lizenz: 6 €\nSchulung: 7 €' });

    expect(costs).toEqual([{ kind: 'Lizenz', euros: 6, visibility: 'organisation' }, known[1]]);
  });

  it('keeps two costs apart that only their dates tell apart', () => {
    const known = [
      { kind: 'Lizenz\nBasis', euros: 5, asOf: '2024', visibility: 'public' },
      { kind: 'Lizenz\nBasis', euros: 5, asOf: '2025', visibility: 'public' },
    ] as const;
    const useCase = aUseCase({ costs: known });

    const { costs } = change(useCase, { costs: `${toTypedUseCase(useCase).costs}\nneu` });

    expect(costs).toEqual([...known, { kind: 'neu', visibility: 'public' }]);
  });
});
