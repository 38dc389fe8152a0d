import { z } from 'zod';
import type { UserGroupId } from '../domain/ids.ts';
import type { Collection, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { writeLatest } from './write-latest.ts';

export const calendarFeedCollection: Collection = { name: 'calendar-feeds', indexes: [] };

/** Instead of a group: everybody's. No id of a group is a word. */
export const communityFeed = 'community';
/** Whose meetings a calendar to subscribe to holds. */
export type CalendarFeedName = UserGroupId | typeof communityFeed;

const feedDocument = defineDocument({
  name: 'calendar-feed',
  version: 1,
  schema: z.object({ key: z.string() }),
  upgrades: {},
});

/** The keys of the calendars to subscribe to, one for each. They can be read here, because everybody who asks is shown the same address. */
export class CalendarFeeds {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** Undefined: nobody has asked for it yet, so nothing opens it. */
  async find(feed: CalendarFeedName): Promise<string | undefined> {
    const document = await this.#store.get(calendarFeedCollection, { partition: feed, id: feed });
    return document && feedDocument.parse(document.body).key;
  }

  /** The key that opens it. Where there is none yet, it is `newKey`: unguessable. */
  async keyOf(feed: CalendarFeedName, newKey: string): Promise<string> {
    const body = feedDocument.toBody({ key: newKey });
    for (;;) {
      const known = await this.find(feed);
      if (known !== undefined) {
        return known;
      }
      const outcome = await this.#store.transact(calendarFeedCollection, feed, [
        { kind: 'create', id: feed, body },
      ]);
      if (outcome.kind === 'done') {
        return newKey;
      }
    }
  }

  /** From now on `newKey` opens it and nothing else. */
  async renew(feed: CalendarFeedName, newKey: string): Promise<void> {
    const body = feedDocument.toBody({ key: newKey });
    await writeLatest(this.#store, calendarFeedCollection, { partition: feed, id: feed }, () => body);
  }
}
