import type { Deps } from '../../deps.ts';
import { toForgetAt } from '../../domain/broadcast.ts';
import type { Broadcast } from '../../domain/broadcast.ts';
import type { Bucket } from '../../domain/bucket.ts';
import { countOpen, readTallyKey, tallyKey } from '../../domain/delivery.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { recover, revisionState } from '../../domain/delivery-steps.ts';
import type { TenantId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { StoredDelivery } from '../../store/deliveries.ts';
import { everyPage } from '../../store/every-document.ts';
import { replaceEach } from './replace-deliveries.ts';

type BookDeps = Pick<Deps, 'deliveries'>;

/**
 * The counts of one bucket, kept by the instance that alone sends in this tenant: counted once from the deliveries, then moved along with
 * every step, and stored now and then for the report.
 */
export class BucketBook {
  readonly tenantId: TenantId;
  readonly epoch: number;
  readonly #deps: BookDeps;
  #broadcast: Broadcast;
  #stored: { readonly value: Bucket; readonly etag: string };
  #tally: Record<string, number> = {};
  #repeats: number;
  readonly #alarms = new Set<string>();
  #toRevise = 0;
  #notRevised = 0;
  #nextDue = Infinity;
  #throttledUntil: readonly Instant[] = [];
  #isDirty = false;
  #mustCount = false;

  private constructor(
    deps: BookDeps,
    broadcast: Broadcast,
    stored: { readonly value: Bucket; readonly etag: string },
    epoch: number,
  ) {
    this.#deps = deps;
    this.#broadcast = broadcast;
    this.#stored = stored;
    this.#repeats = stored.value.repeats;
    this.tenantId = stored.value.tenantId;
    this.epoch = epoch;
  }

  /** Counts what is there, and ends what an earlier holder left. Undefined when there is no such bucket. */
  static async open(
    deps: BookDeps,
    broadcast: Broadcast,
    tenantId: TenantId,
    epoch: number,
  ): Promise<BucketBook | undefined> {
    const stored = await deps.deliveries.findBucket({ broadcastId: broadcast.id, tenantId });
    if (stored === undefined) {
      return undefined;
    }
    const book = new BucketBook(deps, broadcast, stored, epoch);
    await book.#count(epoch);
    return book;
  }

  get broadcast(): Broadcast {
    return this.#broadcast;
  }

  get forgetAt(): Instant {
    return toForgetAt(this.#broadcast);
  }

  get key() {
    return { broadcastId: this.#broadcast.id, tenantId: this.tenantId };
  }

  /** When the first of those that wait is due; Infinity when none waits. */
  get nextDue(): Instant {
    return this.#nextDue;
  }

  /** Until when the service asked an earlier holder to wait, several times: the whole tenant was meant. */
  get throttledUntil(): Instant | undefined {
    return this.#throttledUntil.length > 1 ? Math.max(...this.#throttledUntil) : undefined;
  }

  /** Nothing more of it goes out. */
  get isEnded(): boolean {
    return this.#broadcast.cancelledAt !== undefined || this.#broadcast.stopped !== undefined;
  }

  get toRevise(): number {
    return this.#toRevise;
  }

  /** The repetitions that are still to be carried out. */
  get mustRepeat(): boolean {
    return this.#stored.value.repeats < this.#broadcast.repeats;
  }

  count(kind: Delivery['state']['kind']): number {
    let sum = 0;
    for (const [key, count] of Object.entries(this.#tally)) {
      sum += readTallyKey(key).kind === kind ? count : 0;
    }
    return sum;
  }

  get hasUnsent(): boolean {
    return this.count('planned') + this.count('waiting') + this.count('claimed') > 0;
  }

  get openCount(): number {
    return countOpen(this.#tally);
  }

  /** Nothing is left to do. */
  get isDone(): boolean {
    return !this.#mustCount && this.openCount === 0 && this.#toRevise === 0 && !this.mustRepeat;
  }

  /** The counts are to be made anew by `recount`, before anything else is done. */
  get mustCount(): boolean {
    return this.#mustCount;
  }

  /** The broadcast was changed: cancelled, corrected, to be repeated. */
  follow(broadcast: Broadcast): void {
    this.#mustCount ||= broadcast.revision !== this.#broadcast.revision;
    this.#broadcast = broadcast;
  }

  /** Only while nothing of this bucket is under way. `queued`: some are claimed and wait for their turn. */
  async recount({ queued }: { readonly queued: boolean }): Promise<void> {
    this.#mustCount = false;
    await this.#count(queued ? this.epoch : undefined);
  }

  /** A delivery was changed elsewhere. */
  lost(): void {
    this.#mustCount = true;
  }

  /** One delivery went from one state to another. */
  moved(before: Delivery, after: Delivery): void {
    this.#add(before, -1);
    this.#add(after, 1);
    this.#isDirty = true;
  }

  /** Something waits until then. */
  noteDue(until: Instant): void {
    this.#nextDue = Math.min(this.#nextDue, until);
  }

  /** What was due has been taken: looks when the next one is. */
  async findNextDue(): Promise<void> {
    this.#nextDue = Infinity;
    const due = await this.#deps.deliveries.firstDue(this.key);
    this.noteDue(due ?? Infinity);
  }

  /** True for the first time that it is asked of an alarm: 25,000 refusals are one. */
  isNews(alarm: string): boolean {
    const isNew = !this.#alarms.has(alarm);
    this.#alarms.add(alarm);
    return isNew;
  }

  /** They are planned; carried out once that is stored. */
  repeated(): void {
    this.#repeats = this.#broadcast.repeats;
    this.#isDirty = true;
  }

  /** Stores the counts when they changed. Overtaken by somebody who corrected them, they are to be made anew. */
  async publish(): Promise<void> {
    if (this.#isDirty && !this.#mustCount) {
      const bucket: Bucket = {
        ...this.#stored.value,
        tally: Object.fromEntries(Object.entries(this.#tally).filter(([, count]) => count > 0)),
        total: Object.values(this.#tally).reduce((sum, count) => sum + count, 0),
        toRevise: this.#toRevise,
        notRevised: this.#notRevised,
        repeats: this.#repeats,
        revision: this.#toRevise === 0 ? this.#broadcast.revision : this.#stored.value.revision,
      };
      this.#isDirty = false;
      const outcome = await this.#deps.deliveries.replaceBucket(bucket, this.#stored.etag, this.forgetAt);
      if (outcome === 'conflict') {
        const stored = await this.#deps.deliveries.findBucket(this.key);
        this.#stored = stored ?? { value: bucket, etag: '' };
        this.#mustCount = true;
      } else {
        this.#stored = { value: bucket, etag: outcome.etag };
      }
    }
  }

  /** Without `epoch` nobody is at work on any of them, whatever they say. */
  async #count(epoch: number | undefined): Promise<void> {
    this.#tally = {};
    this.#nextDue = Infinity;
    this.#toRevise = 0;
    this.#notRevised = 0;
    const left: StoredDelivery[] = [];
    const throttledUntil: Instant[] = [];
    for await (const delivery of this.#deps.deliveries.all(this.key)) {
      const { state } = delivery.value;
      this.#add(delivery.value, 1);
      if (state.kind === 'waiting' && state.because === 'throttled') {
        throttledUntil.push(state.until);
      }
      if (recover(delivery.value, epoch) !== undefined) {
        left.push(delivery);
      }
    }
    this.#throttledUntil = throttledUntil;
    this.#isDirty = true;
    await replaceEach(this.#deps, left, (delivery) => recover(delivery, epoch), this);
  }

  /** All that is in one of these states takes a step. */
  async sweep(
    kinds: readonly Delivery['state']['kind'][],
    step: (delivery: Delivery) => Delivery | undefined,
  ): Promise<void> {
    for (const kind of kinds) {
      const pages = everyPage((from) => this.#deps.deliveries.page(this.key, { kind, limit: 100, ...from }));
      for await (const { deliveries } of pages) {
        await replaceEach(this.#deps, deliveries, step, this);
      }
    }
  }

  #add(delivery: Delivery, count: number): void {
    const key = tallyKey(delivery.state);
    this.#tally[key] = (this.#tally[key] ?? 0) + count;
    const revised = revisionState(delivery, this.#broadcast.revision);
    this.#toRevise += revised === 'to-revise' ? count : 0;
    this.#notRevised += revised === 'never' ? count : 0;
    if (count > 0 && delivery.state.kind === 'waiting') {
      this.noteDue(delivery.state.until);
    }
  }
}
