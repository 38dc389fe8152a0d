import type { Deps } from '../../deps.ts';
import { minuteMs, secondMs } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ConversationId, TenantId } from '../../domain/ids.ts';
import { longestThrottleMs } from '../../domain/send-reaction.ts';
import { conversationWindows, RateLimit, tenantWindows } from '../../domain/rate-limit.ts';
import type { Timer } from '../../ports/timer.ts';
import { sleep } from './sleep.ts';

export type Slot =
  /** `until`, in the timer's time: what takes longer to begin needs a new slot, or it comes in a heap with others. */
  | { readonly kind: 'go'; readonly until: number }
  /** Not so soon: it should not hold up the others. */
  | { readonly kind: 'later'; readonly until: Instant }
  /** The program ends, or the lease is lost. */
  | { readonly kind: 'stopped' };

/** Longer waits are left to the store. */
const longestWaitMs = 1.5 * secondMs;
/** The limits leave room for this much delay; see `tenantWindows`. */
const slotMs = 50;
/**
 * The service does not say whether a conversation or the whole tenant sends too much. When it is the tenant, nobody gets through: then so
 * many conversations are throttled within this time.
 */
const tenantThrottles = { conversations: 3, ms: 300 };
/** Paused again this soon after a pause, it is the same outage. */
const sameOutageMs = 5 * minuteMs;
/** Now and then those are forgotten that nothing was sent to for an hour. */
const tidyEvery = 10_000;

interface Lane {
  readonly limit: RateLimit;
  /** Each waits for the one before. */
  queue: Promise<unknown>;
  pausedUntil: number;
  lastGoAt: number;
  /** Of the last moment. */
  throttles: readonly { readonly conversation: ConversationId; readonly at: number }[];
}

interface Conversation {
  readonly limit: RateLimit;
  blockedUntil: number;
}

/**
 * When the next message may go out: below the platform's limits per tenant and conversation, and never before a `Retry-After`. Kept in
 * the timer's time, so that a clock that is set neither opens nor stops the way.
 */
export class Pace {
  readonly #deps: Pick<Deps, 'clock'> & { readonly timer: Timer };
  readonly #tenants = new Map<TenantId, Lane>();
  readonly #conversations = new Map<ConversationId, Conversation>();
  #pausedUntil = -Infinity;

  constructor(deps: Pick<Deps, 'clock'> & { readonly timer: Timer }) {
    this.#deps = deps;
  }

  /** Waits for a place in the tenant's row; whoever gets `go` sends at once. */
  async slot(tenant: TenantId, conversation: ConversationId, stopped: AbortSignal): Promise<Slot> {
    const lane = this.#laneOf(tenant);
    const turn = lane.queue.then(() => this.#wait(lane, conversation, stopped));
    lane.queue = turn;
    return turn;
  }

  /** The slot was not used in time. */
  isOver(slot: Slot): boolean {
    return slot.kind === 'go' && this.#deps.timer.uptime() > slot.until;
  }

  /** How long it takes until somebody who knows nothing of what was sent may send to the tenant. */
  forgottenMs(tenant: TenantId): number {
    return Math.max(0, this.#laneOf(tenant).lastGoAt + secondMs + slotMs - this.#deps.timer.uptime());
  }

  /** Nothing at all may be sent to the tenant at the moment. */
  isPaused(tenant: TenantId): boolean {
    return this.pausedMs(tenant) > 0;
  }

  /** For how long nothing at all may be sent to the tenant. */
  pausedMs(tenant: TenantId): number {
    const until = Math.max(this.#pausedUntil, this.#laneOf(tenant).pausedUntil);
    return Math.max(0, until - this.#deps.timer.uptime());
  }

  /** The service asked to wait. */
  throttled(tenant: TenantId, conversation: ConversationId, until: Instant): void {
    const now = this.#deps.timer.uptime();
    const end = this.#toUptime(until);
    const lane = this.#laneOf(tenant);
    this.#conversationOf(conversation).blockedUntil = end;
    const lately = lane.throttles.filter(({ at }) => now - at <= tenantThrottles.ms);
    lane.throttles = [...lately, { conversation, at: now }];
    const throttled = new Set(lane.throttles.map((one) => one.conversation));
    if (throttled.size >= tenantThrottles.conversations) {
      lane.pausedUntil = Math.max(lane.pausedUntil, end);
    }
  }

  /** Somebody else was asked to wait before; not for longer than a service may ask, as their clock is another one. */
  pause(tenant: TenantId, until: Instant): void {
    const lane = this.#laneOf(tenant);
    const latest = this.#deps.timer.uptime() + longestThrottleMs;
    lane.pausedUntil = Math.max(lane.pausedUntil, Math.min(this.#toUptime(until), latest));
  }

  /** The bot cannot send at all. True for the first who says so of an outage, however often it is tried again. */
  pauseAll(until: Instant): boolean {
    const isNews = this.#deps.timer.uptime() - this.#pausedUntil > sameOutageMs;
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#toUptime(until));
    return isNews;
  }

  async #wait(lane: Lane, conversation: ConversationId, stopped: AbortSignal): Promise<Slot> {
    const { timer } = this.#deps;
    for (;;) {
      if (stopped.aborted) {
        return { kind: 'stopped' };
      }
      const now = timer.uptime();
      const own = this.#conversationOf(conversation);
      const ownTime = Math.max(own.blockedUntil, own.limit.nextAt(now));
      const paused = Math.max(lane.pausedUntil, this.#pausedUntil);
      if (ownTime > now || paused > now + longestWaitMs) {
        return { kind: 'later', until: this.#toInstant(Math.max(ownTime, paused)) };
      }
      const at = Math.max(lane.limit.nextAt(now), paused);
      if (at <= now) {
        lane.limit.note(now);
        lane.lastGoAt = now;
        own.limit.note(now);
        return { kind: 'go', until: now + slotMs };
      }
      await sleep(timer, at - now, stopped);
    }
  }

  #toUptime(instant: Instant): number {
    return this.#deps.timer.uptime() + instant - this.#deps.clock.now();
  }

  #toInstant(uptime: number): Instant {
    return Math.ceil(this.#deps.clock.now() + uptime - this.#deps.timer.uptime());
  }

  #laneOf(tenant: TenantId): Lane {
    const lane = this.#tenants.get(tenant) ?? {
      limit: new RateLimit(tenantWindows),
      queue: Promise.resolve(),
      pausedUntil: -Infinity,
      lastGoAt: -Infinity,
      throttles: [],
    };
    this.#tenants.set(tenant, lane);
    return lane;
  }

  #conversationOf(id: ConversationId): Conversation {
    const known = this.#conversations.get(id);
    if (known !== undefined) {
      return known;
    }
    if (this.#conversations.size % tidyEvery === tidyEvery - 1) {
      this.#forgetIdle();
    }
    const conversation = { limit: new RateLimit(conversationWindows), blockedUntil: -Infinity };
    this.#conversations.set(id, conversation);
    return conversation;
  }

  #forgetIdle(): void {
    const now = this.#deps.timer.uptime();
    for (const [id, { limit, blockedUntil }] of this.#conversations) {
      if (blockedUntil <= now && limit.isIdle(now)) {
        this.#conversations.delete(id);
      }
    }
  }
}
