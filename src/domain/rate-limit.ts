/** At most so many within so many milliseconds, wherever the span begins. */
export interface RateWindow {
  readonly ms: number;
  readonly most: number;
}

/**
 * The platform allows 50 requests per second and tenant
 * (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). Four fewer are used, and never more than three in 60
 * milliseconds: what was sent evenly may arrive unevenly, up to so much later than another.
 */
export const tenantWindows: readonly RateWindow[] = [
  { ms: 60, most: 3 },
  { ms: 1000, most: 46 },
];

/** Per conversation; the same source. */
export const conversationWindows: readonly RateWindow[] = [
  { ms: 1000, most: 7 },
  { ms: 2000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1800 },
];

/** What was done lately, as far as it counts for a limit. All times are milliseconds of a clock that is never set. */
export class RateLimit {
  readonly #windows: readonly RateWindow[];
  readonly #longestMs: number;
  #times: number[] = [];
  /** Times before this place in the list no longer count. */
  #start = 0;

  constructor(windows: readonly RateWindow[]) {
    this.#windows = windows;
    this.#longestMs = Math.max(...windows.map(({ ms }) => ms));
  }

  /** When the next one is allowed: now or later. */
  nextAt(now: number): number {
    this.#forgetBefore(now - this.#longestMs);
    let at = now;
    for (const { ms, most } of this.#windows) {
      // The one that must have left the span before another may enter it.
      const index = this.#times.length - most;
      const last = index >= this.#start ? this.#times[index] : undefined;
      if (last !== undefined) {
        at = Math.max(at, last + ms + 1);
      }
    }
    return at;
  }

  note(now: number): void {
    this.#times.push(now);
  }

  /** Nothing of the past limits the future. */
  isIdle(now: number): boolean {
    this.#forgetBefore(now - this.#longestMs);
    return this.#start === this.#times.length;
  }

  #forgetBefore(time: number): void {
    while (this.#start < this.#times.length && (this.#times[this.#start] ?? time) < time) {
      this.#start += 1;
    }
    if (this.#start > 256 && this.#start * 2 > this.#times.length) {
      this.#times = this.#times.slice(this.#start);
      this.#start = 0;
    }
  }
}
