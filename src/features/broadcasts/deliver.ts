import type { Deps } from '../../deps.ts';
import type { BroadcastSubject } from '../../domain/broadcast.ts';
import type { Recipient } from '../../domain/delivery.ts';
import { beginSending } from '../../domain/delivery-steps.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Reference } from '../../domain/reach.ts';
import { reactToSend } from '../../domain/send-reaction.ts';
import type { SendReaction } from '../../domain/send-reaction.ts';
import type { SendResult } from '../../domain/send-result.ts';
import { StoreUnavailableError } from '../../ports/document-store.ts';
import type { Timer } from '../../ports/timer.ts';
import type { Message, Messenger } from '../../ports/messenger.ts';
import { findWay } from '../reach/find-way.ts';
import { noteFailedSend } from '../reach/note-failed-send.ts';
import type { Claimed } from './claim-deliveries.ts';
import type { Pace, Slot } from './pace.ts';
import { keepWanted } from './decide-claimed.ts';
import type { DecideDeps } from './decide-claimed.ts';
import { recordOutcome, setAll } from './record-outcome.ts';
import { replaceAlone } from './replace-deliveries.ts';

/** What is said to somebody; undefined when there is nothing to say any more. */
export type ComposeMessage = (
  subjects: readonly BroadcastSubject[],
  recipient: Recipient,
  how: { readonly short: boolean; readonly repeated: boolean },
) => Promise<Message | undefined>;

export type DeliverDeps = Pick<
  Deps,
  'broadcasts' | 'clock' | 'deliveries' | 'isServiceAllowed' | 'logger' | 'references'
> &
  DecideDeps & {
    readonly messenger: Messenger;
    readonly compose: ComposeMessage;
    readonly pace: Pace;
    readonly timer: Timer;
  };

/** Whoever sends to a tenant. */
export interface Holder {
  /** Begins nothing more. */
  readonly stopped: AbortSignal;
  /** Whether the tenant is surely still theirs. */
  readonly holds: () => boolean;
}

/** How a message goes out that is decided: to whom, what, and which deliveries it fulfils. */
interface Plan {
  readonly items: readonly Claimed[];
  readonly reference: Reference;
  readonly revisions: readonly number[];
  readonly message: Message;
}

/**
 * Carries out claimed deliveries to one recipient: a single one, or all of a day's collection in one message. Each ends in a final
 * state, waits, or is planned again; `sending` is durable before the message goes out.
 */
export async function deliver(deps: DeliverDeps, claimed: readonly Claimed[], holder: Holder): Promise<void> {
  const wanted = await keepWanted(deps, claimed);
  const [first] = wanted;
  if (first === undefined) {
    return;
  }
  const { recipient } = first.delivery.value;
  const way = recipient.kind === 'erased' ? undefined : await findWay(deps, recipient);
  if (way?.kind !== 'open') {
    const because = way?.because ?? 'never-met';
    await setAll(deps, wanted, 'claimed', () => ({ kind: 'unreachable', because }));
    return;
  }
  // Noted before the words are read: a correction meanwhile then costs an update too many, and not one too few.
  const revisions = wanted.map(({ book }) => book.broadcast.revision);
  const message = await tryToCompose(deps, wanted);
  if (message === undefined || message === 'failed') {
    await setAll(deps, wanted, 'claimed', () =>
      message === undefined ? { kind: 'cancelled' } : { kind: 'rejected', code: 'not-composed' },
    );
    return;
  }
  const { reference } = way;
  const slot = await deps.pace.slot(reference.tenantId, reference.conversationId, holder.stopped);
  if (slot.kind === 'go' && !wanted.some(({ book }) => book.isEnded)) {
    await send(deps, { items: wanted, reference, revisions, message }, slot, holder);
  } else {
    await setAll(deps, wanted, 'claimed', () =>
      slot.kind === 'later'
        ? { kind: 'waiting', until: slot.until, because: 'throttled' }
        : { kind: 'planned' },
    );
  }
}

/** A mistake of ours with one message must not hold up all the others. */
async function tryToCompose(
  deps: DeliverDeps,
  items: readonly Claimed[],
): Promise<Message | 'failed' | undefined> {
  try {
    return await composeFor(deps, items, false);
  } catch (error) {
    if (error instanceof StoreUnavailableError) {
      throw error;
    }
    if (items.some(({ book }) => book.isNews('not-composed'))) {
      deps.logger.error('broadcast.message-not-composed', { error });
    }
    return 'failed';
  }
}

async function composeFor(
  { compose }: DeliverDeps,
  items: readonly Claimed[],
  short: boolean,
): Promise<Message | undefined> {
  const [first] = items;
  const subjects = items.map(({ book }) => book.broadcast.subject);
  const repeated = items.some(({ delivery }) => delivery.value.repeated === true);
  return first && compose(subjects, first.delivery.value.recipient, { short, repeated });
}

/** From here on the message may have gone out. */
async function send(deps: DeliverDeps, plan: Plan, slot: Slot, holder: Holder): Promise<void> {
  const startedAt = deps.clock.now();
  const items = await beginAll(deps, plan.items, startedAt);
  if (items.length < plan.items.length) {
    // Somebody else has some of them now; a collection is put together again without them.
    await setAll(deps, items, 'sending', () => ({ kind: 'planned' }));
    return;
  }
  const tried = { ...plan, items, startedAt };
  if (deps.pace.isOver(slot) && !(await getSlot(deps, plan, holder))) {
    await setAll(deps, items, 'sending', () => ({ kind: 'planned' }));
    return;
  }
  const result = await deps.messenger.send(plan.reference, plan.message);
  const reaction = react(deps, items, result, false);
  if (reaction.kind === 'shorten') {
    await sendShort(deps, tried, holder);
  } else {
    await conclude(deps, tried, result, reaction);
  }
}

/** It was too big, and was not accepted: a short one, once. */
async function sendShort(deps: DeliverDeps, plan: Plan, holder: Holder): Promise<void> {
  const message = await composeFor(deps, plan.items, true);
  if (message === undefined || !(await getSlot(deps, plan, holder))) {
    await setAll(deps, plan.items, 'sending', () => ({ kind: 'planned' }));
    return;
  }
  const tried = { ...plan, message, startedAt: deps.clock.now() };
  const result = await deps.messenger.send(plan.reference, message);
  await conclude(deps, tried, result, react(deps, plan.items, result, true));
}

async function getSlot(
  { pace }: DeliverDeps,
  { reference: { tenantId, conversationId } }: Plan,
  { stopped, holds }: Holder,
): Promise<boolean> {
  const slot = await pace.slot(tenantId, conversationId, stopped);
  return slot.kind === 'go' && holds();
}

function react(
  { clock }: DeliverDeps,
  items: readonly Claimed[],
  result: SendResult,
  shortened: boolean,
): SendReaction {
  const attempts = Math.max(...items.map(({ delivery }) => delivery.value.attempts));
  return reactToSend(result, { operation: 'post', attempts, now: clock.now(), shortened });
}

/** What came of it first: it is nowhere else. */
async function conclude(
  deps: DeliverDeps,
  tried: Plan & { readonly startedAt: Instant },
  result: SendResult,
  reaction: SendReaction,
): Promise<void> {
  await recordOutcome(deps, tried, reaction);
  if (result.kind === 'refused') {
    const { reference, startedAt } = tried;
    await noteFailedSend(deps, { reference, failure: result.failure, sentAt: startedAt });
  }
}

/** All or those that are still this holder's. */
async function beginAll(
  deps: DeliverDeps,
  items: readonly Claimed[],
  now: number,
): Promise<readonly Claimed[]> {
  const begun = await Promise.all(
    items.map(async ({ delivery, book }) => {
      const sending = await replaceAlone(
        deps,
        delivery,
        (known) => beginSending(known, book.epoch, now),
        book,
      );
      return sending && { delivery: sending, book };
    }),
  );
  return begun.filter((item) => item !== undefined);
}
