import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../src/domain/ids.ts';
import { dayMs, hourMs, secondMs } from '../../src/domain/instant.ts';
import { OutboxScene } from '../support/outbox-scene.ts';
import { expectSettled } from '../support/settled.ts';

/** Monday, 23 November 2026, 6:58 in Berlin. */
const beforeSeven = Date.UTC(2026, 10, 23, 5, 58);

function nth(members: readonly MemberId[], index: number): MemberId {
  const member = members[index];
  if (member === undefined) {
    throw new RangeError('There are not so many');
  }
  return member;
}

describe('a recipient who is erased', () => {
  it('while they wait stays in the sums, and gets nothing', async () => {
    const scene = new OutboxScene({}, beforeSeven);
    const members = await scene.fill(5);
    await Promise.all(members.map((member) => scene.people.choose(member, { quietHours: '20-7' })));
    await scene.begin();
    scene.instance();
    await scene.pass(20 * secondMs);
    await scene.people.erase(nth(members, 2));

    await scene.finish();

    expect(await scene.tally()).toEqual({ delivered: 4, cancelled: 1 });
    expect(scene.composed.some(({ to }) => to === members[2])).toBe(false);
    await expectSettled(scene, 5);
  });

  it('at any moment stays in the sums', async () => {
    for (let moment = 0; moment < 3000; moment += 150) {
      const scene = new OutboxScene({}, beforeSeven + dayMs / 2 + hourMs);
      const members = await scene.fill(100);
      await scene.begin();
      scene.instance();
      await scene.pass(moment);
      await Promise.all(members.slice(40, 60).map((member) => scene.people.erase(member)));

      await scene.finish();

      expect(scene.messenger.ledger.report().duplicates).toBe(0);
      await expectSettled(scene, (await scene.deliveries()).length);
    }
  });

  it('and removed from the tenant gets nothing either', async () => {
    const scene = new OutboxScene({}, beforeSeven);
    const members = await scene.fill(2);
    await Promise.all(members.map((member) => scene.people.choose(member, { quietHours: '20-7' })));
    await scene.begin();
    scene.instance();
    await scene.pass(20 * secondMs);
    await scene.deps.references.learn(
      { memberId: nth(members, 0) },
      { sign: 'removed', at: scene.time.now() },
    );

    await scene.finish();

    expect(await scene.tally()).toEqual({ delivered: 1, 'unreachable:removed': 1 });
  });
});
