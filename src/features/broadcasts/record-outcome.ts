import type { Deps } from '../../deps.ts';
import type { Delivery, DeliveryState } from '../../domain/delivery.ts';
import { isHeld } from '../../domain/delivery-steps.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Reference } from '../../domain/reach.ts';
import type { SendReaction } from '../../domain/send-reaction.ts';
import type { Claimed } from './claim-deliveries.ts';
import { countAgain } from './count-again.ts';
import type { Timer } from '../../ports/timer.ts';
import { StoreUnavailableError } from '../../ports/document-store.ts';
import type { Pace } from './pace.ts';
import { replaceAlone } from './replace-deliveries.ts';
import { sleep } from './sleep.ts';

type RecordDeps = Pick<Deps, 'broadcasts' | 'clock' | 'deliveries' | 'logger'> & {
  readonly pace: Pace;
  readonly timer: Timer;
};

/** A message that was tried: what it fulfils, since when, and with which revision of the words. */
export interface Tried {
  readonly items: readonly Claimed[];
  readonly reference: Reference;
  readonly revisions: readonly number[];
  readonly startedAt: Instant;
}

/** Writes down what came of it. */
export async function recordOutcome(
  deps: RecordDeps,
  { items, reference, revisions, startedAt }: Tried,
  reaction: SendReaction,
): Promise<void> {
  const { tenantId, conversationId } = reference;
  switch (reaction.kind) {
    case 'delivered':
      for (const [index, item] of items.entries()) {
        await recordDelivered(deps, item, revisions[index] ?? 0, reaction.activityId);
      }
      return;
    case 'rejected':
      if (reaction.alarm === true && items.some(({ book }) => book.isNews(reaction.code))) {
        deps.logger.error('broadcast.message-refused', { code: reaction.code });
      }
      return setAll(deps, items, 'sending', () => ({ kind: 'rejected', code: reaction.code }));
    case 'unclear':
      return setAll(deps, items, 'sending', ({ epoch }) => ({ kind: 'unclear', epoch, since: startedAt }));
    case 'unreachable':
      return setAll(deps, items, 'sending', () => ({ kind: 'unreachable', because: reaction.because }));
    case 'retry':
      for (const item of items) {
        await step(deps, item, (delivery) =>
          isHeld(delivery, 'sending', item.book.epoch)
            ? {
                ...delivery,
                attempts: delivery.attempts + 1,
                state: { kind: 'waiting', until: reaction.until, because: 'retry' },
              }
            : undefined,
        );
      }
      return;
    case 'throttled':
      deps.pace.throttled(tenantId, conversationId, reaction.until);
      return setAll(deps, items, 'sending', () => ({
        kind: 'waiting',
        until: reaction.until,
        because: 'throttled',
      }));
    case 'pause':
      if (deps.pace.pauseAll(reaction.until)) {
        deps.logger.error('broadcast.paused', { until: reaction.until });
      }
      return setAll(deps, items, 'sending', () => ({ kind: 'planned' }));
    case 'stop-broadcast':
      await stopBroadcasts(deps, items, reaction.code);
      return setAll(deps, items, 'sending', () => ({ kind: 'rejected', code: reaction.code }));
    case 'shorten':
      throw new TypeError('A short message is not shortened again');
  }
}

/** The bot itself may not send: one alarm, and the rest is not tried. */
async function stopBroadcasts(deps: RecordDeps, items: readonly Claimed[], code: string): Promise<void> {
  for (const { book } of items) {
    const stopped = await deps.broadcasts.change(book.broadcast.id, (broadcast) =>
      broadcast.stopped === undefined ? { ...broadcast, stopped: 'not-registered' } : undefined,
    );
    if (stopped !== undefined) {
      book.follow(stopped);
      deps.logger.error('broadcast.stopped', { broadcastId: book.broadcast.id, code });
    }
  }
}

/** Also when the answer came so late that somebody has called it unclear meanwhile. */
async function recordDelivered(
  deps: RecordDeps,
  item: Claimed,
  revision: number,
  activityId: string | undefined,
): Promise<void> {
  const { epoch } = item.book;
  let isLate = false;
  await step(deps, item, (delivery) => {
    isLate = isHeld(delivery, 'unclear', epoch);
    return isLate || isHeld(delivery, 'sending', epoch)
      ? {
          ...delivery,
          revision,
          state: {
            kind: 'delivered',
            at: deps.clock.now(),
            ...(activityId !== undefined && { activityId }),
          },
        }
      : undefined;
  });
  if (isLate) {
    await countAgain(deps, item.book);
  }
}

/** Gives each that is still in this holder's hands a new state. */
export async function setAll(
  deps: StepDeps,
  items: readonly Claimed[],
  held: 'claimed' | 'sending',
  state: (holder: { readonly epoch: number }) => DeliveryState,
): Promise<void> {
  for (const item of items) {
    const { epoch } = item.book;
    await step(deps, item, (delivery) =>
      isHeld(delivery, held, epoch) ? { ...delivery, state: state({ epoch }) } : undefined,
    );
  }
}

export type StepDeps = Pick<Deps, 'deliveries'> & { readonly timer: Timer };

/** A store that is away for longer leaves the outcome unknown. */
const patienceMs = [100, 300, 1000, 3000];

/** One step of a delivery, as long as the change allows it. A store that is away for a moment costs nobody the outcome. */
export async function step(
  deps: StepDeps,
  { delivery, book }: Claimed,
  change: (delivery: Delivery) => Delivery | undefined,
): Promise<void> {
  for (const ms of patienceMs) {
    try {
      await replaceAlone(deps, delivery, change, book);
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) {
        throw error;
      }
    }
    await sleep(deps.timer, ms, new AbortController().signal);
  }
  await replaceAlone(deps, delivery, change, book);
}
