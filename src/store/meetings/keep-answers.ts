import type { MeetingId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { forgetAnswersAt } from '../../domain/meetings/meeting-times.ts';
import type { Collection, DocumentStore } from '../../ports/document-store.ts';
import { everyDocument } from '../every-document.ts';
import { toMeeting } from './meeting-document.ts';
import { toOperations } from './meeting-writes.ts';
import { isRsvp, toRsvp } from './rsvp-document.ts';

/** A transaction is limited. */
const mostAtOnce = 90;

/**
 * Gives some of a meeting's answers that are kept until another moment the one that is right for its end; together with the meeting, so
 * that nothing is written by what it said before. `overtaken`: somebody else was faster.
 */
export async function keepSomeAnswers(
  store: DocumentStore,
  collection: Collection,
  { id, now }: { readonly id: MeetingId; readonly now: Instant },
): Promise<'kept' | 'nothing-left' | 'overtaken'> {
  const document = await store.get(collection, { partition: id, id });
  if (document === undefined) {
    return 'nothing-left';
  }
  const meeting = toMeeting(document);
  const all = await Array.fromAsync(everyDocument(store, collection, { partition: id }));
  const wrong = all
    .filter((one) => isRsvp(one) && one.expiresAt !== forgetAnswersAt(meeting))
    .slice(0, mostAtOnce);
  if (wrong.length === 0) {
    return 'nothing-left';
  }
  const decided = { meeting: { ...meeting, version: meeting.version + 1 }, rsvps: wrong.map(toRsvp) };
  const etags = new Map([document, ...wrong].map((one) => [one.id, one.etag]));
  const outcome = await store.transact(collection, id, toOperations(decided, etags, now));
  return outcome.kind === 'done' ? 'kept' : 'overtaken';
}
