import type { Deps } from '../../deps.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { revisionState } from '../../domain/delivery-steps.ts';
import { minuteMs } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { reactToSend } from '../../domain/send-reaction.ts';
import type { SendReaction } from '../../domain/send-reaction.ts';
import type { StoredDelivery } from '../../store/deliveries.ts';
import type { Reference } from '../../domain/reach.ts';
import type { Message } from '../../ports/messenger.ts';
import { findWay } from '../reach/find-way.ts';
import { noteFailedSend } from '../reach/note-failed-send.ts';
import type { BucketBook } from './bucket-book.ts';
import type { DeliverDeps } from './deliver.ts';
import { replaceAlone } from './replace-deliveries.ts';

/** How a posted message took its correction. `later`: it is to be tried again, not before then. */
export type ReviseResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'later'; readonly until: Instant; readonly costsAttempt: boolean };

const done: ReviseResult = { kind: 'done' };

/** Messages of a bucket that still show an older revision, after the one that was seen last. */
export async function findToRevise(
  deps: Pick<Deps, 'deliveries'>,
  book: BucketBook,
  limit: number,
  after: string | undefined,
): Promise<{ readonly deliveries: readonly StoredDelivery[]; readonly next?: string }> {
  const { revision } = book.broadcast;
  const { deliveries, next } = await deps.deliveries.page(book.key, {
    kind: 'delivered',
    olderThan: revision,
    limit,
    ...(after !== undefined && { after }),
  });
  const toRevise = deliveries.filter(({ value }) => revisionState(value, revision) === 'to-revise');
  return { deliveries: toRevise, ...(next !== undefined && { next }) };
}

/** Puts the words as they are now in the place of a posted message. An update may be repeated, so nothing is noted before it. */
export async function revisePosted(
  deps: DeliverDeps,
  { delivery, book, attempts }: { delivery: StoredDelivery; book: BucketBook; attempts: number },
  stopped: AbortSignal,
): Promise<ReviseResult> {
  const { recipient, state } = delivery.value;
  const target = book.broadcast.revision;
  if (recipient.kind === 'erased' || state.kind !== 'delivered' || state.activityId === undefined) {
    return giveUp(deps, delivery, book, 'erased');
  }
  const way = await findWay(deps, recipient);
  if (way.kind === 'unreachable') {
    return giveUp(deps, delivery, book, way.because);
  }
  const subjects = await subjectsOf(deps, delivery.value, book);
  const repeated = delivery.value.repeated === true;
  for (const short of [false, true]) {
    const message = await deps.compose(subjects, recipient, { short, repeated });
    if (message === undefined) {
      return giveUp(deps, delivery, book, 'gone');
    }
    const update = { reference: way.reference, activityId: state.activityId, message };
    const reaction = await tryUpdate(deps, { ...update, attempts, shortened: short }, stopped);
    if (reaction.kind === 'delivered') {
      await replaceAlone(deps, delivery, (known) => showing(known, target), book);
      return done;
    }
    if (reaction.kind !== 'shorten') {
      return afterFailure(deps, reaction, { delivery, book });
    }
  }
  return giveUp(deps, delivery, book, '413');
}

/** One call, in its turn. */
async function tryUpdate(
  deps: DeliverDeps,
  update: {
    readonly reference: Reference;
    readonly activityId: string;
    readonly message: Message;
    readonly attempts: number;
    readonly shortened: boolean;
  },
  stopped: AbortSignal,
): Promise<SendReaction | { readonly kind: 'not-now'; readonly until: Instant }> {
  const { reference, activityId, message, attempts, shortened } = update;
  const slot = await deps.pace.slot(reference.tenantId, reference.conversationId, stopped);
  if (slot.kind !== 'go') {
    return { kind: 'not-now', until: slot.kind === 'later' ? slot.until : deps.clock.now() };
  }
  const sentAt = deps.clock.now();
  const result = await deps.messenger.update(reference, activityId, message);
  if (result.kind === 'refused') {
    await noteFailedSend(deps, { reference, failure: result.failure, sentAt });
  }
  // It is given up after the broadcast's life-time, and not sooner: a withdrawal must reach whoever can be reached.
  const now = deps.clock.now();
  return reactToSend(result, { operation: 'update', attempts, now, shortened, patient: true });
}

async function afterFailure(
  deps: DeliverDeps,
  reaction: Exclude<Awaited<ReturnType<typeof tryUpdate>>, { kind: 'delivered' }>,
  { delivery, book }: { delivery: StoredDelivery; book: BucketBook },
): Promise<ReviseResult> {
  switch (reaction.kind) {
    case 'not-now':
      return later(reaction.until);
    case 'retry':
      return { kind: 'later', until: reaction.until, costsAttempt: true };
    case 'throttled': {
      const { recipient, tenantId } = delivery.value;
      const way = recipient.kind === 'erased' ? undefined : await findWay(deps, recipient);
      if (way?.kind === 'open') {
        deps.pace.throttled(tenantId, way.reference.conversationId, reaction.until);
      }
      return later(reaction.until);
    }
    case 'pause':
      if (deps.pace.pauseAll(reaction.until)) {
        deps.logger.error('broadcast.paused', { until: reaction.until });
      }
      return later(reaction.until);
    case 'stop-broadcast': {
      // The words are out already: it is tried again until the operator has put the registration right.
      const until = deps.clock.now() + minuteMs;
      if (deps.pace.pauseAll(until)) {
        deps.logger.error('broadcast.stopped', { broadcastId: book.broadcast.id, code: reaction.code });
      }
      return later(until);
    }
    case 'rejected':
      return giveUp(deps, delivery, book, reaction.code);
    case 'unclear':
    case 'shorten':
      return giveUp(deps, delivery, book, reaction.kind);
    case 'unreachable':
      return giveUp(deps, delivery, book, reaction.because);
  }
}

/** All that the message tells: of a day's collection that is more than one thing. */
async function subjectsOf(deps: DeliverDeps, delivery: Delivery, book: BucketBook) {
  const own = book.broadcast.subject;
  const { recipient, state, postponed } = delivery;
  if (recipient.kind !== 'member' || state.kind !== 'delivered' || postponed?.because !== 'daily') {
    return [own];
  }
  const posted = await deps.deliveries.ofMember(recipient.memberId, 'delivered');
  const together = posted
    .map(({ value }) => value)
    .filter((one) => one.state.kind === 'delivered' && one.state.activityId === state.activityId);
  const broadcasts = await Promise.all(together.map(({ broadcastId }) => deps.broadcasts.find(broadcastId)));
  return broadcasts
    .flatMap((stored) => (stored === undefined ? [] : [stored.value]))
    .sort((one, other) => one.createdAt - other.createdAt)
    .map(({ subject }) => subject);
}

function showing(delivery: Delivery, revision: number): Delivery | undefined {
  return delivery.state.kind === 'delivered' && delivery.revision < revision
    ? { ...delivery, revision }
    : undefined;
}

function later(until: Instant): ReviseResult {
  return { kind: 'later', until, costsAttempt: false };
}

/** The message stays as it is, and is counted as such. */
export async function giveUp(
  deps: Pick<Deps, 'deliveries'>,
  delivery: StoredDelivery,
  book: BucketBook,
  why: string,
): Promise<ReviseResult> {
  const { revision } = book.broadcast;
  await replaceAlone(
    deps,
    delivery,
    (known) =>
      known.notRevised?.revision === revision ? undefined : { ...known, notRevised: { revision, code: why } },
    book,
  );
  return done;
}
