import { setImmediate } from 'node:timers/promises';

import type { Instant } from '../../src/domain/instant.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Timer } from '../../src/ports/timer.ts';

interface Appointment {
  readonly at: Instant;
  readonly callback: () => void;
}

/**
 * A clock and timer in one, whose time stands still while there is work and jumps to the next appointment when there is none.
 * Work is what microtasks and `setImmediate` bring forward; it knows nothing of files and sockets.
 */
export class VirtualTime implements Clock, Timer {
  #now: Instant;
  readonly #rounds: number;
  /** The latest first, so that the next one is taken from the end. */
  readonly #appointments: Appointment[] = [];

  /** `rounds` is how often the event loop must come round before nothing is left to do. */
  constructor(start: Instant, rounds = 3) {
    this.#now = start;
    this.#rounds = rounds;
  }

  now(): Instant {
    return this.#now;
  }

  uptime(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const appointment = { at: this.#now + Math.max(ms, 0), callback };
    this.#appointments.splice(this.#placeOf(appointment.at), 0, appointment);
    return () => {
      const index = this.#appointments.indexOf(appointment);
      this.#appointments.splice(index, index === -1 ? 0 : 1);
    };
  }

  /** Lets time pass until something holds; throws when nothing is left that could make it so. */
  async run(until: () => boolean): Promise<void> {
    for (;;) {
      for (let round = 0; round < this.#rounds; round += 1) {
        await setImmediate();
      }
      if (until()) {
        return;
      }
      const next = this.#appointments.pop();
      if (next === undefined) {
        throw new Error('Nothing is left to wait for');
      }
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
  }

  /** Those of the same time are kept in the order in which they were made. */
  #placeOf(at: Instant): number {
    let low = 0;
    let high = this.#appointments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#appointments[middle]?.at ?? at) > at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
