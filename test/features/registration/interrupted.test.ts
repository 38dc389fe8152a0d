import { describe, expect, it } from 'vitest';
import { draftId, submissionId, useCaseId } from '../../../src/domain/ids.ts';
import { StoreUnavailableError } from '../../../src/ports/document-store.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { aChange, aDraft, anna, aScene, existing, pressed, shown, words } from './scene.ts';

/** A store that dies with its n-th write, just before it or just after; nothing works from then on. */
function dyingAt(n: number, when: 'before' | 'after') {
  let writes = 0;
  let isDead = false;
  const died = () => new StoreUnavailableError('failed', 'unknown');
  return (store: DocumentStore): DocumentStore => ({
    ...store,
    async get(...call) {
      if (isDead) {
        throw died();
      }
      return store.get(...call);
    },
    async transact(...call) {
      writes += 1;
      isDead ||= writes >= n;
      if (!isDead) {
        return store.transact(...call);
      }
      if (writes === n && when === 'after') {
        await store.transact(...call);
      }
      throw died();
    },
  });
}

const points = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => [[n, 'before'] as const, [n, 'after'] as const]);

describe.each(points)('a crash at write %i, %s it', (n, when) => {
  it('loses and doubles no new use case', async () => {
    const scene = await aScene({ review: false }, dyingAt(n, when));
    const draft = await aDraft(scene);

    await pressed(scene.flaky, draft.id).catch(() => 'died');
    scene.clock.advance(1000);
    const again = await pressed(scene, draft.id);
    const third = await pressed(scene, draft.id);

    expect(again).toMatchObject({ kind: 'registered', useCaseId: draft.id });
    expect(third).toMatchObject({ kind: 'registered', again: true });
    const made = await scene.useCases.find(useCaseId(draft.id));
    expect(made?.value).toMatchObject({ title: words.title, provenance: { version: 1 } });
    expect(await scene.useCases.historyOf(useCaseId(draft.id))).toHaveLength(1);
    expect((await scene.useCaseDrafts.ofMember(draft.memberId))[0]?.typed).toEqual({});
  });

  it("loses and doubles no change, and takes back nobody else's", async () => {
    const scene = await aScene({ review: false }, dyingAt(n, when));
    const draft = await aChange(scene);

    await pressed(scene.flaky, draft.id).catch(() => 'died');
    const wasDone = (await scene.useCases.find(existing.id))?.value.title === 'Neuer Titel';
    scene.clock.advance(1000);
    await scene.useCases.change(existing.id, (useCase) => ({
      useCase: { ...useCase, title: 'Titel eines anderen' },
      entry: {
        at: scene.clock.now(),
        by: { organiser: true },
        change: { kind: 'edited', fields: [] },
      },
    }));
    const again = await pressed(scene, draft.id);

    const made = await scene.useCases.find(existing.id);
    expect(again).toMatchObject(wasDone ? { kind: 'registered', again: true } : { kind: 'overtaken' });
    expect(made?.value.title).toBe('Titel eines anderen');
    expect(made?.value.provenance.version).toBe(wasDone ? 3 : 2);

    await shown(scene, draft.id);
    await pressed(scene, draft.id);

    const last = await scene.useCases.find(existing.id);
    expect(last?.value.title).toBe(wasDone ? 'Titel eines anderen' : 'Neuer Titel');
    expect(last?.value.provenance.version).toBe(3);
    expect(await scene.useCases.historyOf(existing.id)).toHaveLength(2);
  });

  it('hands in once what organisers look at first', async () => {
    const scene = await aScene({ review: true }, dyingAt(n, when));
    const draft = await aDraft(scene);

    await pressed(scene.flaky, draft.id).catch(() => 'died');
    const again = await pressed(scene, draft.id);

    expect(again).toMatchObject({ kind: 'submitted' });
    const submission = await scene.submissions.find(submissionId(draft.id));
    expect(submission?.value).toMatchObject({ round: 1, by: anna.memberId, state: { kind: 'waiting' } });
    expect(await scene.useCases.find(useCaseId(draft.id))).toBeUndefined();
  });
});

describe('a draft that cannot be published any more', () => {
  it('is known to be published when only its end was missing', async () => {
    const scene = await aScene({ review: false }, dyingAt(3, 'before'));
    const draft = await aChange(scene);
    await pressed(scene.flaky, draft.id).catch(() => 'died');
    await scene.useCases.change(existing.id, (useCase) => ({ useCase: { ...useCase, archived: { at: 1 } } }));

    expect(await pressed(scene, draft.id)).toMatchObject({ kind: 'registered', again: true });
  });

  it("is its author's again when the use case was archived between the press and the publication", async () => {
    const scene = await aScene({ review: false }, dyingAt(2, 'before'));
    const draft = await aChange(scene);
    await pressed(scene.flaky, draft.id).catch(() => 'died');
    await scene.useCases.change(existing.id, (useCase) => ({ useCase: { ...useCase, archived: { at: 1 } } }));

    const result = await pressed(scene, draft.id);

    expect(result).toEqual({ kind: 'archived' });
    const kept = await scene.useCaseDrafts.find(draft.memberId, draftId(draft.id));
    expect(kept?.value).toMatchObject({ state: { kind: 'saved' }, typed: { title: 'Neuer Titel' } });
  });
});
