import type { Deps } from '../deps.ts';
import { minuteMs } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Reference } from '../domain/reach.ts';
import { reactToSend } from '../domain/send-reaction.ts';
import { noteFailedSend } from '../features/reach/note-failed-send.ts';
import type { Message, Messenger } from '../ports/messenger.ts';

export type UpdateCardOutcome =
  | { readonly kind: 'shown' }
  /** The card cannot be changed any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'later'; readonly until: Instant };

/** Puts a card in the place of one that was posted. `attempts`: how often in a row Teams did not take it. */
export async function updateCard(
  deps: Pick<Deps, 'clock' | 'references'>,
  messenger: Messenger,
  card: { readonly reference: Reference; readonly activityId: string; readonly message: Message },
  attempts: number,
): Promise<UpdateCardOutcome> {
  const { reference, activityId, message } = card;
  const sentAt = deps.clock.now();
  const result = await messenger.update(reference, activityId, message);
  if (result.kind === 'refused') {
    await noteFailedSend(deps, { reference, failure: result.failure, sentAt });
  }
  const reaction = reactToSend(result, { operation: 'update', attempts, now: deps.clock.now() });
  switch (reaction.kind) {
    case 'delivered':
      return { kind: 'shown' };
    case 'retry':
    case 'throttled':
    case 'pause':
      return { kind: 'later', until: reaction.until };
    case 'stop-broadcast':
      return { kind: 'later', until: deps.clock.now() + minuteMs };
    case 'rejected':
    case 'shorten':
    case 'unclear':
    case 'unreachable':
      return { kind: 'gone' };
  }
}
