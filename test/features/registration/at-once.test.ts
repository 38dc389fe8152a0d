import { describe, expect, it } from 'vitest';
import { draftId } from '../../../src/domain/ids.ts';
import { saveDraft } from '../../../src/features/registration/check-registration.ts';
import { registerUseCase } from '../../../src/features/registration/register-use-case.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { aChange, aDraft, anna, aScene, existing, pressed, words } from './scene.ts';

/** A store in which so many writers of use cases wait for each other before they write. */
function meetingOf(writers: number) {
  let arrived = 0;
  let open: () => void = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return (store: DocumentStore): DocumentStore => ({
    ...store,
    async transact(collection, ...rest) {
      if (collection.name === 'use-cases') {
        arrived += 1;
        if (arrived === writers) {
          open();
        }
        await all;
      }
      return store.transact(collection, ...rest);
    },
  });
}

describe('"Eintragen" on several devices at the same moment', () => {
  it('makes one new use case', async () => {
    const scene = await aScene({ review: false }, meetingOf(3));
    const { id } = await aDraft(scene);

    const results = await Promise.all([1, 2, 3].map(() => pressed(scene.instance(), id)));

    expect(results.map(({ kind }) => kind)).toEqual(['registered', 'registered', 'registered']);
    expect(await Array.fromAsync(scene.useCases.all())).toHaveLength(2);
  });

  it('makes one change', async () => {
    const scene = await aScene({ review: false }, meetingOf(3));
    const { id } = await aChange(scene);

    const results = await Promise.all([1, 2, 3].map(() => pressed(scene.instance(), id)));

    expect(results.map(({ kind }) => kind)).toEqual(['registered', 'registered', 'registered']);
    expect((await scene.useCases.find(existing.id))?.value.provenance.version).toBe(2);
    expect(await scene.useCases.historyOf(existing.id)).toHaveLength(1);
  });

  /** Another device saves the draft just when the first one has read it. */
  async function pressedWhileSaved(review: boolean) {
    const scene = await aScene({ review });
    const draft = await aDraft(scene);
    let times = 0;
    const roster = async () => {
      times += 1;
      if (times === 1) {
        const typed = { ...draft.typed, title: 'Später gespeichert' };
        await saveDraft(scene, { asker: anna, draftId: draft.id, typed });
      }
      return { name: 'Anna', email: 'anna@example.org', guest: false };
    };
    await registerUseCase(scene, { asker: anna, draftId: draftId(draft.id), roster });
    return {
      kept: (await scene.useCaseDrafts.find(draft.memberId, draft.id))?.value,
      titles: await Array.fromAsync(scene.useCases.all(), ({ value }) => value.title),
    };
  }

  it('publishes what was saved last', async () => {
    const { kept, titles } = await pressedWhileSaved(false);

    expect(titles).toContain('Später gespeichert');
    expect(titles).not.toContain(words.title);
    expect(kept?.state.kind).toBe('registered');
  });

  it('keeps what was saved while an earlier state of it was handed in', async () => {
    const { kept } = await pressedWhileSaved(true);

    expect(kept).toMatchObject({ state: { kind: 'saved' }, typed: { title: 'Später gespeichert' } });
  });
});
