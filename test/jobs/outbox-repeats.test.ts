import { describe, expect, it } from 'vitest';
import { tenantId } from '../../src/domain/ids.ts';
import { hourMs, minuteMs, secondMs } from '../../src/domain/instant.ts';
import { repeatUnclear } from '../../src/features/broadcasts/request-change.ts';
import { morning, OutboxScene } from '../support/outbox-scene.ts';
import { seeded } from '../support/seeded.ts';

describe('a broadcast that is repeated', () => {
  it('is tried anew when the bot was not registered at first', async () => {
    const scene = new OutboxScene();
    await scene.fill(20);
    const id = await scene.begin();
    let calls = 0;
    scene.before = () => {
      calls += 1;
      return calls < 4
        ? { kind: 'no-answer', reason: 'reset' }
        : { kind: 'refused', failure: { status: 401 } };
    };
    scene.instance();
    await scene.finish();
    scene.before = () => undefined;

    await repeatUnclear(scene.deps, id);
    await scene.finish();

    expect(await scene.tally()).toEqual({ delivered: 3, 'rejected:401': 17 });
  });

  it('is not repeated by itself when an instance dies beside another broadcast', async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const scene = new OutboxScene({ seed }, morning + 12 * hourMs);
      await scene.fill(90);
      const id = await scene.begin();
      scene.before = () => ({ kind: 'no-answer', reason: 'reset' });
      const first = scene.instance();
      await scene.finish();
      const late = await scene.people.add(tenantId('t0'), 'late');
      await scene.people.choose(late, { quietHours: '20-7' });
      await scene.begin('b2', [{ kind: 'all-members' }], { except: scene.members });
      await scene.pass(5 * secondMs);
      let again = 0;
      scene.before = () => {
        again += 1;
        return { kind: 'no-answer', reason: 'reset' };
      };
      const { unclear = 0 } = await scene.tally();

      await repeatUnclear(scene.deps, id);
      await scene.pass(Math.floor(seeded(seed, 'death')() * 2 * secondMs));
      first.kill();
      scene.instance();
      await scene.finish();
      await scene.pass(minuteMs);

      expect(again, `seed ${seed}`).toBeLessThanOrEqual(unclear);
    }
  });
});
