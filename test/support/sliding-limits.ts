/** At most `calls` in any stretch of `ms`. */
export interface RateLimit {
  readonly ms: number;
  readonly calls: number;
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
export const conversationLimits: readonly RateLimit[] = [
  { ms: 1_000, calls: 7 },
  { ms: 2_000, calls: 8 },
  { ms: 30_000, calls: 60 },
  { ms: 3_600_000, calls: 1_800 },
];
export const tenantLimits: readonly RateLimit[] = [{ ms: 1_000, calls: 50 }];

/** Counts calls in sliding stretches of time. */
export class SlidingLimits {
  /** The most calls that came within one second, admitted or not. */
  fastest = 0;
  readonly #limits: readonly RateLimit[];
  readonly #admitted: number[] = [];
  readonly #arrived: number[] = [];

  constructor(limits: readonly RateLimit[]) {
    this.#limits = limits;
  }

  /** How long the call that comes now would have to wait; 0 when it is in time. */
  waitMs(now: number): number {
    dropUntil(this.#arrived, now - 1_000);
    this.#arrived.push(now);
    this.fastest = Math.max(this.fastest, this.#arrived.length);
    let waitMs = 0;
    for (const { ms, calls } of this.#limits) {
      const earliest = this.#admitted.at(-calls);
      if (this.#admitted.length >= calls && earliest !== undefined) {
        waitMs = Math.max(waitMs, earliest + ms - now);
      }
    }
    return waitMs;
  }

  admit(now: number): void {
    dropUntil(this.#admitted, now - Math.max(...this.#limits.map(({ ms }) => ms)));
    this.#admitted.push(now);
  }
}

function dropUntil(times: number[], end: number): void {
  const kept = times.findIndex((time) => time > end);
  times.splice(0, kept === -1 ? times.length : kept);
}
