import { describe, expect, it } from 'vitest';
import { adopt, findAdopter, withdrawAdoption } from '../../src/domain/adoption.ts';
import { storedMemberId } from '../../src/domain/ids.ts';
import { adopterAt, aUseCase, hemer, menden, olpe } from '../support/builders.ts';

const anna = storedMemberId('t.anna');
const berta = storedMemberId('t.berta');
const body = { kind: 'commune', communeId: menden };

describe('"Wir machen das auch"', () => {
  it('adds the commune behind the others, with who entered it', () => {
    const useCase = aUseCase({ adopters: [adopterAt(hemer, 'in_use')] });

    const outcome = adopt(useCase, menden, { stage: 'pilot', since: '2026-03' }, anna);

    expect(outcome).toEqual({
      kind: 'adopted',
      useCase: {
        ...useCase,
        adopters: [...useCase.adopters, { body, stage: 'pilot', since: '2026-03', enteredBy: anna }],
      },
      change: { kind: 'adopted', body, stage: 'pilot' },
    });
  });

  it('replaces what a colleague entered, at its place, and leaves nothing of it', () => {
    const before = adopterAt(menden, 'pilot', { note: 'Läuft.', since: '2026', enteredBy: anna });
    const useCase = aUseCase({ adopters: [before, adopterAt(hemer, 'in_use')] });

    const outcome = adopt(useCase, menden, { stage: 'in_use' }, berta);

    expect(outcome).toMatchObject({
      kind: 'changed',
      change: { kind: 'adoption-changed', body, from: 'pilot', to: 'in_use' },
    });
    expect(outcome).toHaveProperty('useCase.adopters', [
      { body, stage: 'in_use', enteredBy: berta },
      adopterAt(hemer, 'in_use'),
    ]);
  });

  it('changes nothing when it says so already, whoever entered it', () => {
    const contact = { name: 'Anna', email: 'anna@example.org', memberId: anna };
    const known = { stage: 'rejected', note: 'Zu teuer.', contact } as const;
    const useCase = aUseCase({ adopters: [adopterAt(menden, 'rejected', { ...known, enteredBy: anna })] });

    expect(adopt(useCase, menden, known, berta)).toEqual({ kind: 'unchanged' });
  });

  it.each([
    ['stage', { stage: 'in_use' }],
    ['date', { since: '2026-04' }],
    ['note', { note: 'Andere' }],
    ['mail address', { contact: { email: 'other@example.org' } }],
    ['name', { contact: { email: 'box@example.org', name: 'Anna' } }],
    ['phone number', { contact: { email: 'box@example.org', phone: '1' } }],
    ['member', { contact: { email: 'box@example.org', memberId: anna } }],
  ] as const)('changes the entry for another %s alone', (_, different) => {
    const known = {
      stage: 'pilot',
      since: '2026-03',
      note: 'Eine',
      contact: { email: 'box@example.org' },
    } as const;
    const useCase = aUseCase({ adopters: [adopterAt(menden, 'pilot', known)] });

    expect(adopt(useCase, menden, { ...known, ...different })).toMatchObject({ kind: 'changed' });
  });

  it('makes one entry of several that an import has of the same commune', () => {
    const useCase = aUseCase({
      adopters: [adopterAt(menden, 'pilot'), adopterAt(hemer, 'idea'), adopterAt(menden, 'in_use')],
    });

    const outcome = adopt(useCase, menden, { stage: 'pilot' });

    expect(outcome).toHaveProperty('useCase.adopters', [
      adopterAt(menden, 'pilot'),
      adopterAt(hemer, 'idea'),
    ]);
  });

  it('is not possible in an archived use case', () => {
    const useCase = aUseCase({ adopters: [adopterAt(menden, 'pilot')], archived: { at: 1 } });

    expect(adopt(useCase, hemer, { stage: 'pilot' })).toEqual({ kind: 'archived' });
    expect(withdrawAdoption(useCase, menden)).toEqual({ kind: 'archived' });
  });
});

describe('an entry that is withdrawn', () => {
  it('goes, and everybody else stays', () => {
    const useCase = aUseCase({ adopters: [adopterAt(menden, 'pilot'), adopterAt(hemer, 'in_use')] });

    const outcome = withdrawAdoption(useCase, menden);

    expect(outcome).toEqual({
      kind: 'withdrawn',
      useCase: { ...useCase, adopters: [adopterAt(hemer, 'in_use')] },
      change: { kind: 'adoption-withdrawn', body },
    });
  });

  it('may be the last one: the record stays without anybody', () => {
    const useCase = aUseCase({ adopters: [adopterAt(menden, 'pilot')] });

    expect(withdrawAdoption(useCase, menden)).toMatchObject({ kind: 'withdrawn', useCase: { adopters: [] } });
  });

  it('must be there', () => {
    const useCase = aUseCase({ adopters: [adopterAt(hemer, 'pilot')] });

    expect(withdrawAdoption(useCase, olpe)).toEqual({ kind: 'not-adopter' });
    expect(findAdopter(useCase, olpe)).toBeUndefined();
  });
});
