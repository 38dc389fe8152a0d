import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { meetingId, storedMemberId, userGroupId } from '../../../src/domain/ids.ts';
import type { Collection, DocumentKey, JsonObject } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { calendarFeedCollection, CalendarFeeds } from '../../../src/store/calendar-feeds.ts';
import { meetingCollection, Meetings } from '../../../src/store/meetings/meetings.ts';
import { worldCafeCollection, WorldCafes } from '../../../src/store/meetings/world-cafes.ts';
import { FakeClock } from '../../support/fake-clock.ts';

function fixture(name: string): JsonObject {
  const file = new URL(`../../fixtures/documents/${name}.v1.json`, import.meta.url);
  return z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** What the fixture says, without what is there for queries alone. */
function said(name: string): JsonObject {
  const {
    schemaVersion: _v,
    document: _d,
    authorKey: _a,
    memberKey: _m,
    seenUntil: _s,
    hasUndone: _u,
    ...fields
  } = fixture(name);
  return fields;
}

/** A store that holds these documents, as an earlier version of the program wrote them. */
async function storeWith(collection: Collection, documents: readonly (DocumentKey & { name: string })[]) {
  const store = createMemoryStore(new FakeClock(Date.UTC(2026, 10, 1)));
  await store.open(allCollections);
  for (const { partition, id, name } of documents) {
    await store.transact(collection, partition, [{ kind: 'create', id, body: fixture(name) }]);
  }
  return store;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

const tenant = '11111111-0000-4000-8000-000000000000';
const member = storedMemberId(`${tenant}.aaaaaaaa-0000-4000-8000-000000000001`);
const organiser = storedMemberId(`${tenant}.bbbbbbbb-0000-4000-8000-000000000002`);
const id = meetingId('m-1');
const rsvpKey = `rsvp.${hashOf(`${id}\n${member}`)}`;
const both = [
  { partition: id, id, name: 'meeting' },
  { partition: id, id: rsvpKey, name: 'rsvp' },
];

describe('documents of earlier versions are read for ever', () => {
  it('meeting and answer, version 1', async () => {
    const meetings = new Meetings(await storeWith(meetingCollection, both));

    const [meeting, rsvp] = [said('meeting'), said('rsvp')];
    const { endsAt, remindAt, dueAt } = z
      .looseObject({ endsAt: z.number(), remindAt: z.number(), dueAt: z.number() })
      .parse(meeting);
    expect(await meetings.find(id)).toEqual(meeting);
    expect(await meetings.findRsvp(id, member)).toEqual(rsvp);
    expect(await Array.fromAsync(meetings.rsvps(id))).toEqual([rsvp]);
    expect(await meetings.rsvpsOf(member)).toEqual([rsvp]);
    expect(await meetings.participants(id, 'concerned')).toEqual([member]);
    expect(await meetings.waitingBefore(id, 8)).toBe(1);
    expect(await meetings.ofAuthor(organiser)).toEqual([meeting]);
    expect(await meetings.draftsOf(organiser)).toEqual([]);
    expect(await meetings.notOver(endsAt - 1)).toEqual([meeting]);
    expect(await meetings.over(endsAt, 5)).toEqual([meeting]);
    expect(await meetings.undone()).toEqual([meeting]);
    expect(await meetings.shownLate()).toEqual([meeting]);
    expect(await meetings.rsvpsShownLate()).toEqual([rsvp]);
    expect(await meetings.remindBy(remindAt)).toEqual([meeting]);
    expect(await meetings.dueBy(dueAt)).toEqual([meeting]);
  });

  it('meeting and answer, version 1, are changed together', async () => {
    const meetings = new Meetings(await storeWith(meetingCollection, both));

    const changed = await meetings.change(id, { member }, 0, ({ meeting, rsvp }) => ({
      meeting,
      ...(rsvp !== undefined && { removed: [rsvp] }),
    }));

    expect(changed).toEqual({ ...said('meeting'), version: 18 });
    expect(await meetings.findRsvp(id, member)).toBeUndefined();
  });

  it('World Café and wishes, version 1', async () => {
    const wishKey = `wish.${hashOf(`${id}\n${member}`)}`;
    const store = await storeWith(worldCafeCollection, [
      { partition: id, id, name: 'world-cafe' },
      { partition: id, id: wishKey, name: 'cafe-wish' },
    ]);
    const cafes = new WorldCafes(store);

    const { dueAt: _, ...cafe } = said('world-cafe');
    expect(await cafes.find(id)).toEqual(cafe);
    expect(await cafes.findWish(id, member)).toEqual(said('cafe-wish'));
    expect(await cafes.wishesOf(member)).toEqual([said('cafe-wish')]);
  });

  it('calendar feed, version 1', async () => {
    const group = userGroupId('g-1');
    const store = await storeWith(calendarFeedCollection, [
      { partition: group, id: group, name: 'calendar-feed' },
    ]);

    expect(await new CalendarFeeds(store).find(group)).toBe(fixture('calendar-feed')['key']);
  });
});
