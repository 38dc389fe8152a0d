import { describe, expect, it } from 'vitest';
import { storedMemberId, useCaseId } from '../../../src/domain/ids.ts';
import type { Asker } from '../../../src/domain/member.ts';
import { UseCaseCatalogue, useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { archiveUseCase, restoreUseCase } from '../../../src/features/upkeep/archive-use-case.ts';
import { listHistory } from '../../../src/features/upkeep/list-history.ts';
import { followUseCases } from '../../../src/jobs/follow-use-cases.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden } from '../../support/builders.ts';
import { clock, openStore, overStore } from '../review/scene.ts';

const id = useCaseId('u1');
const author = storedMemberId('t.author');
const useCase = aUseCase({
  id,
  themes: ['Bürgerservice'],
  adopters: [adopterAt(menden, 'in_use')],
  provenance: { ...aUseCase().provenance, createdBy: author },
});
const fromMenden = anAsker({ communeId: menden });
const fromHemer = anAsker({ communeId: hemer });
const organiser = anAsker({ role: 'organiser' });

async function aScene(record = useCase) {
  const scene = overStore(await openStore());
  await scene.useCases.add(record);
  const read = async () => (await scene.useCases.find(id))?.value;
  return { ...scene, read };
}

describe('archiving and restoring', () => {
  it.each<[string, Asker]>([
    ['its author', anAsker({ memberId: author })],
    ['a member of a commune that does it', fromMenden],
    ['an organiser', organiser],
  ])('is done by %s, and the history tells both', async (_, asker) => {
    const scene = await aScene();

    const archived = await archiveUseCase(scene, {
      asker,
      useCaseId: id,
      reason: ' Das Produkt\u202E gibt es nicht mehr. ',
    });
    const whileArchived = await scene.read();
    const restored = await restoreUseCase(scene, { asker, useCaseId: id });

    expect(archived.kind).toBe('archived');
    expect(whileArchived).toMatchObject({
      archived: { at: clock.now(), reason: 'Das Produkt gibt es nicht mehr.' },
      provenance: { version: 2 },
    });
    expect(restored.kind).toBe('active');
    expect(await scene.read()).toEqual({ ...useCase, provenance: { ...useCase.provenance, version: 3 } });
    expect((await scene.useCases.historyOf(id)).map(({ change, version }) => [version, change])).toEqual([
      [3, { kind: 'restored' }],
      [2, { kind: 'archived', reason: 'Das Produkt gibt es nicht mehr.' }],
    ]);
  });

  it.each<[string, Asker, string]>([
    ['somebody of another commune', fromHemer, 'not-responsible'],
    ['a guest of the commune', anAsker({ communeId: menden, guest: true }), 'guest'],
    ['nobody', { tenantId: fromMenden.tenantId, guest: true, role: 'member' }, 'anonymous'],
  ])('is not done by %s', async (_, asker, because) => {
    const scene = await aScene();

    expect(await archiveUseCase(scene, { asker, useCaseId: id })).toEqual({ kind: 'not-allowed', because });
    expect(await restoreUseCase(scene, { asker, useCaseId: id })).toEqual({ kind: 'not-allowed', because });
    expect(await scene.read()).toEqual(useCase);
  });

  it('is neither done nor told of where somebody may not even see it', async () => {
    const scene = await aScene({ ...useCase, visibility: 'organisation' });

    expect(await archiveUseCase(scene, { asker: fromHemer, useCaseId: id })).toEqual({ kind: 'denied' });
    expect(await archiveUseCase(scene, { asker: organiser, useCaseId: useCaseId('none') })).toEqual({
      kind: 'unknown-use-case',
    });
  });

  it('twice, or by many at once, is once: the first reason stays', async () => {
    const scene = await aScene();

    const results = await Promise.all(
      ['Erster', 'Zweiter', 'Dritter'].map((reason) =>
        archiveUseCase(scene, { asker: organiser, useCaseId: id, reason }),
      ),
    );

    expect(results.map(({ kind }) => kind)).toEqual(['archived', 'archived', 'archived']);
    expect(await scene.useCases.historyOf(id)).toHaveLength(1);
    const again = await archiveUseCase(scene, { asker: organiser, useCaseId: id, reason: 'Später' });
    expect(again).toMatchObject({
      useCase: { archived: { reason: (await scene.read())?.archived?.reason } },
    });
  });

  it('takes over what somebody else changed at the same moment', async () => {
    const scene = await aScene();
    const change = scene.useCases.change(id, (known) => ({ useCase: { ...known, title: 'Anders' } }));

    await Promise.all([change, archiveUseCase(scene, { asker: organiser, useCaseId: id })]);

    expect(await scene.read()).toMatchObject({ title: 'Anders', archived: { at: clock.now() } });
  });
});

it('an archived use case is in no search, no list, no theme and no number, at once and after a start, until it is restored', async () => {
  const scene = await aScene();
  const catalogue = () =>
    new UseCaseCatalogue(() => createSearchEngine({ fields: { ...useCaseFields } }), [], technologyLabels);
  const first = { ...scene, catalogue: catalogue() };
  const following = await followUseCases(first);
  const look = (one: UseCaseCatalogue) => ({
    size: one.size,
    found: one.search('Chatbot im Bürgerservice', () => true, { limit: 5 }).hits.length,
    selected: one.select(() => true, 5).length,
    themes: one.themesFor(() => true),
    isThere: one.find(id) !== undefined,
  });
  const there = { size: 1, found: 1, selected: 1, themes: ['Bürgerservice'], isThere: true };
  const gone = { size: 0, found: 0, selected: 0, themes: [], isThere: false };
  const before = look(first.catalogue);

  await archiveUseCase(scene, { asker: organiser, useCaseId: id });
  await expect.poll(() => look(first.catalogue)).toEqual(gone);
  const second = { ...scene, catalogue: catalogue() };
  const other = await followUseCases(second);
  const afterStart = look(second.catalogue);
  await restoreUseCase(scene, { asker: organiser, useCaseId: id });

  await expect.poll(() => look(first.catalogue)).toEqual(there);
  expect(before).toEqual(there);
  expect(afterStart).toEqual(gone);
  await Promise.all([following.stop(), other.stop()]);
});

it('the history has pages, the latest first, and is for those who may see the use case', async () => {
  const scene = await aScene({ ...useCase, visibility: 'organisation' });
  for (let n = 1; n <= 6; n += 1) {
    await scene.useCases.change(id, (known) => ({
      useCase: known,
      entry: { at: n, by: { organiser: true }, change: { kind: 'confirmed' } },
    }));
  }

  const first = await listHistory(scene, { asker: fromMenden, useCaseId: id, page: 1 });
  const last = await listHistory(scene, { asker: fromMenden, useCaseId: id, page: 9 });

  expect(first).toMatchObject({ kind: 'listed', total: 6, page: 1, pages: 2 });
  expect(first.kind === 'listed' && first.entries.map(({ version }) => version)).toEqual([7, 6, 5, 4, 3]);
  expect(last.kind === 'listed' && last.entries.map(({ version }) => version)).toEqual([2]);
  expect(await listHistory(scene, { asker: fromHemer, useCaseId: id, page: 1 })).toEqual({ kind: 'denied' });
});
