import { describe, expect, it } from 'vitest';
import { tenantId } from '../../src/domain/ids.ts';
import { secondMs } from '../../src/domain/instant.ts';
import {
  cancelBroadcast,
  repeatUnclear,
  reviseBroadcast,
} from '../../src/features/broadcasts/request-change.ts';
import { OutboxScene } from '../support/outbox-scene.ts';
import { seeded } from '../support/seeded.ts';
import { expectSettled } from '../support/settled.ts';

const p2 = { '502-after-accept': 0.03, 'reset-after-accept': 0.02, '502': 0.03 };
const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

/** Instances that die one after another at calls drawn by chance, and one that lives. */
async function killed(scene: OutboxScene, seed: number, kills: number, latest: number): Promise<void> {
  const chance = seeded(seed, 'kills');
  for (let kill = 0; kill < kills; kill += 1) {
    const instance = scene.instance({ diesAtCall: 1 + Math.floor(chance() * latest) });
    await scene.pass(Math.floor(chance() * 6 * secondMs));
    instance.kill();
    await scene.pass(Math.floor(chance() * 14 * secondMs));
  }
  scene.instance();
}

describe('the outbox, when instances are killed', () => {
  it.each(seeds)('sends nothing twice and ends everything, seed %i', async (seed) => {
    const scene = new OutboxScene({ seed, rates: { post: p2 } });
    await scene.fill(200);
    await scene.begin();

    await killed(scene, seed, 3, 500);
    await scene.finish();

    const { duplicates, ambiguous, accepted } = scene.messenger.ledger.report();
    const tally = await scene.tally();
    expect(duplicates).toBe(0);
    expect(tally['unclear'] ?? 0).toBeGreaterThanOrEqual(ambiguous);
    expect(tally['unclear'] ?? 0).toBeLessThanOrEqual(ambiguous + 3 * 24);
    expect(tally['delivered'] ?? 0).toBeLessThanOrEqual(accepted);
    await expectSettled(scene, 200);
  });

  it.each(seeds.slice(0, 30))(
    'fixes everybody once, whenever the snapshot is cut off, seed %i',
    async (seed) => {
      const scene = new OutboxScene({ seed });
      await scene.fill(350, 2);
      await scene.begin();
      const chance = seeded(seed, 'snapshot');
      scene.instance({ diesAtCall: 1 + Math.floor(chance() * 60) });
      await scene.pass(14 * secondMs);
      await scene.people.add(tenantId('t0'), 'late');
      scene.instance({ diesAtCall: 1 + Math.floor(chance() * 90) });
      await scene.pass(14 * secondMs);
      scene.instance();

      await scene.finish();

      const { duplicates, recipients } = scene.messenger.ledger.report();
      const people = (await scene.deliveries()).length;
      expect(duplicates).toBe(0);
      expect([350, 351]).toContain(people);
      expect(recipients).toBeLessThanOrEqual(people);
      await expectSettled(scene, people);
    },
  );

  it.each(seeds.slice(0, 30))('ends a broadcast that is cancelled around a crash, seed %i', async (seed) => {
    const scene = new OutboxScene({ seed, rates: { post: p2 } });
    await scene.fill(150);
    const id = await scene.begin();
    scene.time.after(1.5 * secondMs, () => void cancelBroadcast(scene.deps, id));

    await killed(scene, seed, 2, 150);
    await scene.finish();

    const { duplicates, accepted } = scene.messenger.ledger.report();
    const { delivered = 0, unclear = 0, cancelled = 0 } = await scene.tally();
    expect(duplicates).toBe(0);
    expect(delivered + unclear).toBeGreaterThanOrEqual(accepted);
    expect(delivered + unclear + cancelled).toBe(150);
    await expectSettled(scene, 150);
  });

  it.each(seeds)('repeats each unclear one once for each wish, whoever dies, seed %i', async (seed) => {
    const scene = new OutboxScene({ seed, rates: { post: { '502-after-accept': 0.5 } } });
    await scene.fill(80);
    const id = await scene.begin();
    const first = scene.instance();
    await scene.finish();
    const { unclear = 0 } = await scene.tally();
    await first.stop();
    await repeatUnclear(scene.deps, id);

    await killed(scene, seed, 3, 250);
    await scene.finish();

    expect(scene.messenger.ledger.report().calls).toBeLessThanOrEqual(80 + unclear);
    await expectSettled(scene, 80);
  });

  it.each(seeds.slice(0, 30))(
    'shows the correction everywhere in spite of crashes, seed %i',
    async (seed) => {
      const scene = new OutboxScene({ seed, rates: { update: { '502-after-accept': 0.1, '502': 0.1 } } });
      await scene.fill(120);
      const id = await scene.begin();
      scene.time.after(1.5 * secondMs, () => void reviseBroadcast(scene.deps, id));

      await killed(scene, seed, 3, 300);
      await scene.finish();

      const deliveries = await scene.deliveries();
      const shown = deliveries.filter(({ state }) => state.kind === 'delivered');
      expect(shown.every(({ revision, notRevised }) => revision === 2 || notRevised !== undefined)).toBe(
        true,
      );
      expect(scene.messenger.ledger.report().duplicates).toBe(0);
      await expectSettled(scene, 120);
    },
  );
});
