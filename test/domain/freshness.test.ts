import { describe, expect, it } from 'vitest';
import {
  freshnessOf,
  mayConfirm,
  personToAsk,
  withAsked,
  withConfirmation,
} from '../../src/domain/freshness.ts';
import { storedMemberId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden } from '../support/builders.ts';

const start = Date.UTC(2026, 5, 1);
const anna = storedMemberId('t.anna');
const berta = storedMemberId('t.berta');
const carla = storedMemberId('t.carla');

function entered(fields: Partial<UseCase> = {}, provenance: Partial<UseCase['provenance']> = {}): UseCase {
  const useCase = aUseCase(fields);
  return {
    ...useCase,
    provenance: { ...useCase.provenance, createdAt: start, createdBy: anna, ...provenance },
  };
}

const after = (useCase: UseCase, days: number) => freshnessOf(useCase, start + days * dayMs, 180);

describe('how sure it is that a use case is still true', () => {
  it('is fresh for the set time after it was entered, and again after each confirmation', () => {
    const confirmed = withConfirmation(entered(), start + 200 * dayMs);

    expect([0, 179, 180].map((days) => after(entered(), days))).toEqual(['fresh', 'fresh', 'due']);
    expect([201, 379, 380].map((days) => after(confirmed, days))).toEqual(['fresh', 'fresh', 'due']);
    expect(freshnessOf(entered(), start + 30 * dayMs, 30)).toBe('due');
  });

  it('gives two weeks to answer, asks a second time, and is stale two weeks after that', () => {
    const once = withAsked(entered(), start + 185 * dayMs);
    const twice = withAsked(once, start + 200 * dayMs);

    expect([185, 198, 199].map((days) => after(once, days))).toEqual(['asked', 'asked', 'due']);
    expect([200, 213, 214, 1000].map((days) => after(twice, days))).toEqual([
      'asked',
      'asked',
      'stale',
      'stale',
    ]);
    expect(twice.provenance.asked).toEqual({ times: 2, lastAt: start + 200 * dayMs });
  });

  it('begins anew with a confirmation, whoever wrote it down', () => {
    const twice = withAsked(withAsked(entered(), start + 185 * dayMs), start + 200 * dayMs);
    const edited = entered({}, { ...twice.provenance, lastConfirmedAt: start + 300 * dayMs });

    expect(withConfirmation(twice, start + 300 * dayMs).provenance.asked).toBeUndefined();
    expect([301, 480].map((days) => after(edited, days))).toEqual(['fresh', 'due']);
    expect(withAsked(edited, start + 480 * dayMs).provenance.asked?.times).toBe(1);
  });

  it('is stale at the same time where nobody can be asked', () => {
    const { createdBy: _, ...nobody } = entered().provenance;
    const useCase = { ...entered(), provenance: nobody };

    expect([180, 207, 208].map((days) => after(useCase, days))).toEqual(['due', 'due', 'stale']);
  });

  it('is never asked about an example or what is archived', () => {
    expect(after(entered({ example: true }), 1000)).toBe('fresh');
    expect(after(entered({ archived: { at: start } }), 1000)).toBe('fresh');
  });
});

describe('who is asked', () => {
  it('is the contact, or else whoever entered it, or else the first who answers for a commune', () => {
    const adopters = [
      adopterAt(menden, 'pilot'),
      adopterAt(hemer, 'pilot', { contact: { memberId: carla }, enteredBy: berta }),
    ];
    const { createdBy: _, ...nobody } = entered().provenance;

    expect(personToAsk(entered({ contact: { memberId: berta }, adopters }))).toBe(berta);
    expect(personToAsk(entered({ contact: { email: 'a@example.org' }, adopters }))).toBe(anna);
    expect(personToAsk({ ...entered({ adopters }), provenance: nobody })).toBe(carla);
    expect(personToAsk({ ...entered(), provenance: nobody })).toBeUndefined();
  });

  it('may answer like everybody who may change it', () => {
    const useCase = entered({ contact: { memberId: berta }, adopters: [adopterAt(menden, 'pilot')] });

    expect(mayConfirm(anAsker({ memberId: berta }), useCase)).toBe(true);
    expect(mayConfirm(anAsker({ memberId: anna }), useCase)).toBe(true);
    expect(mayConfirm(anAsker({ memberId: carla, communeId: menden }), useCase)).toBe(true);
    expect(mayConfirm(anAsker({ memberId: carla, role: 'organiser' }), useCase)).toBe(true);
    expect(mayConfirm(anAsker({ memberId: carla, communeId: hemer }), useCase)).toBe(false);
    const { memberId: _, ...anonymous } = anAsker();
    expect(mayConfirm(anonymous, entered({ contact: { name: 'Berta' } }))).toBe(false);
  });
});
