import type { Deps } from '../../deps.ts';
import type { Timer } from '../../ports/timer.ts';

type Lease = NonNullable<Awaited<ReturnType<Deps['leases']['find']>>>;

type KeeperDeps = Pick<Deps, 'clock' | 'leases'> & { readonly timer: Timer };

interface Held {
  lease: Lease;
  /** In the timer's time. */
  renewedAt: number;
  /** The sign of life that is under way. */
  renewing?: Promise<void>;
}

/**
 * The leases of one instance. Another's is taken over when nothing new was seen of its holder for `leaseMs`, by this instance's own
 * timer: no time of day is compared, so the instances' clocks may differ and be set.
 */
export class LeaseKeeper {
  readonly #deps: KeeperDeps;
  readonly #holder: string;
  readonly #leaseMs: number;
  readonly #held = new Map<string, Held>();
  readonly #seen = new Map<string, { readonly etag: string; readonly at: number }>();

  constructor(deps: KeeperDeps, holder: string, leaseMs: number) {
    this.#deps = deps;
    this.#holder = holder;
    this.#leaseMs = leaseMs;
  }

  /** The epoch, when the lease could be had. */
  async take(name: string): Promise<number | undefined> {
    const now = this.#deps.timer.uptime();
    const known = await this.#deps.leases.find(name);
    if (known?.holder !== undefined && !this.#isSilent(name, known.etag, now)) {
      return undefined;
    }
    const lease = await this.#deps.leases.take(name, this.#holder, {
      before: known,
      now: this.#deps.clock.now(),
    });
    if (lease === undefined) {
      return undefined;
    }
    this.#seen.delete(name);
    this.#held.set(name, { lease, renewedAt: now });
    return lease.epoch;
  }

  /** Whether it is surely still this instance's: renewed lately enough that nobody can have taken it over. */
  holds(name: string): boolean {
    const held = this.#held.get(name);
    return held !== undefined && this.#deps.timer.uptime() - held.renewedAt < this.#leaseMs * 0.7;
  }

  /** A sign of life for each. Those that somebody else has taken over are held no longer. */
  async renewAll(): Promise<void> {
    await Promise.all(
      [...this.#held].map(([name, held]) => {
        held.renewing = this.#renew(name, held);
        return held.renewing;
      }),
    );
  }

  async release(name: string): Promise<void> {
    const held = this.#held.get(name);
    this.#held.delete(name);
    if (held !== undefined) {
      // It changes the etag under which the lease is given back; whether it failed is told where it was begun.
      await Promise.allSettled([held.renewing]);
      await this.#deps.leases.release(name, held.lease, this.#deps.clock.now());
    }
  }

  async #renew(name: string, held: Held): Promise<void> {
    const now = this.#deps.timer.uptime();
    const renewed = await this.#deps.leases.renew(name, held.lease, this.#deps.clock.now());
    if (renewed === undefined) {
      if (this.#held.get(name) === held) {
        this.#held.delete(name);
      }
    } else {
      held.lease = renewed;
      held.renewedAt = now;
    }
  }

  #isSilent(name: string, etag: string, now: number): boolean {
    const seen = this.#seen.get(name);
    if (seen?.etag !== etag) {
      this.#seen.set(name, { etag, at: now });
      return false;
    }
    return now - seen.at >= this.#leaseMs;
  }
}
