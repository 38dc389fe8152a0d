import { describe, expect, it } from 'vitest';
import { secondMs } from '../../src/domain/instant.ts';
import { reviseBroadcast } from '../../src/features/broadcasts/request-change.ts';
import { OutboxScene } from '../support/outbox-scene.ts';
import type { Instance } from '../support/outbox-scene.ts';
import { seeded } from '../support/seeded.ts';
import { expectSettled } from '../support/settled.ts';

/** Lets time pass until the instance has stopped; returns how long that took. */
async function stop(scene: OutboxScene, instance: Instance): Promise<number> {
  const from = scene.time.now();
  let stoppedAt: number | undefined;
  async function waitForIt(): Promise<void> {
    await instance.stop();
    stoppedAt = scene.time.now();
  }
  void waitForIt();
  await scene.time.run(() => stoppedAt !== undefined);
  return (stoppedAt ?? from) - from;
}

describe('an instance of the outbox that is stopped', () => {
  it('ends what is under way, gives the rest back, and leaves nothing unclear', async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const scene = new OutboxScene({ seed, rates: { post: { '412': 0.05, '429': 0.05 } } });
      await scene.fill(200, 2);
      await scene.begin();
      const instance = scene.instance();
      await scene.pass(Math.floor(200 + seeded(seed, 'stop')() * 4 * secondMs));

      const tookMs = await stop(scene, instance);

      const counts = await scene.recount();
      const { accepted } = scene.messenger.ledger.report();
      await scene.pass(5 * secondMs);
      expect(tookMs, `seed ${seed}`).toBeLessThan(15 * secondMs);
      expect(counts['claimed'] ?? 0, `seed ${seed}`).toBe(0);
      expect(counts['sending'] ?? 0, `seed ${seed}`).toBe(0);
      expect(counts['unclear'] ?? 0, `seed ${seed}`).toBe(0);
      expect(counts['delivered'] ?? 0, `seed ${seed}`).toBe(accepted);
      expect(scene.messenger.ledger.report().accepted, `seed ${seed}`).toBe(accepted);
      expect(await scene.tally(), `seed ${seed}`).toEqual(counts);
    }
  });

  it('lets another go on at once, within the limits', async () => {
    for (let seed = 1; seed <= 15; seed += 1) {
      const scene = new OutboxScene({ seed, latencyMs: 5 });
      await scene.fill(300);
      await scene.begin();
      const instance = scene.instance();
      await scene.pass(Math.floor(1000 + seeded(seed, 'stop')() * 3 * secondMs));
      scene.instance();
      await scene.pass(Math.floor(seeded(seed, 'phase')() * 600));
      await stop(scene, instance);
      const stoppedAt = scene.time.now();

      await scene.finish();

      const next = scene.composed.find(({ at }) => at > stoppedAt);
      expect((next?.at ?? Infinity) - stoppedAt, `seed ${seed}`).toBeLessThan(2 * secondMs);
      expect(scene.messenger.ledger.report(), `seed ${seed}`).toMatchObject({ duplicates: 0, overLimit: 0 });
      expect(await scene.tally()).toEqual({ delivered: 300 });
    }
  });

  it('in the middle of the snapshot lets another complete it', async () => {
    const scene = new OutboxScene();
    await scene.fill(1200);
    await scene.begin();
    const slow = (store: OutboxScene['store']) => ({
      ...store,
      transact: async (...call: Parameters<typeof store.transact>) => {
        await new Promise<void>((resolve) => {
          scene.time.after(100, resolve);
        });
        return store.transact(...call);
      },
    });
    const instance = scene.instance({ through: slow });
    await scene.pass(700);
    await stop(scene, instance);
    const [broadcast] = await scene.deps.broadcasts.inPhase('preparing');
    scene.instance();

    await scene.finish();

    expect(broadcast?.id).toBe('b1');
    expect(await scene.tally()).toEqual({ delivered: 1200 });
  });

  it('in the middle of a correction lets another complete it', async () => {
    const scene = new OutboxScene();
    await scene.fill(200);
    const id = await scene.begin();
    const instance = scene.instance();
    await scene.finish();
    await reviseBroadcast(scene.deps, id);
    await scene.pass(2 * secondMs);

    await stop(scene, instance);
    const left = (await scene.deliveries()).filter(({ revision }) => revision < 2).length;
    scene.instance();
    await scene.finish();

    expect(left).toBeGreaterThan(50);
    expect((await scene.deliveries()).every(({ revision }) => revision === 2)).toBe(true);
    await expectSettled(scene, 200);
  });
});
