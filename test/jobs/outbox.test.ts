import { describe, expect, it } from 'vitest';
import { secondMs } from '../../src/domain/instant.ts';
import {
  cancelBroadcast,
  repeatUnclear,
  reviseBroadcast,
} from '../../src/features/broadcasts/request-change.ts';
import { OutboxScene } from '../support/outbox-scene.ts';

const p2 = { '502-after-accept': 0.03, 'reset-after-accept': 0.02, '502': 0.03 };

describe('the outbox', () => {
  it('sends to everybody once, and ends', async () => {
    const scene = new OutboxScene();
    await scene.fill(120);
    await scene.begin();
    scene.instance();

    await scene.finish();

    expect(await scene.tally()).toEqual({ delivered: 120 });
    expect(scene.messenger.ledger.report()).toMatchObject({
      accepted: 120,
      duplicates: 0,
      overLimit: 0,
      tooEarly: 0,
    });
  });

  it('reports what is unclear, and nothing twice, when answers get lost', async () => {
    const scene = new OutboxScene({ rates: { post: p2 } });
    await scene.fill(2000);
    await scene.begin();
    scene.instance();

    await scene.finish();

    const { duplicates, ambiguous } = scene.messenger.ledger.report();
    const tally = await scene.tally();
    expect(duplicates).toBe(0);
    expect(ambiguous).toBeGreaterThan(50);
    expect(tally).toEqual({ delivered: 2000 - ambiguous, unclear: ambiguous });
    expect(await scene.recount()).toEqual(tally);
  });

  it('stops within two seconds when it is cancelled, and the sums add up', async () => {
    const scene = new OutboxScene();
    await scene.fill(500);
    const id = await scene.begin();
    scene.instance();
    await scene.pass(4 * secondMs);

    const cancelledAt = scene.time.now();
    await cancelBroadcast(scene.deps, id);
    await scene.finish();

    const tally = await scene.tally();
    const last = Math.max(...scene.composed.map(({ at }) => at));
    expect(last - cancelledAt).toBeLessThanOrEqual(2 * secondMs);
    expect((tally['delivered'] ?? 0) + (tally['cancelled'] ?? 0)).toBe(500);
    expect(tally['cancelled']).toBeGreaterThan(200);
    expect(scene.messenger.ledger.report().accepted).toBe(tally['delivered']);
  });

  it('corrects every posted message, and sends the new words to the rest', async () => {
    const scene = new OutboxScene({ rates: { update: { '502': 0.2 } } });
    await scene.fill(300);
    const id = await scene.begin();
    scene.instance();
    await scene.pass(3 * secondMs);

    scene.words = 'Zweite Fassung';
    await reviseBroadcast(scene.deps, id);
    await scene.finish();

    const deliveries = await scene.deliveries();
    expect(deliveries.every(({ revision, notRevised }) => revision === 2 || notRevised !== undefined)).toBe(
      true,
    );
    expect(deliveries.filter(({ revision }) => revision === 2).length).toBeGreaterThan(290);
    expect(scene.messenger.ledger.report().duplicates).toBe(0);
  });

  it('sends the unclear ones again when an organiser wants it, and only those', async () => {
    const scene = new OutboxScene({ rates: { post: { '502': 0.1 } } });
    await scene.fill(300);
    const id = await scene.begin();
    scene.instance();
    await scene.finish();
    const before = await scene.tally();

    await repeatUnclear(scene.deps, id);
    await scene.finish();

    const after = await scene.tally();
    const again = scene.composed.filter(({ repeated }) => repeated);
    expect(before['unclear']).toBeGreaterThan(10);
    expect(again).toHaveLength(before['unclear'] ?? 0);
    expect((after['delivered'] ?? 0) + (after['unclear'] ?? 0)).toBe(300);
    expect(after['unclear'] ?? 0).toBeLessThan(before['unclear'] ?? 0);
  });
});
