import { beforeEach, describe, expect, it } from 'vitest';
import { toTypedAdoption } from '../../../src/domain/adoption-form.ts';
import { communeId, draftId, useCaseId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { adoptUseCase } from '../../../src/features/adoption/adopt-use-case.ts';
import { offerAdoption } from '../../../src/features/adoption/offer-adoption.ts';
import { stateInterest } from '../../../src/features/interest/state-interest.ts';
import { UseCases } from '../../../src/store/use-cases.ts';
import { withdrawAdoption } from '../../../src/features/adoption/withdraw-adoption.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden, olpe } from '../../support/builders.ts';
import { aScene, noRoster, now, someone } from './scene.ts';
import type { Scene } from './scene.ts';

let scene: Scene;
const useCase = aUseCase({ adopters: [adopterAt(hemer, 'in_use')] });
const anna = someone('anna', menden);
const organiser = someone('organiser', olpe, { role: 'organiser' });
const typed = { stage: 'pilot', contact: 'none', note: 'Läuft.' };

beforeEach(async () => {
  scene = await aScene();
});

function adoptAs(asker: typeof anna, more: Partial<Parameters<typeof adoptUseCase>[1]> = {}) {
  return adoptUseCase(scene, {
    asker,
    useCaseId: useCase.id,
    communeId: asker.communeId ?? menden,
    typed,
    roster: noRoster,
    ...more,
  });
}

async function stored(): Promise<UseCase | undefined> {
  return (await scene.useCases.find(useCase.id))?.value;
}

describe('a registration that turns out to be the same use case', () => {
  const draft = {
    id: draftId('d1'),
    memberId: anna.memberId,
    origin: { kind: 'new' },
    typed: {
      title: 'Telefon',
      stage: 'rejected',
      since: '2026',
      contact: 'mailbox',
      mailbox: 'a@b.de',
      reason: 'Zu teuer.',
    },
    savedAt: now,
    state: { kind: 'saved' },
  } as const;

  it('takes over what was typed about the own commune', async () => {
    await scene.useCases.add(useCase);
    await scene.useCaseDrafts.add(draft);

    const offered = await offerAdoption(scene, { asker: anna, useCaseId: useCase.id, draftId: draft.id });

    expect(offered).toHaveProperty('form.typed', {
      stage: 'rejected',
      since: '2026',
      contact: 'mailbox',
      mailbox: 'a@b.de',
      note: 'Zu teuer.',
    });
  });

  it('takes nothing from the draft of somebody else, and what a colleague entered goes before it', async () => {
    await scene.useCases.add({ ...useCase, adopters: [adopterAt(menden, 'pilot')] });
    await scene.useCaseDrafts.add(draft);
    const request = { useCaseId: useCase.id, draftId: draft.id };

    const own = await offerAdoption(scene, { ...request, asker: anna });
    const others = await offerAdoption(scene, { ...request, asker: someone('carla', olpe) });

    expect(own).toHaveProperty('form.typed', toTypedAdoption(adopterAt(menden, 'pilot'), anna.memberId));
    expect(others).toHaveProperty('form.typed', {});
  });
});

describe('an organiser', () => {
  it('enters any commune of the list, and the history says that an organiser did', async () => {
    await scene.useCases.add(useCase);

    const offered = await offerAdoption(scene, {
      asker: organiser,
      useCaseId: useCase.id,
      communeId: hemer,
    });
    const result = await adoptAs(organiser, { communeId: menden });

    expect(offered).toMatchObject({
      kind: 'offered',
      form: { commune: { id: hemer }, typed: { stage: 'in_use' }, mayForOthers: true },
    });
    expect(result).toEqual({ kind: 'adopted' });
    expect((await scene.useCases.historyOf(useCase.id))[0]?.by).toEqual({
      memberId: organiser.memberId,
      communeId: olpe,
      organiser: true,
    });
  });

  it('cannot enter a commune that the list does not have', async () => {
    await scene.useCases.add(useCase);

    const result = await adoptAs(organiser, { communeId: communeId('05999999') });

    expect(result.kind).toBe('no-commune');
  });
});

describe('nobody else', () => {
  it.each([
    ['a guest', anAsker({ guest: true, communeId: menden }), { kind: 'not-member', because: 'guest' }],
    [
      'somebody without an account',
      { tenantId: anna.tenantId, guest: true, role: 'member' as const, communeId: menden },
      { kind: 'not-member', because: 'anonymous' },
    ],
  ])('enters anything: %s', async (_, asker, expected) => {
    await scene.useCases.add(useCase);

    const request = { asker, useCaseId: useCase.id, communeId: menden };
    const results = [
      await offerAdoption(scene, request),
      await adoptUseCase(scene, { ...request, typed, roster: noRoster }),
      await withdrawAdoption(scene, { ...request, communeId: hemer }),
    ];

    expect(results).toEqual([expected, expected, expected]);
    expect(await stored()).toEqual(useCase);
  });

  it('enters a commune or an interest in what was closed to others at that very moment', async () => {
    await scene.useCases.add(useCase);
    let reads = 0;
    const store = {
      ...scene.store,
      get: async (...call: Parameters<Scene['store']['get']>) => {
        reads += 1;
        const found = await scene.store.get(...call);
        if (reads % 2 === 1) {
          await scene.useCases.change(useCase.id, (current) => ({
            useCase: { ...current, visibility: 'organisation' },
          }));
        }
        return found;
      },
    };
    const late = { ...scene, useCases: new UseCases(store) };
    const request = { asker: anna, useCaseId: useCase.id, communeId: menden };

    const adopted = await adoptUseCase(late, { ...request, typed, roster: noRoster });
    await scene.useCases.change(useCase.id, () => ({ useCase }));
    const stated = await stateInterest(late, {
      ...request,
      stated: { cooperations: ['exchange'], named: true },
    });

    expect([adopted, stated]).toEqual([{ kind: 'denied' }, { kind: 'denied' }]);
    expect(await stored()).toEqual({ ...useCase, visibility: 'organisation' });
  });

  it('changes what is archived or gone', async () => {
    await scene.useCases.add({ ...useCase, archived: { at: 1 } });

    expect(await adoptAs(anna)).toEqual({ kind: 'archived' });
    expect(await adoptAs(anna, { useCaseId: useCaseId('gone') })).toEqual({ kind: 'unknown-use-case' });
  });
});
