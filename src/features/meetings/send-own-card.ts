import type { Deps } from '../../deps.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { forgetAnswersAt, hasBegun } from '../../domain/meetings/meeting-times.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import { ownCardId } from './find-own-card.ts';
import { promotedId } from './promote-waiting.ts';

type SendDeps = Pick<Deps, 'broadcasts' | 'clock' | 'meetings'>;

/**
 * A card of their own for somebody who was not invited in their own chat, once; later answers change it. Whoever is just told that they got
 * a seat needs no other message.
 */
export async function sendOwnCard(deps: SendDeps, rsvp: Rsvp): Promise<void> {
  const { meetingId, memberId, number } = rsvp;
  const id = ownCardId(meetingId, memberId);
  const meeting = await deps.meetings.find(meetingId);
  if (meeting !== undefined && (await deps.broadcasts.find(id)) !== undefined) {
    await reviseBroadcast(deps, id, { revision: toRevision(meeting, rsvp) });
    return;
  }
  const now = deps.clock.now();
  if (meeting === undefined || meeting.state.kind !== 'published' || hasBegun(meeting, now)) {
    return;
  }
  const isToBeTold = meeting.undone.some(
    (task) => task.kind === 'tell-promoted' && task.memberId === memberId && task.number === number,
  );
  if (isToBeTold || (await deps.broadcasts.find(promotedId(meetingId, number))) !== undefined) {
    return;
  }
  const { startsAt } = meeting;
  await startBroadcast(deps, {
    id,
    subject: { kind: 'meeting-own', meetingId },
    audience: [{ kind: 'member', memberId }],
    lifeMs: startsAt - now,
    keepUntil: forgetAnswersAt(meeting),
  });
}

/** The cards of all who got one: the meeting says something else now. */
export async function showOwnCards(deps: SendDeps, meeting: Meeting): Promise<void> {
  const keepUntil = forgetAnswersAt(meeting);
  for await (const rsvp of deps.meetings.rsvps(meeting.id)) {
    const id = ownCardId(meeting.id, rsvp.memberId);
    await reviseBroadcast(deps, id, { revision: toRevision(meeting, rsvp), keepUntil });
  }
}

/** Rises with whatever the card shows; whoever says that they are there keeps the number of their answer. */
function toRevision({ edition, state, results }: Meeting, { number, checkedInAt }: Rsvp): number {
  const isCancelled = state.kind === 'cancelled' ? 1 : 0;
  const isThere = checkedInAt === undefined ? 0 : 1;
  return 2 * number + isThere + edition + isCancelled + (results?.edition ?? 0);
}
