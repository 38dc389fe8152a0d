import { storedMemberId } from '../../../src/domain/ids.ts';
import type { BroadcastId } from '../../../src/domain/ids.ts';
import type { Broadcast } from '../../../src/domain/broadcast.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { cancelMeeting, changeMeeting, toFields } from '../../../src/domain/meetings/meeting-states.ts';
import { takesAnswers } from '../../../src/domain/meetings/meeting-times.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';
import { isDueTo } from '../../../src/features/meetings/describe-meeting-news.ts';
import { nobody } from '../../../src/features/meetings/meeting-results.ts';
import { remindOfMeetings } from '../../../src/features/meetings/remind-of-meetings.ts';
import { tellOfMeeting } from '../../../src/features/meetings/tell-of-meeting.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const organiser = storedMemberId('t.organiser');

/** A reminder as it reached whoever is meant by it. */
export interface Sent {
  readonly id: BroadcastId;
  /** By the clock that is right. */
  readonly at: Instant;
  /** By the clock of whoever began it. */
  readonly begunAt: Instant;
}

/** One instance of the app, with a clock of its own. It can be stopped in the middle of what it does, as a process is paused. */
class Instance {
  readonly meetings: Meetings;
  readonly broadcasts: Broadcasts;
  readonly clock: { now: () => Instant };
  /** What goes on beside the job, and is not stopped in the middle. */
  readonly beside: Pick<Instance, 'meetings' | 'broadcasts' | 'clock'>;
  readonly failures: unknown[] = [];
  isRunning = true;
  #callsLeft = Infinity;
  #resume: () => void = () => undefined;
  #pause: Promise<void> | undefined;
  #paused: () => void = () => undefined;
  #run: Promise<void> | undefined;

  constructor(store: DocumentStore, time: FakeClock, skewMs: number) {
    this.clock = { now: () => time.now() + skewMs };
    const through: DocumentStore = {
      ...store,
      get: (...call) => this.#living(() => store.get(...call)),
      query: (...call) => this.#living(() => store.query(...call)),
      transact: (...call) => this.#living(() => store.transact(...call)),
    };
    this.meetings = new Meetings(through);
    this.broadcasts = new Broadcasts(through);
    this.beside = {
      meetings: new Meetings(store),
      broadcasts: new Broadcasts(store),
      clock: this.clock,
    };
  }

  get deps() {
    const { meetings, broadcasts, clock } = this;
    const logger = {
      info: () => undefined,
      warn: () => undefined,
      error: (_event: string, details: unknown) => void this.failures.push(details),
    };
    return { meetings, broadcasts, clock, logger };
  }

  /** After so many more calls of the store it does nothing. */
  pauseAfter(calls: number): void {
    this.#callsLeft = calls;
  }

  /** It goes on where it was, as if nothing had been. */
  async goOn(): Promise<void> {
    this.#callsLeft = Infinity;
    this.isRunning = true;
    this.#pause = undefined;
    this.#resume();
    await this.#run;
    this.#run = undefined;
  }

  /** Does the job once; whether it came to the end. */
  async remind(): Promise<boolean> {
    if (!this.isRunning) {
      return false;
    }
    const paused = new Promise<'paused'>((resolve) => {
      this.#paused = () => {
        resolve('paused');
      };
    });
    this.#run = remindOfMeetings(this.deps);
    return (await Promise.race([this.#run.then(() => 'done' as const), paused])) === 'done';
  }

  async #living<T>(call: () => Promise<T>): Promise<T> {
    this.#callsLeft -= 1;
    if (this.#callsLeft < 0 && this.#pause === undefined) {
      this.isRunning = false;
      this.#pause = new Promise((resolve) => {
        this.#resume = resolve;
      });
      this.#paused();
    }
    await this.#pause;
    return call();
  }
}

/** One meeting, some instances of the app on one store, and whoever sends what they begin. */
export class ReminderScene {
  readonly time: FakeClock;
  readonly instances: readonly Instance[];
  readonly sent: Sent[] = [];
  readonly #right: Instance;
  readonly #store: DocumentStore;
  readonly #open: Map<BroadcastId, Broadcast> = new Map();
  readonly #ended = new Set<BroadcastId>();

  constructor(start: Instant, skewsMs: readonly number[]) {
    this.time = new FakeClock(start);
    this.#store = createMemoryStore(this.time);
    this.instances = skewsMs.map((skewMs) => new Instance(this.#store, this.time, skewMs));
    this.#right = new Instance(this.#store, this.time, 0);
  }

  async publish(meeting: Meeting): Promise<void> {
    await this.#store.open(allCollections);
    await this.#right.meetings.add(meeting, this.time.now());
  }

  async find(id: Meeting['id']): Promise<Meeting> {
    const meeting = await this.#right.meetings.find(id);
    if (meeting === undefined) {
      throw new Error('no meeting');
    }
    return meeting;
  }

  /** An organiser changes it through an instance; undefined: it falls out. What is told of it is told at once. */
  async change(id: Meeting['id'], fields: Partial<Meeting> | undefined, through: Instance): Promise<void> {
    const deps = through.beside;
    const now = deps.clock.now();
    const changed = await deps.meetings.change(id, {}, now, ({ meeting }) => {
      const by = { by: organiser, now, edition: meeting.edition };
      const outcome =
        fields === undefined
          ? cancelMeeting(meeting, by)
          : changeMeeting(meeting, { ...toFields(meeting), ...toFields({ ...meeting, ...fields }) }, by);
      return outcome.kind === 'changed' ? { meeting: outcome.meeting } : undefined;
    });
    for (const task of changed?.undone ?? []) {
      if (task.kind === 'tell' && changed !== undefined) {
        await tellOfMeeting(deps, changed, task);
      }
    }
    await deps.meetings.change(id, {}, now, ({ meeting }) => ({ meeting: { ...meeting, undone: [] } }));
  }

  /** Every instance that runs does the job, then one of them sends what is to be sent. Who came to the end, by their clocks. */
  async look(): Promise<readonly Instant[]> {
    const ended: Instant[] = [];
    for (const instance of this.instances) {
      if (await instance.remind()) {
        ended.push(instance.clock.now());
      }
    }
    const sender = this.instances.find(({ isRunning }) => isRunning);
    if (sender !== undefined) {
      await this.#send(sender.clock.now());
    }
    return ended;
  }

  /** As the outbox does it: what was cancelled or is too late is not sent, and nothing that is not true any more. */
  async #send(now: Instant): Promise<void> {
    for await (const broadcast of this.#right.broadcasts.all()) {
      this.#open.set(broadcast.id, broadcast);
    }
    for (const { id, subject, cancelledAt, createdAt, lifeMs } of this.#open.values()) {
      if (this.#ended.has(id) || subject.kind !== 'meeting-reminder') {
        continue;
      }
      this.#ended.add(id);
      const meeting = await this.find(subject.meetingId);
      const rsvp: Rsvp = {
        meetingId: meeting.id,
        memberId: organiser,
        answer: 'accepted',
        guests: 0,
        details: [],
        at: 0,
        number: 1,
      };
      const viewer = {
        ...nobody,
        ...(subject.reminder !== 'respond-by' && { rsvp }),
        mayAnswer: takesAnswers(meeting, now),
      };
      const shown = { meeting, topics: [], communes: new Map(), now, viewer };
      if (cancelledAt === undefined && now <= createdAt + lifeMs && isDueTo(shown, subject)) {
        this.sent.push({ id, at: this.time.now(), begunAt: createdAt });
      }
    }
  }
}
