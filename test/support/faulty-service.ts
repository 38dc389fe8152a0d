import { readRetryAfter } from '../../src/domain/retry-after.ts';
import { chanceOf, faultOf, planFault, throttled } from './faulty-plan.ts';
import type { FaultRates, WireReply } from './faulty-plan.ts';
import { SendingLedger } from './sending-ledger.ts';

export interface FaultyOptions {
  readonly seed: number;
  readonly tenantOf: (conversationId: string) => string;
  readonly rates?: { readonly post?: FaultRates; readonly update?: FaultRates };
  /** From the call to its answer. */
  readonly latencyMs?: number;
  /** A larger request gets 413. */
  readonly largestBytes?: number;
  /** What was under way while a Retry-After went out is not blamed. */
  readonly graceMs?: number;
}

export interface FaultyCall {
  readonly operation: 'post' | 'update';
  readonly conversationId: string;
  readonly bytes: number;
  /** Of a post in a channel, which begins a thread. */
  readonly newThread?: boolean;
  /** Of an update. */
  readonly activityId?: string;
}

export interface Verdict {
  readonly reply: WireReply;
  readonly latencyMs: number;
  /** Tells that the reply went out. */
  readonly answered: (now: number) => void;
}

/**
 * What the Bot Connector service decides on a call, with seeded faults and the platform's limits; how calls come and answers go
 * is not its business. The faults of a recipient depend on the seed, the recipient and the number of its calls alone.
 */
export class FaultyService {
  readonly ledger: SendingLedger;
  readonly #options: FaultyOptions;
  /** By conversation or tenant: when a Retry-After went out, and until when it holds. */
  readonly #pauses = new Map<string, { readonly since: number; readonly until: number }>();
  #messages = 0;

  constructor(options: FaultyOptions) {
    this.#options = options;
    this.ledger = new SendingLedger(options.tenantOf);
  }

  receive(call: FaultyCall, now: number): Verdict {
    const { conversationId, bytes } = call;
    const { waitMs, of } = this.ledger.begin(conversationId, bytes, now);
    const tenant = this.ledger.tenantOf(conversationId);
    if (this.#isPaused(conversationId, now) || this.#isPaused(tenant, now)) {
      this.ledger.countTooEarly();
    }
    const reply = waitMs > 0 ? throttled(String(Math.ceil(waitMs / 1_000))) : this.#reply(call, now);
    const paused = waitMs > 0 && of === 'tenant' ? tenant : conversationId;
    return {
      reply,
      latencyMs: reply.kind === 'reset' ? 0 : (this.#options.latencyMs ?? 300),
      answered: (at) => {
        this.ledger.end();
        this.#pause(paused, reply, at);
      },
    };
  }

  #reply(call: FaultyCall, now: number): WireReply {
    const { operation, conversationId, bytes } = call;
    const { seed, rates, largestBytes = 100 * 1024 } = this.#options;
    const nth = this.ledger.nextCall(conversationId, operation);
    const chance = chanceOf(seed, operation, conversationId, nth);
    const kind = bytes > largestBytes ? '413' : planFault(rates?.[operation] ?? {}, chance);
    if (kind === undefined) {
      this.ledger.accept(conversationId, operation);
      return this.#success(call);
    }
    const { accepted, ambiguous, reply } = faultOf(kind);
    this.ledger.countFault(conversationId, kind, ambiguous === true && operation === 'post');
    if (accepted === true) {
      this.ledger.accept(conversationId, operation);
    }
    return reply(now, chance);
  }

  #success({ operation, conversationId, newThread, activityId }: FaultyCall): WireReply {
    if (operation === 'update') {
      return { kind: 'answer', status: 200, body: JSON.stringify({ id: activityId }) };
    }
    this.#messages += 1;
    const id = String(this.#messages);
    const body = newThread === true ? { id: `${conversationId};messageid=${id}`, activityId: id } : { id };
    return { kind: 'answer', status: 201, body: JSON.stringify(body) };
  }

  #pause(key: string, reply: WireReply, at: number): void {
    const until = reply.kind === 'answer' ? readRetryAfter(reply.retryAfter, at) : undefined;
    if (until !== undefined) {
      this.#pauses.set(key, { since: at + (this.#options.graceMs ?? 0), until });
    }
  }

  #isPaused(key: string, now: number): boolean {
    const pause = this.#pauses.get(key);
    if (pause === undefined || now >= pause.until) {
      this.#pauses.delete(key);
      return false;
    }
    return now > pause.since;
  }
}
