import { conversationId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { startBroadcast } from '../../../src/features/broadcasts/start-broadcast.ts';
import { placesId } from '../../../src/features/meetings/invitation-ids.ts';
import type { ShowCountsDeps } from '../../../src/features/meetings/show-counts.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { broadcastCollection, Broadcasts } from '../../../src/store/broadcasts.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aMeeting } from '../../support/meetings.ts';

const meeting = aMeeting();
const { id } = meeting;

/** A store with one meeting whose card stands in a channel, and the processes of the app that keep it up to date. */
export class CountsScene {
  readonly clock = new FakeClock(0);
  readonly store = createMemoryStore(this.clock);
  readonly failures: unknown[] = [];
  /** One process takes all answers, one after the other: looks of others come between them. */
  readonly #meetings = new Meetings(this.store);

  static async start(): Promise<CountsScene> {
    const scene = new CountsScene();
    await scene.store.open(allCollections);
    await scene.announce(meeting);
    return scene;
  }

  async announce(announced: Meeting): Promise<void> {
    const instance = this.startInstance();
    await instance.meetings.add(announced, 0);
    await startBroadcast(instance, {
      id: placesId(announced.id),
      subject: { kind: 'meeting', meetingId: announced.id },
      audience: [{ kind: 'channel', conversationId: conversationId('c1') }],
      lifeMs: 1000,
    });
  }

  /** What one process of the app has. */
  startInstance(store: DocumentStore = this.store): ShowCountsDeps {
    return {
      clock: this.clock,
      broadcasts: new Broadcasts(store),
      meetings: new Meetings(store),
      logger: {
        info: () => undefined,
        warn: () => undefined,
        error: (_event, facts) => {
          this.failures.push(facts?.['error']);
        },
      },
    };
  }

  /** Somebody says yes. */
  async press(of = id): Promise<void> {
    await this.#meetings.change(of, {}, this.clock.now(), ({ meeting: known }) => ({
      meeting: {
        ...known,
        isShownLate: true,
        seats: { ...known.seats, accepted: known.seats.accepted + 1 },
      },
    }));
  }

  async stored(): Promise<Meeting> {
    return (await new Meetings(this.store).find(id)) ?? meeting;
  }

  /** How often the card was to be drawn: once at first. */
  async revision(of = id): Promise<number | undefined> {
    return (await new Broadcasts(this.store).find(placesId(of)))?.value.revision;
  }

  /** Something else happens right before and after anything is written about broadcasts. */
  meddled(how: {
    readonly before?: () => Promise<unknown>;
    readonly after?: () => Promise<unknown>;
  }): DocumentStore {
    const { store } = this;
    return {
      ...store,
      async transact(collection, ...call) {
        const isMeant = collection.name === broadcastCollection.name;
        if (isMeant) {
          await how.before?.();
        }
        const outcome = await store.transact(collection, ...call);
        if (isMeant && outcome.kind === 'done') {
          await how.after?.();
        }
        return outcome;
      },
    };
  }
}
