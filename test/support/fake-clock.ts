import type { Instant } from '../../src/domain/instant.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  #now: Instant;

  constructor(start: Instant) {
    this.#now = start;
  }

  now(): Instant {
    return this.#now;
  }

  /** Moves on by so many milliseconds; a negative number sets the clock back. */
  advance(ms: number): void {
    this.#now += ms;
  }
}
