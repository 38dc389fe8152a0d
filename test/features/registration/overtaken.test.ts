import { describe, expect, it } from 'vitest';
import { anAsker, menden } from '../../support/builders.ts';
import { otherOrganiser } from '../../support/submissions.ts';
import { aChange, aScene, existing, pressed, shown } from './scene.ts';
import type { Scene } from './scene.ts';

/** A colleague's words for the same field. */
async function colleague(scene: Scene, fields: { readonly title?: string; readonly supplier?: string }) {
  await scene.useCases.change(existing.id, (useCase) => ({
    useCase: { ...useCase, ...fields },
    entry: { at: scene.clock.now(), by: { organiser: false }, change: { kind: 'edited', fields: [] } },
  }));
}

async function titleOf(scene: Scene) {
  return (await scene.useCases.find(existing.id))?.value.title;
}

describe('two colleagues who change the same use case', () => {
  it('do not replace each other unseen: the later one is first shown what stands there now', async () => {
    const scene = await aScene({ review: false });
    const draft = await aChange(scene);
    await colleague(scene, { title: 'Titel der Kollegin' });

    const first = await pressed(scene, draft.id);
    const titleThen = await titleOf(scene);
    const check = await shown(scene, draft.id);
    const second = await pressed(scene, draft.id);

    expect([first.kind, titleThen]).toEqual(['overtaken', 'Titel der Kollegin']);
    expect(check).toMatchObject({
      kind: 'checked',
      described: {
        about: {
          overtaken: ['title'],
          fields: [{ field: 'title', before: 'Titel der Kollegin', after: 'Neuer Titel' }],
        },
      },
    });
    expect([second.kind, await titleOf(scene)]).toEqual(['registered', 'Neuer Titel']);
  });

  it('are shown it again when it changes again before they press', async () => {
    const scene = await aScene({ review: false });
    const draft = await aChange(scene);
    await colleague(scene, { title: 'Titel der Kollegin' });
    await shown(scene, draft.id);
    await colleague(scene, { title: 'Noch ein Titel' });

    expect(await pressed(scene, draft.id)).toEqual({ kind: 'overtaken' });
    expect(await titleOf(scene)).toBe('Noch ein Titel');
  });

  it('are not held up by changes of other fields, nor by the same change', async () => {
    const scene = await aScene({ review: false });
    const draft = await aChange(scene);
    await colleague(scene, { title: 'Neuer Titel', supplier: 'Imkerei Nord' });

    expect(await pressed(scene, draft.id)).toMatchObject({ kind: 'registered' });
    expect((await scene.useCases.find(existing.id))?.value.supplier).toBe('Imkerei Nord');
  });

  it('let one of them through when both press at the same moment, on two instances of the app', async () => {
    const scene = await aScene({ review: false });
    const berta = anAsker({ memberId: otherOrganiser, communeId: menden });
    const one = await aChange(scene);
    const other = await aChange(scene, { title: 'Anderer Titel' }, berta);

    const results = await Promise.all([
      pressed(scene.instance(), one.id),
      pressed(scene.instance(), other.id, berta),
    ]);

    expect(results.map(({ kind }) => kind).toSorted()).toEqual(['overtaken', 'registered']);
  });
});
