import type { FaultKind } from './faulty-plan.ts';
import { conversationLimits, SlidingLimits, tenantLimits } from './sliding-limits.ts';

export interface SendingReport {
  readonly calls: number;
  /** Posts that arrived, in spite of a fault or without one. */
  readonly accepted: number;
  /** To whom at least one post arrived. */
  readonly recipients: number;
  /** Posts that arrived beyond the first of each recipient. */
  readonly duplicates: number;
  readonly updated: number;
  /** Recipients of a post whose sender cannot know whether it arrived. */
  readonly ambiguous: number;
  /** Calls beyond the platform's limits. */
  readonly overLimit: number;
  /** Calls before a Retry-After had passed. */
  readonly tooEarly: number;
  /** The most calls within any second. */
  readonly fastestTenant: number;
  readonly fastestConversation: number;
  readonly mostInFlight: number;
  readonly bytes: number;
  readonly injected: { readonly [Kind in FaultKind]?: number };
}

/** One conversation, as little of it as possible. */
interface Recipient {
  readonly tenant: string;
  readonly limits: SlidingLimits;
  readonly calls: { post: number; update: number };
  accepted: number;
  ambiguous: boolean;
}

/** Keeps account of everything that a stand-in of the connector is asked for. Nothing of a message is kept. */
export class SendingLedger {
  readonly #tenantOf: (conversation: string) => string;
  readonly #recipients = new Map<string, Recipient>();
  readonly #tenants = new Map<string, SlidingLimits>();
  readonly #injected: { [Kind in FaultKind]?: number } = {};
  readonly #counts = { calls: 0, updated: 0, overLimit: 0, tooEarly: 0, bytes: 0, mostInFlight: 0 };
  #inFlight = 0;

  constructor(tenantOf: (conversation: string) => string) {
    this.#tenantOf = tenantOf;
  }

  /** Counts the call as begun. Returns how long the limits would have it wait, and for whose sake. */
  begin(conversation: string, bytes: number, now: number): { waitMs: number; of: 'conversation' | 'tenant' } {
    this.#counts.calls += 1;
    this.#counts.bytes += bytes;
    this.#inFlight += 1;
    this.#counts.mostInFlight = Math.max(this.#counts.mostInFlight, this.#inFlight);
    const { tenant, limits } = this.#recipient(conversation);
    const own = limits.waitMs(now);
    const ofAll = this.#tenant(tenant);
    const shared = ofAll.waitMs(now);
    const waitMs = Math.max(own, shared);
    if (waitMs > 0) {
      this.#counts.overLimit += 1;
    } else {
      limits.admit(now);
      ofAll.admit(now);
    }
    return { waitMs, of: shared > own ? 'tenant' : 'conversation' };
  }

  end(): void {
    this.#inFlight -= 1;
  }

  countTooEarly(): void {
    this.#counts.tooEarly += 1;
  }

  /** How many calls of this kind the recipient has had, this one included. */
  nextCall(conversation: string, operation: 'post' | 'update'): number {
    const { calls } = this.#recipient(conversation);
    calls[operation] += 1;
    return calls[operation];
  }

  countFault(conversation: string, kind: FaultKind, isAmbiguousPost: boolean): void {
    this.#injected[kind] = (this.#injected[kind] ?? 0) + 1;
    this.#recipient(conversation).ambiguous ||= isAmbiguousPost;
  }

  accept(conversation: string, operation: 'post' | 'update'): void {
    if (operation === 'post') {
      this.#recipient(conversation).accepted += 1;
    } else {
      this.#counts.updated += 1;
    }
  }

  tenantOf(conversation: string): string {
    return this.#recipient(conversation).tenant;
  }

  /** How many posts arrived at this recipient. */
  acceptedBy(conversation: string): number {
    return this.#recipients.get(conversation)?.accepted ?? 0;
  }

  isAmbiguous(conversation: string): boolean {
    return this.#recipients.get(conversation)?.ambiguous ?? false;
  }

  report(): SendingReport {
    const all = [...this.#recipients.values()];
    const accepted = all.reduce((sum, recipient) => sum + recipient.accepted, 0);
    const recipients = all.filter((recipient) => recipient.accepted > 0).length;
    return {
      ...this.#counts,
      accepted,
      recipients,
      duplicates: accepted - recipients,
      ambiguous: all.filter(({ ambiguous }) => ambiguous).length,
      fastestTenant: fastest(this.#tenants.values()),
      fastestConversation: fastest(all.map(({ limits }) => limits)),
      injected: { ...this.#injected },
    };
  }

  #recipient(conversation: string): Recipient {
    const known = this.#recipients.get(conversation);
    if (known !== undefined) {
      return known;
    }
    const recipient = {
      tenant: this.#tenantOf(conversation),
      limits: new SlidingLimits(conversationLimits),
      calls: { post: 0, update: 0 },
      accepted: 0,
      ambiguous: false,
    };
    this.#recipients.set(conversation, recipient);
    return recipient;
  }

  #tenant(tenant: string): SlidingLimits {
    const limits = this.#tenants.get(tenant) ?? new SlidingLimits(tenantLimits);
    this.#tenants.set(tenant, limits);
    return limits;
  }
}

function fastest(limits: Iterable<SlidingLimits>): number {
  let most = 0;
  for (const { fastest: calls } of limits) {
    most = Math.max(most, calls);
  }
  return most;
}
