import { describe, expect, it } from 'vitest';
import { minuteMs, secondMs } from '../../src/domain/instant.ts';
import { repeatUnclear, reviseBroadcast } from '../../src/features/broadcasts/request-change.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { OutboxScene } from '../support/outbox-scene.ts';
import { seeded } from '../support/seeded.ts';
import { expectSettled } from '../support/settled.ts';
import { unsteady } from '../support/unsteady-store.ts';
import type { Unsteadiness } from '../support/unsteady-store.ts';

const p2 = { '502-after-accept': 0.03, 'reset-after-accept': 0.02, '502': 0.03 };

function through(scene: OutboxScene, seed: number, how: Omit<Unsteadiness, 'chance'>) {
  const chance = seeded(seed, 'store');
  return { through: (store: DocumentStore) => unsteady(store, scene.time, { chance, ...how }) };
}

describe('the outbox on a store that fails', () => {
  it('sends nothing twice and ends everything, whatever fails', async () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const scene = new OutboxScene({ seed, rates: { post: p2 } });
      await scene.fill(150, 2);
      const id = await scene.begin();
      const how = { none: 0.004, unknown: 0.004, conflicts: 0.02 };
      scene.instance(through(scene, seed, how));
      scene.instance(through(scene, seed + 100, how));
      await scene.pass(3 * secondMs);
      await reviseBroadcast(scene.deps, id);

      await scene.finish();

      const { duplicates, overLimit } = scene.messenger.ledger.report();
      expect({ duplicates, overLimit }, `seed ${seed}`).toEqual({ duplicates: 0, overLimit: 0 });
      await expectSettled(scene, 150);
    }
  });

  it('repeats each unclear one once, whatever fails', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const scene = new OutboxScene({ seed });
      await scene.fill(80);
      const id = await scene.begin();
      let calls = 0;
      scene.before = () => {
        calls += 1;
        return { kind: 'no-answer', reason: 'reset' };
      };
      scene.instance(through(scene, seed, { none: 0.004, unknown: 0.004, conflicts: 0.02 }));
      await scene.finish();
      const { unclear = 0 } = await scene.tally();
      calls = 0;

      await repeatUnclear(scene.deps, id);
      await scene.finish();

      expect(calls, `seed ${seed}`).toBeLessThanOrEqual(unclear);
      await expectSettled(scene, 80);
    }
  });

  it('does not mind that it is often overtaken', async () => {
    const scene = new OutboxScene();
    await scene.fill(150);
    await scene.begin();
    scene.instance(through(scene, 1, { conflicts: 0.4 }));

    await scene.finish();

    expect(await scene.tally()).toEqual({ delivered: 150 });
    expect(scene.logged).toEqual([]);
  });

  it('goes on when the store was away for two minutes, and says so only now and then', async () => {
    const scene = new OutboxScene({ rates: { post: p2 } });
    await scene.fill(600, 3);
    await scene.begin();
    const from = scene.start + 2 * secondMs;
    const isAway = () => scene.time.now() > from && scene.time.now() < from + 2 * minuteMs;
    scene.instance(through(scene, 1, { isAway }));
    scene.instance(through(scene, 2, { isAway }));

    await scene.pass(3 * minuteMs);
    await scene.finish();

    const { duplicates, ambiguous } = scene.messenger.ledger.report();
    const { unclear = 0 } = await scene.tally();
    expect(duplicates).toBe(0);
    expect(unclear).toBeLessThanOrEqual(ambiguous + 2 * 24);
    expect(scene.logged.length).toBeLessThan(180);
    await expectSettled(scene, 600);
  });

  it('tells of recipients that cannot be fixed now and then only', async () => {
    const scene = new OutboxScene();
    await scene.fill(10);
    await scene.begin();
    const breaks = { get: 'members' };
    scene.instance({
      through: (store) => ({
        ...store,
        query: (collection, query) =>
          collection.name === breaks.get
            ? Promise.reject(new Error('broken'))
            : store.query(collection, query),
      }),
    });

    await scene.pass(minuteMs);

    expect(scene.logged.length).toBeGreaterThan(5);
    expect(scene.logged.length).toBeLessThan(20);
    breaks.get = 'nothing';
    await scene.finish();
    expect(await scene.tally()).toEqual({ delivered: 10 });
  });

  it('keeps the limits when writes take long, now and then very long', async () => {
    for (let seed = 1; seed <= 10; seed += 1) {
      const scene = new OutboxScene({ seed, latencyMs: 100 });
      const chance = seeded(seed, 'slow');
      let stallsUntil = 0;
      const writeMs = () => {
        const now = scene.time.now();
        if (stallsUntil < now && chance() < 0.01) {
          stallsUntil = now + 2000;
        }
        return Math.max(Math.floor(chance() * 20), stallsUntil - now);
      };
      await scene.fill(300);
      await scene.begin();
      scene.instance(through(scene, seed, { writeMs }));

      await scene.finish();

      expect(scene.messenger.ledger.report(), `seed ${seed}`).toMatchObject({ duplicates: 0, overLimit: 0 });
      expect(await scene.tally()).toEqual({ delivered: 300 });
    }
  });
});
