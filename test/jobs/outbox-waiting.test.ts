import { describe, expect, it } from 'vitest';
import type { BroadcastSubject } from '../../src/domain/broadcast.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { minuteMs, secondMs } from '../../src/domain/instant.ts';
import { reviseBroadcast } from '../../src/features/broadcasts/request-change.ts';
import { OutboxScene } from '../support/outbox-scene.ts';
import { expectSettled } from '../support/settled.ts';

/** What the broadcasts of a scene are about. */
function aboutWhat(subject: BroadcastSubject): string {
  return 'announcementId' in subject ? subject.announcementId : subject.kind;
}

const everybody = [{ kind: 'all-members' }] as const;
const daily = { frequencies: { 'user-group': 'daily' } } as const;
/** Monday, 23 November 2026, 6:58 in Berlin. */
const beforeSeven = Date.UTC(2026, 10, 23, 5, 58);
const beforeEight = Date.UTC(2026, 10, 23, 6, 58);

function nth(members: readonly MemberId[], index: number): MemberId {
  const member = members[index];
  if (member === undefined) {
    throw new RangeError('There are not so many');
  }
  return member;
}

describe('what waits at a wish of the recipient', () => {
  it('goes out when the quiet hours end, however short the life of the message', async () => {
    const scene = new OutboxScene({}, beforeSeven);
    const members = await scene.fill(2);
    const [anna, bernd] = [nth(members, 0), nth(members, 1)];
    await scene.people.choose(anna, { quietHours: '20-7' });
    await scene.people.choose(bernd, { quietHours: 'none' });
    await scene.begin('b1', everybody, { lifeMs: minuteMs });
    scene.instance();

    await scene.finish();

    const times = scene.composed.map(({ to, at }) => [to, at - scene.start]);
    expect(times[0]?.[0]).toBe(bernd);
    expect(times[1]?.[0]).toBe(anna);
    expect(times[1]?.[1]).toBeGreaterThanOrEqual(2 * minuteMs);
    expect(times[1]?.[1]).toBeLessThanOrEqual(2 * minuteMs + 3 * secondMs);
    expect(await scene.tally()).toEqual({ delivered: 2 });
  });

  it.each([
    ['spring', Date.UTC(2026, 2, 29, 4, 58), Date.UTC(2026, 2, 29, 5)],
    ['autumn', Date.UTC(2026, 9, 25, 5, 58), Date.UTC(2026, 9, 25, 6)],
  ])('goes out at seven after the night of the changed clocks in %s', async (_name, start, seven) => {
    const scene = new OutboxScene({}, start);
    const anna = nth(await scene.fill(1), 0);
    await scene.people.choose(anna, { quietHours: '20-7' });
    await scene.begin();
    scene.instance();

    await scene.finish();

    const [first] = scene.composed;
    expect(Math.abs((first?.at ?? 0) - seven)).toBeLessThan(3 * secondMs);
  });

  it.each([
    ['spring', Date.UTC(2026, 2, 28, 22), Date.UTC(2026, 2, 29, 5)],
    ['autumn', Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 25, 6)],
  ])('is put off to seven through the night itself in %s', async (_name, start, seven) => {
    const scene = new OutboxScene({}, start);
    const anna = nth(await scene.fill(1), 0);
    await scene.people.choose(anna, { quietHours: '20-7' });
    await scene.begin();
    scene.instance();

    await scene.pass(5 * secondMs);

    const [delivery] = await scene.deliveries();
    expect(delivery?.state).toEqual({ kind: 'waiting', until: seven, because: 'quiet-hours' });
  });

  it('is not sent to somebody who has opted out meanwhile', async () => {
    const scene = new OutboxScene({}, beforeSeven);
    const members = await scene.fill(3);
    const [anna, bernd, carla] = [nth(members, 0), nth(members, 1), nth(members, 2)];
    await scene.people.choose(anna, { quietHours: '20-7' });
    await scene.people.choose(carla, { frequencies: { 'user-group': 'never' } });
    await scene.begin();
    scene.instance();
    await scene.pass(minuteMs);
    await scene.people.choose(anna, { stoppedAt: scene.time.now() });

    await scene.finish();

    expect(scene.composed.map(({ to }) => to)).toEqual([bernd]);
    expect(await scene.tally()).toEqual({ delivered: 1, 'unreachable:opted-out': 2 });
  });

  it('is collected into one message a day, whichever broadcasts it is of', async () => {
    const scene = new OutboxScene({}, beforeEight);
    const members = await scene.fill(20);
    await Promise.all(members.map((member) => scene.people.choose(member, daily)));
    for (const name of ['b1', 'b2', 'b3']) {
      await scene.begin(name);
      await scene.pass(secondMs);
    }
    scene.instance();
    scene.instance();

    await scene.finish('b1', 'b2', 'b3');

    const posted = await Promise.all(['b1', 'b2', 'b3'].map((name) => scene.deliveries(name)));
    const byMember = new Map<unknown, unknown[]>();
    for (const { recipient, state } of posted.flat()) {
      const key = recipient.kind === 'member' ? recipient.memberId : '';
      byMember.set(key, [
        ...(byMember.get(key) ?? []),
        state.kind === 'delivered' ? state.activityId : state,
      ]);
    }
    expect(scene.messenger.ledger.report()).toMatchObject({ calls: 20, accepted: 20, duplicates: 0 });
    expect(scene.composed.map(({ subjects }) => subjects.map(aboutWhat))).toEqual(
      Array.from({ length: 20 }, () => ['b1', 'b2', 'b3']),
    );
    expect([...byMember.values()].every((ids) => ids.length === 3 && new Set(ids).size === 1)).toBe(true);
    await expectSettled(scene, 20, 'b2');
  });

  it('is collected although the broadcasts go to different people', async () => {
    const scene = new OutboxScene({}, beforeEight);
    const members = await scene.fill(90);
    await Promise.all(members.map((member) => scene.people.choose(member, daily)));
    await scene.begin('b1');
    await scene.begin('b2', everybody, { except: members.slice(0, 60) });
    scene.instance();

    await scene.finish('b1', 'b2');

    expect(scene.messenger.ledger.report()).toMatchObject({ calls: 90, duplicates: 0 });
    await expectSettled(scene, 30, 'b2');
  });

  it('shows all that was collected when one thing of it is corrected', async () => {
    const scene = new OutboxScene({}, beforeEight);
    const anna = nth(await scene.fill(1), 0);
    await scene.people.choose(anna, daily);
    await scene.begin('b1');
    await scene.pass(secondMs);
    const second = await scene.begin('b2');
    scene.instance();
    await scene.finish('b1', 'b2');

    await reviseBroadcast(scene.deps, second);
    await scene.finish('b2');

    expect(scene.messenger.ledger.report()).toMatchObject({ accepted: 1, updated: 1 });
    expect(scene.composed.at(-1)?.subjects.map(aboutWhat)).toEqual(['b1', 'b2']);
  });

  it('of a collection is tried again together, and unclear together', async () => {
    const scene = new OutboxScene({}, beforeEight);
    const anna = nth(await scene.fill(1), 0);
    await scene.people.choose(anna, daily);
    await scene.begin('b1');
    await scene.begin('b2');
    let calls = 0;
    scene.before = () => {
      calls += 1;
      return calls === 1
        ? { kind: 'refused', failure: { status: 412 } }
        : { kind: 'no-answer', reason: 'reset' };
    };
    scene.instance();

    await scene.finish('b1', 'b2');

    expect(calls).toBe(2);
    expect([await scene.tally('b1'), await scene.tally('b2')]).toEqual([{ unclear: 1 }, { unclear: 1 }]);
  });

  it('expires when it could not be sent in time', async () => {
    const scene = new OutboxScene();
    await scene.fill(10);
    await scene.begin('b1', everybody, { lifeMs: 2 * minuteMs });
    scene.before = (_now, to) =>
      to.endsWith('3') ? { kind: 'refused', failure: { status: 429 }, retryAfter: '50' } : undefined;
    scene.instance();

    await scene.finish();

    expect(await scene.tally()).toEqual({ delivered: 9, expired: 1 });
  });
});
