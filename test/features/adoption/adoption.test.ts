import { beforeEach, describe, expect, it } from 'vitest';
import { communeId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { adoptUseCase } from '../../../src/features/adoption/adopt-use-case.ts';
import { offerAdoption } from '../../../src/features/adoption/offer-adoption.ts';
import { askToWithdraw, withdrawAdoption } from '../../../src/features/adoption/withdraw-adoption.ts';
import { adopterAt, aUseCase, hemer, menden } from '../../support/builders.ts';
import { aScene, noRoster, now, someone } from './scene.ts';
import type { Scene } from './scene.ts';

let scene: Scene;
const useCase = aUseCase({ adopters: [adopterAt(hemer, 'in_use')] });
const anna = someone('anna', menden);
const berta = someone('berta', menden);
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

describe('a member', () => {
  it('enters the own commune, and the history says which commune it was', async () => {
    await scene.useCases.add(useCase);

    const result = await adoptAs(anna);

    expect(result).toEqual({ kind: 'adopted' });
    expect((await stored())?.adopters).toEqual([
      adopterAt(hemer, 'in_use'),
      adopterAt(menden, 'pilot', { note: 'Läuft.', enteredBy: anna.memberId }),
    ]);
    expect(await scene.useCases.historyOf(useCase.id)).toEqual([
      {
        useCaseId: useCase.id,
        version: 2,
        at: now,
        by: { memberId: anna.memberId, communeId: menden, organiser: false },
        change: { kind: 'adopted', body: { kind: 'commune', communeId: menden }, stage: 'pilot' },
      },
    ]);
  });

  it('sees what a colleague entered, and changes it', async () => {
    await scene.useCases.add(useCase);
    await adoptAs(anna);

    const offered = await offerAdoption(scene, { asker: berta, useCaseId: useCase.id });
    const result = await adoptAs(berta, { typed: { ...typed, stage: 'in_use' } });

    expect(offered).toMatchObject({
      kind: 'offered',
      form: { commune: { id: menden }, typed: { stage: 'pilot', note: 'Läuft.' }, mayForOthers: false },
    });
    expect(result).toEqual({ kind: 'changed' });
    expect((await stored())?.adopters).toHaveLength(2);
    expect((await scene.useCases.historyOf(useCase.id))[0]?.change).toMatchObject({
      kind: 'adoption-changed',
      from: 'pilot',
      to: 'in_use',
    });
  });

  it('changes nothing and makes no version by sending the same again', async () => {
    await scene.useCases.add(useCase);
    await adoptAs(anna);

    const results = [await adoptAs(anna), await adoptAs(berta)];

    expect(results).toEqual([{ kind: 'unchanged' }, { kind: 'unchanged' }]);
    expect((await stored())?.provenance.version).toBe(2);
    expect((await stored())?.adopters[1]?.enteredBy).toBe(anna.memberId);
  });

  it('is named as the contact with what the roster says, which is asked for nothing else', async () => {
    await scene.useCases.add(useCase);
    let asked = 0;
    const roster = async () => {
      asked += 1;
      return { name: 'Anna Beispiel', email: 'anna@example.org', guest: false };
    };

    await adoptAs(anna, { roster });
    const before = asked;
    await adoptAs(anna, { roster, typed: { ...typed, contact: 'self' } });

    expect([before, asked]).toEqual([0, 1]);
    expect((await stored())?.adopters[1]?.contact).toEqual({
      memberId: anna.memberId,
      name: 'Anna Beispiel',
      email: 'anna@example.org',
    });
  });

  it('gets the form back with what was typed when something is wrong, and nothing is saved', async () => {
    await scene.useCases.add(useCase);

    const result = await adoptAs(anna, {
      typed: { stage: 'rejected', contact: 'self', since: '2031', note: '' },
    });

    expect(result).toMatchObject({
      kind: 'invalid',
      problems: [
        { field: 'since', because: 'future' },
        { field: 'contact', because: 'name-unknown' },
        { field: 'note', because: 'reason-missing' },
      ],
      form: { commune: { id: menden }, typed: { stage: 'rejected', since: '2031' } },
    });
    expect(await stored()).toEqual(useCase);
  });

  it('cannot enter another commune, which is logged', async () => {
    await scene.useCases.add(useCase);

    const results = [
      await adoptAs(anna, { communeId: hemer }),
      await withdrawAdoption(scene, { asker: anna, useCaseId: useCase.id, communeId: hemer }),
      await askToWithdraw(scene, { asker: anna, useCaseId: useCase.id, communeId: hemer }),
      await offerAdoption(scene, { asker: anna, useCaseId: useCase.id, communeId: hemer }),
    ];

    expect(results.map(({ kind }) => kind)).toEqual(Array.from({ length: 4 }, () => 'not-own-commune'));
    expect(scene.warnings).toEqual(Array.from({ length: 4 }, () => 'use-case.denied'));
    expect(await stored()).toEqual(useCase);
  });

  it('without a commune is asked for it, also when the list has it no longer', async () => {
    await scene.useCases.add(useCase);

    const results = [undefined, communeId('05999999')].map((commune) =>
      offerAdoption(scene, { asker: someone('x', commune), useCaseId: useCase.id }),
    );

    expect((await Promise.all(results)).map(({ kind }) => kind)).toEqual(['no-commune', 'no-commune']);
  });

  it('withdraws the entry, and the record stays when it was the last', async () => {
    await scene.useCases.add({ ...useCase, adopters: [] });
    await adoptAs(anna);
    const request = { asker: berta, useCaseId: useCase.id, communeId: menden };

    const asked = await askToWithdraw(scene, request);
    const results = [await withdrawAdoption(scene, request), await withdrawAdoption(scene, request)];

    expect(asked).toMatchObject({ kind: 'asked', commune: { id: menden } });
    expect(results).toEqual([{ kind: 'withdrawn', stillVisible: true }, { kind: 'not-adopter' }]);
    expect((await stored())?.adopters).toEqual([]);
    expect((await scene.useCases.historyOf(useCase.id)).map(({ change }) => change.kind)).toEqual([
      'adoption-withdrawn',
      'adopted',
    ]);
  });

  it('may withdraw from a record for its own communes, which is then no longer theirs to see', async () => {
    const own = { ...useCase, adopters: [adopterAt(menden, 'pilot')], visibility: 'organisation' } as const;
    await scene.useCases.add(own);

    const strangers = await adoptAs(someone('carla', hemer));
    const withdrawn = await withdrawAdoption(scene, {
      asker: anna,
      useCaseId: useCase.id,
      communeId: menden,
    });

    expect(strangers).toEqual({ kind: 'denied' });
    expect(withdrawn).toEqual({ kind: 'withdrawn', stillVisible: false });
  });
});
