import type { Deps } from '../../deps.ts';
import { hasBegun } from '../../domain/meetings/meeting-times.ts';
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
  if ((await deps.broadcasts.find(id)) !== undefined) {
    await reviseBroadcast(deps, id, { revision: toRevision(rsvp) });
    return;
  }
  const meeting = await deps.meetings.find(meetingId);
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
  });
}

/** Two for each answer: whoever says that they are there keeps its number. */
function toRevision({ number, checkedInAt }: Rsvp): number {
  return 2 * number + (checkedInAt === undefined ? 1 : 2);
}
