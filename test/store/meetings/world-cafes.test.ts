import { beforeEach, describe, expect, it } from 'vitest';
import { meetingId, storedMemberId, topicRequestId } from '../../../src/domain/ids.ts';
import { dayMs } from '../../../src/domain/instant.ts';
import type { WorldCafe } from '../../../src/domain/meetings/world-cafe/world-cafe.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { toCafePerson, WorldCafes } from '../../../src/store/meetings/world-cafes.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const m1 = meetingId('m1');
const m2 = meetingId('m2');
const anna = storedMemberId('t.anna');
const berta = storedMemberId('t.berta');
const topics = ['a', 'b'].map(topicRequestId);
const settings = { topics, seatsPerTable: 12, rounds: 2, minutes: 25 };
const cafe: WorldCafe = { meetingId: m1, settings, plans: 0, runs: 0 };

let clock: FakeClock;
let worldCafes: WorldCafes;

beforeEach(async () => {
  clock = new FakeClock(0);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  worldCafes = new WorldCafes(store);
});

describe('World Cafés in the store', () => {
  it('come back as they were, with their plans and the timer', async () => {
    const plan = {
      number: 1,
      at: 5,
      settings,
      seats: [{ person: toCafePerson(m1, anna), persons: 2, tables: [1, 2] }],
    };
    const timer = { run: 1, round: 1, rounds: 2, minutes: 25, startedAt: 9, by: anna, dueAt: 10 };
    const full: WorldCafe = { ...cafe, plans: 1, plan, told: plan, isTelling: true, runs: 1, timer };

    await worldCafes.change(m1, dayMs, () => full);

    expect(await worldCafes.find(m1)).toEqual(full);
    expect(await worldCafes.all()).toEqual([{ cafe: full, expiresAt: dayMs }]);
    expect(await worldCafes.telling()).toEqual([full]);
    expect(await worldCafes.dueBy(9)).toEqual([]);
    expect(await worldCafes.dueBy(10)).toEqual([full]);
    expect(await worldCafes.find(m2)).toBeUndefined();
  });

  it('lose no change when several happen at once', async () => {
    await worldCafes.change(m1, dayMs, () => cafe);

    await Promise.all(
      Array.from({ length: 20 }, () =>
        worldCafes.change(m1, dayMs, (known) => known && { ...known, plans: known.plans + 1 }),
      ),
    );

    expect((await worldCafes.find(m1))?.plans).toBe(20);
  });

  it('are forgotten with the wishes when their time is over', async () => {
    await worldCafes.change(m1, dayMs, () => cafe);
    await worldCafes.setWish({ meetingId: m1, memberId: anna, topics, at: 0 }, dayMs);
    clock.advance(dayMs + 1);

    expect(await worldCafes.find(m1)).toBeUndefined();
    expect(await worldCafes.wishes(m1)).toEqual([]);
  });

  it('keep of each member the last wish, for each meeting by itself', async () => {
    const [first = topics[0]] = topics;
    const wish = { meetingId: m1, memberId: anna, topics, at: 0 };
    await worldCafes.change(m1, dayMs, () => cafe);
    await worldCafes.setWish(wish, dayMs);
    await worldCafes.setWish({ ...wish, topics: first === undefined ? [] : [first], at: 1 }, dayMs);
    await worldCafes.setWish({ ...wish, memberId: berta }, dayMs);
    await worldCafes.setWish({ ...wish, meetingId: m2 }, dayMs);

    expect(await worldCafes.findWish(m1, anna)).toEqual({ ...wish, topics: [first], at: 1 });
    expect((await worldCafes.wishes(m1)).map(({ memberId }) => memberId).toSorted()).toEqual([anna, berta]);
    expect((await worldCafes.wishesOf(anna)).map(({ meetingId: id }) => id).toSorted()).toEqual([m1, m2]);
    expect(await worldCafes.removeWish(m1, anna)).toBe('removed');
    expect(await worldCafes.removeWish(m1, anna)).toBe('absent');
    expect(await worldCafes.findWish(m2, anna)).toBeDefined();
  });

  it('open a plan to its key alone, for its time', async () => {
    await worldCafes.addLink(m1, { key: 'key-1', plan: 3 }, dayMs);

    expect(await worldCafes.findLinked(m1, 'key-1')).toBe(3);
    expect(await worldCafes.findLinked(m1, 'key-2')).toBeUndefined();
    expect(await worldCafes.findLinked(m2, 'key-1')).toBeUndefined();
    clock.advance(dayMs + 1);
    expect(await worldCafes.findLinked(m1, 'key-1')).toBeUndefined();
  });
});
