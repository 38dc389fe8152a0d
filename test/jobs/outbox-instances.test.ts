import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs, secondMs } from '../../src/domain/instant.ts';
import { reviseBroadcast } from '../../src/features/broadcasts/request-change.ts';
import { OutboxScene } from '../support/outbox-scene.ts';
import { seeded } from '../support/seeded.ts';
import { expectSettled } from '../support/settled.ts';

const p2 = { '502-after-accept': 0.03, 'reset-after-accept': 0.02, '502': 0.03 };

describe('several instances of the outbox', () => {
  it('share the tenants, with clocks that are five minutes off', async () => {
    const scene = new OutboxScene({ rates: { post: p2 } });
    await scene.fill(3000, 30);
    await scene.begin();
    for (const skewMs of [0, 5 * minuteMs, -5 * minuteMs]) {
      scene.instance({ skewMs });
    }

    await scene.finish();

    const { duplicates, ambiguous, overLimit, tooEarly } = scene.messenger.ledger.report();
    expect({ duplicates, overLimit, tooEarly }).toEqual({ duplicates: 0, overLimit: 0, tooEarly: 0 });
    expect((await scene.tally())['unclear']).toBe(ambiguous);
    expect(Math.min(...scene.sends.values())).toBeGreaterThan(500);
    expect(scene.sends.size).toBe(3);
    await expectSettled(scene, 3000);
  });

  it('keep the limit of a tenant when one stops and another goes on at once', async () => {
    const scene = new OutboxScene();
    await scene.fill(400);
    await scene.begin();
    const first = scene.instance();
    scene.instance();
    await scene.pass(3 * secondMs);

    await Promise.all([first.stop(), scene.pass(1.5 * secondMs)]);
    await scene.finish();

    const { overLimit, duplicates } = scene.messenger.ledger.report();
    expect({ overLimit, duplicates }).toEqual({ overLimit: 0, duplicates: 0 });
    expect([...scene.sends.values()].every((sends) => sends > 50)).toBe(true);
    expect(await scene.tally()).toEqual({ delivered: 400 });
  });

  it('send nothing twice when one sleeps for a minute and goes on', async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const scene = new OutboxScene({ seed, rates: { post: p2 } });
      await scene.fill(300);
      await scene.begin();
      const chance = seeded(seed, 'pause');
      const instances = [scene.instance(), scene.instance({ skewMs: 3 * minuteMs }), scene.instance()];
      for (const instance of instances) {
        scene.time.after(Math.floor(chance() * 5 * secondMs), () => instance.pause(minuteMs));
      }

      await scene.pass(3 * minuteMs);
      await scene.finish();

      const { duplicates, ambiguous, overLimit } = scene.messenger.ledger.report();
      const { unclear = 0 } = await scene.tally();
      expect(duplicates, `seed ${seed}`).toBe(0);
      expect(overLimit, `seed ${seed}`).toBe(0);
      expect(unclear, `seed ${seed}`).toBeLessThanOrEqual(ambiguous + 3 * 24);
      await expectSettled(scene, 300);
    }
  });

  it('correct what was called unclear when its answer comes after a take-over', async () => {
    const scene = new OutboxScene();
    await scene.fill(150);
    await scene.begin();
    const slow = scene.instance();
    await scene.pass(1.7 * secondMs);
    slow.pause(minuteMs);
    scene.instance();
    await scene.finish();
    const before = await scene.tally();

    await scene.pass(2 * minuteMs);

    expect(before['unclear']).toBeGreaterThan(5);
    expect(await scene.tally()).toEqual({ delivered: 150 });
    expect(await scene.recount()).toEqual({ delivered: 150 });
    expect(scene.messenger.ledger.report()).toMatchObject({ duplicates: 0, accepted: 150 });
  });

  it('correct what was called unclear while another goes on sending', async () => {
    const scene = new OutboxScene();
    await scene.fill(3000);
    await scene.begin();
    const slow = scene.instance();
    await scene.pass(1.7 * secondMs);
    slow.pause(25 * secondMs);
    scene.instance();

    await scene.finish();
    await scene.pass(minuteMs);

    expect(await scene.tally()).toEqual({ delivered: 3000 });
    expect(await scene.recount()).toEqual({ delivered: 3000 });
  });

  it('bring the correction to a message whose answer came late', async () => {
    const scene = new OutboxScene();
    await scene.fill(100);
    const id = await scene.begin();
    const slow = scene.instance();
    await scene.pass(1.2 * secondMs);
    slow.pause(minuteMs);
    scene.instance();
    await scene.finish();
    await reviseBroadcast(scene.deps, id);
    await scene.finish();

    await scene.pass(2 * minuteMs);

    const deliveries = await scene.deliveries();
    expect(deliveries.every(({ revision }) => revision === 2)).toBe(true);
  });

  it('obey the Retry-After that another was told', async () => {
    const scene = new OutboxScene();
    scene.patienceMs = 3 * hourMs;
    let refused = 0;
    scene.before = (now) => {
      const isThrottling = now < scene.start + 30 * secondMs && now >= scene.start + 2 * secondMs;
      refused += isThrottling ? 1 : 0;
      return isThrottling ? { kind: 'refused', failure: { status: 429 }, retryAfter: '120' } : undefined;
    };
    await scene.fill(400);
    await scene.begin();
    const first = scene.instance();
    await scene.pass(8 * secondMs);
    const told = refused;
    await Promise.all([first.stop(), scene.pass(2 * secondMs)]);
    scene.instance();
    await scene.pass(60 * secondMs);

    expect(told).toBeLessThanOrEqual(24);
    expect(refused).toBe(told);
    await scene.finish();
    expect(await scene.tally()).toEqual({ delivered: 400 });
  });
});
