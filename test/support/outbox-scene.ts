import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.ts';
import type { Broadcast, BroadcastSubject } from '../../src/domain/broadcast.ts';
import type { AudiencePart } from '../../src/domain/audience.ts';
import { announcementId, broadcastId, tenantId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import { tallyKey } from '../../src/domain/delivery.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { ComposeMessage } from '../../src/features/broadcasts/deliver.ts';
import { Pace } from '../../src/features/broadcasts/pace.ts';
import { reportBroadcast } from '../../src/features/broadcasts/report-broadcast.ts';
import { startBroadcast } from '../../src/features/broadcasts/start-broadcast.ts';
import { runOutbox } from '../../src/jobs/outbox/outbox.ts';
import type { Outbox } from '../../src/jobs/outbox/outbox.ts';
import { outboxSettings } from '../../src/jobs/outbox/settings.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { SendResult } from '../../src/domain/send-result.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { createWorkbench } from '../../src/workbench.ts';
import { FaultyMessenger } from './faulty-messenger.ts';
import type { FaultyMessengerOptions } from './faulty-messenger.ts';
import { mortal } from './mortal.ts';
import type { MortalOptions } from './mortal.ts';
import { noOperatorData, OutboxPeople } from './outbox-people.ts';
import { VirtualTime } from './virtual-time.ts';

/** Ids that say whose they are. */
function numbered(name: string) {
  let count = 0;
  return {
    next: () => {
      count += 1;
      return `${name}-${count}`;
    },
  };
}

/** Filled with the shipped files by the first scene; no test writes there. */
const operatorData = join(tmpdir(), `outbox-scene-${process.pid}`);

/** An ordinary working day in Berlin, ten in the morning. */
export const morning = Date.UTC(2026, 10, 23, 9);

/** One message as it was posted or updated. */
export interface Posted {
  readonly to: string;
  readonly subjects: readonly BroadcastSubject[];
  readonly short: boolean;
  readonly repeated: boolean;
  readonly words: string;
  readonly at: number;
}

type MessengerOptions = Partial<Omit<FaultyMessengerOptions, 'clock' | 'timer'>>;

interface InstanceOptions extends MortalOptions {
  /** How far its clock is off. */
  readonly skewMs?: number;
  /** The store as this instance sees it. */
  readonly through?: (store: DocumentStore) => DocumentStore;
}

export type Instance = Outbox & Pick<ReturnType<typeof mortal>, 'kill' | 'pause' | 'isDead'>;

/** People, a service with faults, and instances of the outbox on one store, all in virtual time. */
export class OutboxScene {
  readonly time: VirtualTime;
  readonly store: DocumentStore;
  readonly deps: ReturnType<typeof createWorkbench>['deps'];
  readonly messenger: FaultyMessenger;
  /** What the announcement says at the moment. */
  words = 'Erste Fassung';
  readonly composed: Posted[] = [];
  readonly logged: string[] = [];
  /** How many posts each instance made. */
  readonly sends = new Map<string, number>();
  readonly members: MemberId[] = [];
  readonly people: OutboxPeople;
  patienceMs = 2 * hourMs;
  readonly start: number;
  /** What the service, the network or the login say before a call goes out. */
  before: (now: number, conversation: string) => SendResult | undefined = () => undefined;
  readonly #open: () => Promise<void>;
  #instances = 0;

  constructor(options: MessengerOptions = {}, start = morning) {
    this.start = start;
    this.time = new VirtualTime(start);
    this.store = createMemoryStore(this.time);
    const config = readConfig({
      BOT_MODE: 'playground',
      STORE: 'memory',
      OPERATOR_DATA: operatorData,
      QUIET_HOURS: 'off',
    });
    const logger = {
      info: () => undefined,
      warn: () => undefined,
      error: (event: string) => void this.logged.push(event),
    };
    const bench = createWorkbench(config, { clock: this.time, store: this.store, logger });
    this.deps = { ...bench.deps, operator: noOperatorData };
    this.people = new OutboxPeople(this.deps);
    this.#open = () => this.store.open(allCollections);
    this.messenger = new FaultyMessenger({
      seed: 1,
      tenantOf: (conversation) => conversation.split('-')[0] ?? '',
      outage: (now, { conversationId: to }) => this.before(now, to),
      ...options,
      clock: this.time,
      timer: this.time,
    });
  }

  /** So many people in each of so many tenants. */
  async fill(people: number, tenants = 1): Promise<readonly MemberId[]> {
    await this.#open();
    const { members } = this;
    for (let number = 0; number < people; number += 1) {
      const tenant = tenantId(`t${number % tenants}`);
      members.push(await this.people.add(tenant, `m${number}`));
    }
    return members;
  }

  async begin(
    name = 'b1',
    audience: readonly AudiencePart[] = [{ kind: 'all-members' }],
    more: Partial<Broadcast> = {},
  ) {
    await startBroadcast(this.deps, {
      id: broadcastId(name),
      subject: { kind: 'announcement', announcementId: announcementId(name) },
      audience,
      lifeMs: more.lifeMs ?? dayMs,
      ...more,
    });
    return broadcastId(name);
  }

  /** An instance of the app's outbox. A killed one never does anything again. */
  instance(options: InstanceOptions = {}): Instance {
    this.#instances += 1;
    const name = `instance-${this.#instances}`;
    const { skewMs = 0, through = (one: DocumentStore) => one } = options;
    const counted = this.#countSends(name);
    const life = mortal(through(this.store), counted, this.time, options);
    const { store, messenger, timer } = life;
    const clock = { now: () => this.time.now() + skewMs };
    const config = readConfig({
      BOT_MODE: 'playground',
      STORE: 'memory',
      OPERATOR_DATA: operatorData,
      QUIET_HOURS: 'off',
    });
    const { logger } = this.deps;
    const { deps } = createWorkbench(config, { clock, store, logger, ids: numbered(name) });
    const outbox = runOutbox(
      {
        ...deps,
        operator: this.deps.operator,
        timer,
        messenger,
        compose: this.#compose,
        pace: new Pace({ clock, timer }),
      },
      outboxSettings,
    );
    return { ...outbox, kill: life.kill, pause: life.pause, isDead: life.isDead };
  }

  /** Lets time pass until the broadcasts are finished; throws when that takes longer than `patienceMs`. */
  async finish(...names: readonly string[]): Promise<void> {
    const ids = (names.length === 0 ? ['b1'] : names).map(broadcastId);
    const left = new Set(ids);
    let looking = false;
    const look = async (): Promise<void> => {
      looking = true;
      for (const id of left) {
        if ((await this.deps.broadcasts.find(id))?.value.phase === 'finished') {
          left.delete(id);
        }
      }
      looking = false;
    };
    let lookedAt = 0;
    const tooLate = this.time.now() + this.patienceMs;
    await this.time.run(() => {
      if (this.time.now() > tooLate) {
        throw new Error(`Not finished in time: ${[...left].join(', ')}`);
      }
      if (!looking && this.time.now() - lookedAt >= 200) {
        lookedAt = this.time.now();
        void look();
      }
      return left.size === 0;
    });
  }

  /** Lets so much time pass. */
  async pass(ms: number): Promise<void> {
    let isOver = false;
    this.time.after(ms, () => {
      isOver = true;
    });
    await this.time.run(() => isOver);
  }

  #countSends(name: string): Messenger {
    return {
      send: (...call) => {
        this.sends.set(name, (this.sends.get(name) ?? 0) + 1);
        return this.messenger.send(...call);
      },
      update: (...call) => this.messenger.update(...call),
    };
  }

  /** As the report says. */
  async tally(name = 'b1'): Promise<Record<string, number>> {
    const report = await reportBroadcast(this.deps, broadcastId(name));
    return { ...report?.tally };
  }

  /** Every delivery, as it is stored. */
  async deliveries(name = 'b1'): Promise<readonly Delivery[]> {
    const id = broadcastId(name);
    const tenants = (await this.deps.broadcasts.find(id))?.value.tenants ?? [];
    const found: Delivery[] = [];
    for (const tenant of tenants) {
      for await (const { value } of this.deps.deliveries.all({ broadcastId: id, tenantId: tenant })) {
        found.push(value);
      }
    }
    return found;
  }

  /** The counts of the deliveries themselves, which the report must agree with in the end. */
  async recount(name = 'b1'): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { state } of await this.deliveries(name)) {
      const key = tallyKey(state);
      counts[key] = (counts[key] ?? 0) + 1;
    }
    return counts;
  }

  composeFails: (to: string) => boolean = () => false;

  readonly #compose: ComposeMessage = async (subjects, recipient, { short, repeated }) => {
    const to = recipient.kind === 'member' ? recipient.memberId : recipient.kind;
    if (this.composeFails(to)) {
      throw new TypeError('No card');
    }
    this.composed.push({ to, subjects, short, repeated, words: this.words, at: this.time.now() });
    return { card: { words: short ? 'kurz' : this.words }, summary: this.words };
  };
}
