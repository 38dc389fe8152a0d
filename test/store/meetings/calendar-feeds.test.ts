import { beforeEach, describe, expect, it } from 'vitest';
import { userGroupId } from '../../../src/domain/ids.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { CalendarFeeds } from '../../../src/store/calendar-feeds.ts';
import { allCollections } from '../../../src/store/all-collections.ts';

const group = userGroupId('g1');
let feeds: CalendarFeeds;

beforeEach(async () => {
  const store = createMemoryStore(new FakeClock(0));
  await store.open(allCollections);
  feeds = new CalendarFeeds(store);
});

describe('the keys of calendars', () => {
  it('exist once somebody asked for one, each calendar its own', async () => {
    expect(await feeds.find(group)).toBeUndefined();

    expect(await feeds.keyOf(group, 'first')).toBe('first');
    expect(await feeds.keyOf('community', 'second')).toBe('second');

    expect(await feeds.find(group)).toBe('first');
    expect(await feeds.find('community')).toBe('second');
  });

  it('are the same for everybody who asks, at the same moment too', async () => {
    const keys = await Promise.all(['one', 'two', 'three'].map((key) => feeds.keyOf(group, key)));

    expect(new Set(keys).size).toBe(1);
    expect(await feeds.keyOf(group, 'four')).toBe(keys[0]);
  });

  it('are replaced when they are renewed, of that calendar alone', async () => {
    await feeds.keyOf(group, 'old');
    await feeds.keyOf('community', 'other');

    await feeds.renew(group, 'new');

    expect(await feeds.find(group)).toBe('new');
    expect(await feeds.find('community')).toBe('other');
  });

  it('can be given anew before anybody asked', async () => {
    await feeds.renew(group, 'new');

    expect(await feeds.keyOf(group, 'later')).toBe('new');
  });
});
