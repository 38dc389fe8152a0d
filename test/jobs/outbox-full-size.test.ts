import { describe, expect, it } from 'vitest';
import { secondMs } from '../../src/domain/instant.ts';
import { OutboxScene } from '../support/outbox-scene.ts';
import { expectSettled } from '../support/settled.ts';

const people = 25_000;
/** The bot's own, see `app.ts`. */
const callMs = 4 * secondMs;
const p2 = { '502-after-accept': 0.03, 'reset-after-accept': 0.02, '502': 0.03 };
/** The lost answers keep the sender waiting. */
const hanging = { 'answer-lost': 0.03, 'reset-after-accept': 0.02, '502': 0.03 };

describe('25,000 recipients', { timeout: 300_000 }, () => {
  it.each([
    { tenants: 1, rates: p2, lost: 'at once' },
    { tenants: 72, rates: p2, lost: 'at once' },
    { tenants: 1, rates: hanging, lost: 'after a long wait' },
  ])('in $tenants tenants get it once, fast and within the limits, with answers lost $lost', async (one) => {
    const { tenants, rates } = one;
    const scene = new OutboxScene({ seed: tenants, callMs, rates: { post: rates } });
    await scene.fill(people, tenants);
    await scene.begin();
    scene.instance();

    await scene.finish();

    const { ambiguous, ...report } = scene.messenger.ledger.report();
    const seconds = (scene.time.now() - scene.start) / secondMs;
    expect(report).toMatchObject({ duplicates: 0, overLimit: 0, tooEarly: 0 });
    expect(report.mostInFlight).toBeLessThanOrEqual(24);
    expect(report.fastestTenant).toBeLessThanOrEqual(50);
    expect(report.fastestConversation).toBeLessThanOrEqual(7);
    expect(people / seconds).toBeGreaterThanOrEqual(45);
    expect(await scene.tally()).toEqual({ delivered: people - ambiguous, unclear: ambiguous });
    await expectSettled(scene, people);
  });
});
