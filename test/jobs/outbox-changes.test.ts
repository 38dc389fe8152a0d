import { describe, expect, it } from 'vitest';
import { tenantId } from '../../src/domain/ids.ts';
import { dayMs, hourMs, secondMs } from '../../src/domain/instant.ts';
import {
  cancelBroadcast,
  repeatUnclear,
  reviseBroadcast,
} from '../../src/features/broadcasts/request-change.ts';
import { morning, OutboxScene } from '../support/outbox-scene.ts';
import { seeded } from '../support/seeded.ts';
import { expectSettled } from '../support/settled.ts';

describe('a broadcast that is cancelled', () => {
  it('before its recipients are fixed sends nothing', async () => {
    const scene = new OutboxScene();
    await scene.fill(250);
    const id = await scene.begin();
    await cancelBroadcast(scene.deps, id);
    scene.instance();

    await scene.finish();

    expect(await scene.tally()).toEqual({ cancelled: 250 });
    expect(scene.messenger.ledger.report().calls).toBe(0);
  });

  it('at any moment ends within two seconds, also when it is said twice', async () => {
    for (let seed = 1; seed <= 25; seed += 1) {
      const scene = new OutboxScene({ seed, latencyMs: 100, rates: { post: { '429': 0.1, '412': 0.1 } } });
      await scene.fill(300, 2);
      const id = await scene.begin();
      scene.instance();
      scene.instance();
      await scene.pass(Math.floor(seeded(seed, 'cancel')() * 4 * secondMs));
      const cancelledAt = scene.time.now();
      await Promise.all([cancelBroadcast(scene.deps, id), cancelBroadcast(scene.deps, id)]);
      scene.before = (now) =>
        now > cancelledAt + 2 * secondMs ? { kind: 'not-sent', reason: 'too late' } : undefined;

      await scene.finish();

      const { accepted, duplicates } = scene.messenger.ledger.report();
      const { delivered = 0, cancelled = 0 } = await scene.tally();
      expect(scene.time.now() - cancelledAt, `seed ${seed}`).toBeLessThan(8 * secondMs);
      expect({ delivered, duplicates }, `seed ${seed}`).toEqual({ delivered: accepted, duplicates: 0 });
      expect(delivered + cancelled, `seed ${seed}`).toBe(300);
      await expectSettled(scene, 300);
    }
  });

  it('is not sent to those who only wait for their turn', async () => {
    const scene = new OutboxScene();
    await scene.fill(200);
    const id = await scene.begin();
    scene.instance();
    await scene.pass(2 * secondMs);
    const cancelledAt = scene.time.now();
    let lastAt = 0;
    scene.before = (now) => {
      lastAt = now;
      return undefined;
    };

    await cancelBroadcast(scene.deps, id);
    await scene.finish();

    expect(lastAt).toBeLessThanOrEqual(cancelledAt + 50);
  });

  it('while everybody is in their quiet hours ends at once', async () => {
    const scene = new OutboxScene({}, morning + 12 * hourMs);
    for (const member of await scene.fill(30)) {
      await scene.people.choose(member, { quietHours: '20-7' });
    }
    const id = await scene.begin();
    scene.instance();
    await scene.pass(10 * secondMs);
    const before = await scene.tally();

    await cancelBroadcast(scene.deps, id);
    scene.patienceMs = 5 * secondMs;
    await scene.finish();

    expect(before).toEqual({ 'waiting:quiet-hours': 30 });
    expect(await scene.tally()).toEqual({ cancelled: 30 });
  });

  it('is not repeated', async () => {
    const scene = new OutboxScene({ rates: { post: { '502': 0.5 } } });
    await scene.fill(100);
    const id = await scene.begin();
    scene.instance();
    await scene.pass(1.5 * secondMs);
    await cancelBroadcast(scene.deps, id);
    await scene.finish();
    const { calls } = scene.messenger.ledger.report();

    expect(await repeatUnclear(scene.deps, id)).toBe('unchanged');
    expect(await cancelBroadcast(scene.deps, id)).toBe('unchanged');
    await scene.pass(10 * secondMs);

    expect(scene.messenger.ledger.report().calls).toBe(calls);
  });
});

describe('a broadcast that is corrected', () => {
  it('twice in a row while it is sent shows the last words everywhere', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const update = { '502': 0.05, '412': 0.05, '429': 0.05, 'reset-after-accept': 0.05 };
      const scene = new OutboxScene({ seed, rates: { update, post: { '412': 0.05 } } });
      const chance = seeded(seed, 'corrected');
      await scene.fill(150);
      const id = await scene.begin();
      scene.instance();
      for (let revision = 2; revision <= 3; revision += 1) {
        await scene.pass(Math.floor(chance() * 3 * secondMs));
        scene.words = `Fassung ${revision}`;
        await reviseBroadcast(scene.deps, id);
      }

      await scene.finish();

      const shown = new Map(scene.composed.map(({ to, words }) => [to, words]));
      const deliveries = await scene.deliveries();
      expect(
        deliveries.map(({ revision, notRevised }) => notRevised ?? revision),
        `seed ${seed}`,
      ).toEqual(deliveries.map(() => 3));
      expect([...shown.values()].every((words) => words === 'Fassung 3')).toBe(true);
      expect(scene.messenger.ledger.report()).toMatchObject({ duplicates: 0, overLimit: 0, tooEarly: 0 });
      await expectSettled(scene, 150);
    }
  });

  it('is corrected in the end when the service asks to wait very often', async () => {
    const scene = new OutboxScene();
    await scene.fill(20);
    const id = await scene.begin();
    scene.instance();
    await scene.finish();
    const calls = new Map<string, number>();
    scene.before = (_now, to) => {
      const nth = (calls.get(to) ?? 0) + 1;
      calls.set(to, nth);
      const status = nth <= 6 ? 429 : 412;
      return nth <= 7 ? { kind: 'refused', failure: { status }, retryAfter: '1' } : undefined;
    };

    await reviseBroadcast(scene.deps, id);
    await scene.finish();

    expect((await scene.deliveries()).map(({ notRevised }) => notRevised)).toEqual(
      Array.from({ length: 20 }, () => undefined),
    );
  });

  it('is withdrawn while it is sent: the rest gets nothing, and whoever has it sees it', async () => {
    const scene = new OutboxScene();
    await scene.fill(200);
    const id = await scene.begin();
    scene.instance();
    await scene.pass(2 * secondMs);

    scene.words = 'zurückgezogen';
    await reviseBroadcast(scene.deps, id, { withdrawn: true });
    await scene.finish();

    const { delivered = 0, cancelled = 0 } = await scene.tally();
    const { updated, accepted } = scene.messenger.ledger.report();
    expect(delivered + cancelled).toBe(200);
    expect(cancelled).toBeGreaterThan(80);
    expect(accepted).toBe(delivered);
    expect(updated).toBeGreaterThanOrEqual(delivered - 30);
    expect(
      (await scene.deliveries()).every(({ state, revision }) => state.kind !== 'delivered' || revision === 2),
    ).toBe(true);
  });

  it('ends although some messages cannot be changed for as long as nobody hears of their host', async () => {
    const scene = new OutboxScene();
    await scene.fill(3);
    const id = await scene.begin('b1', [{ kind: 'all-members' }], { lifeMs: hourMs });
    scene.instance();
    await scene.finish();
    scene.before = (_now, to) => (to === 't0-m1' ? { kind: 'not-sent', reason: 'ENOTFOUND' } : undefined);

    await reviseBroadcast(scene.deps, id);
    await scene.finish();

    const kept = await scene.deliveries();
    expect(kept.filter(({ notRevised }) => notRevised !== undefined)).toHaveLength(1);
  });

  it('can be corrected as long as what it shows lives, also when that turns out to be later', async () => {
    const scene = new OutboxScene();
    await scene.fill(20);
    const until = (days: number) => scene.start + days * dayMs;
    const id = await scene.begin('b1', [{ kind: 'all-members' }], { keepUntil: until(400) });
    const correct = async (keepUntil: number) => {
      await reviseBroadcast(scene.deps, id, { keepUntil });
      const instance = scene.instance();
      await scene.finish();
      await instance.stop();
      return (await scene.deliveries()).map(({ revision }) => revision);
    };
    const first = await correct(until(400));
    await scene.pass(350 * dayMs);

    const second = await correct(until(700));
    await scene.pass(300 * dayMs);
    const third = await correct(until(700));
    await scene.pass(100 * dayMs);

    expect([first, second, third]).toEqual(
      [2, 3, 4].map((revision) => Array.from({ length: 20 }, () => revision)),
    );
    expect(await scene.deps.broadcasts.find(id)).toBeUndefined();
    expect(
      await Array.fromAsync(scene.deps.deliveries.all({ broadcastId: id, tenantId: tenantId('t0') })),
    ).toEqual([]);
  });
});
