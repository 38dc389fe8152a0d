import { beforeEach, expect, it } from 'vitest';
import { meetingId, storedMemberId, topicRequestId } from '../../../../src/domain/ids.ts';
import { dayMs } from '../../../../src/domain/instant.ts';
import type { CafePlan, WorldCafe } from '../../../../src/domain/meetings/world-cafe/world-cafe.ts';
import { ownCafeWishesSource } from '../../../../src/features/meetings/world-cafe/own-cafe-wishes.ts';
import type { DocumentStore } from '../../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../../src/store/all-collections.ts';
import { Meetings } from '../../../../src/store/meetings/meetings.ts';
import { toCafePerson, WorldCafes, worldCafeCollection } from '../../../../src/store/meetings/world-cafes.ts';
import { TopicRequests } from '../../../../src/store/topic-requests.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { aMeeting } from '../../../support/meetings.ts';
import { aTopicRequest } from '../../../support/topics.ts';

const anna = storedMemberId('t.anna');
const berta = storedMemberId('t.berta');
const m1 = meetingId('m1');
const [ta, tb] = [topicRequestId('ta'), topicRequestId('tb')];
const settings = { topics: [ta, tb], seatsPerTable: 2, rounds: 2, minutes: 25 };

let store: DocumentStore;
let worldCafes: WorldCafes;
let source: ReturnType<typeof ownCafeWishesSource>;

/** Anna and Berta wish and sit somewhere; Anna's clock runs. */
beforeEach(async () => {
  const clock = new FakeClock(0);
  store = createMemoryStore(clock);
  await store.open(allCollections);
  const meetings = new Meetings(store);
  const topicRequests = new TopicRequests(store);
  worldCafes = new WorldCafes(store);
  source = ownCafeWishesSource({ clock, meetings, topicRequests, worldCafes });
  await meetings.add(aMeeting({ id: m1, title: 'Treffen in Olpe' }), 0);
  await topicRequests.add(aTopicRequest({ id: ta, title: 'Chatbots' }), {
    topicRequestId: ta,
    memberId: berta,
  });
  const seats = [anna, berta].map((member, index) => ({
    person: toCafePerson(m1, member),
    persons: 1,
    tables: [1 + index, 2 - index],
  }));
  const plan: CafePlan = { number: 1, at: 0, settings, seats };
  const timer = { run: 1, round: 1, rounds: 2, minutes: 25, startedAt: 7, by: anna, dueAt: 9 };
  const cafe: WorldCafe = { meetingId: m1, settings, plans: 2, plan, told: plan, runs: 1, timer };
  await worldCafes.change(m1, dayMs, () => cafe);
  for (const memberId of [anna, berta]) {
    await worldCafes.setWish({ meetingId: m1, memberId, topics: [ta, tb], at: 5 }, dayMs);
  }
});

it('tells wishes, tables and the clock that somebody started', async () => {
  expect(await source.read(anna)).toEqual([
    {
      meeting: 'Treffen in Olpe',
      cafeTopics: ['Chatbots', 'tb'],
      wishedAt: 5,
      cafeTables: ['1', '2'],
      cafeTimerStartedAt: 7,
    },
  ]);
  expect(await source.read(berta)).toMatchObject([{ cafeTables: ['2', '1'] }]);
  expect(await source.read(storedMemberId('t.carla'))).toEqual([]);
});

it('erases wishes, takes the person out of every plan, and leaves the others and the time as they were', async () => {
  const erased = await source.erase(anna);

  const { documents } = await store.query(worldCafeCollection, { limit: 100 });
  const stored = JSON.stringify(documents);
  expect(erased).toBe(2);
  expect(stored).not.toContain('t.anna');
  expect(stored).not.toContain(toCafePerson(m1, anna));
  expect(await source.read(anna)).toEqual([]);
  expect(await source.read(berta)).toMatchObject([{ cafeTables: ['2', '1'], wishedAt: 5 }]);
  expect(await worldCafes.all()).toMatchObject([{ expiresAt: dayMs, cafe: { timer: { dueAt: 9 } } }]);
  expect(await source.erase(anna)).toBe(0);
});
