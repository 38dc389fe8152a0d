import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, MeetingId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { isOver } from '../../domain/meetings/meeting-times.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';

export type AskForFeedbackDeps = Pick<Deps, 'broadcasts' | 'clock'>;

/** How long after a meeting it is asked how it was. */
const askForMs = 7 * dayMs;

export function feedbackId(id: MeetingId): BroadcastId {
  return broadcastId(`meeting-feedback.${id}`);
}

/** Asks those who had a seat how it was, once. Nobody is asked about what fell out, or what was long ago. */
export async function askForFeedback(deps: AskForFeedbackDeps, meeting: Meeting): Promise<void> {
  const { id: meetingId, endsAt, state, seats } = meeting;
  const now = deps.clock.now();
  const lifeMs = endsAt + askForMs - now;
  if (state.kind !== 'published' || !isOver(meeting, now) || lifeMs <= 0 || seats.accepted === 0) {
    return;
  }
  await startBroadcast(deps, {
    id: feedbackId(meetingId),
    subject: { kind: 'meeting-feedback', meetingId },
    audience: [{ kind: 'meeting-participants', meetingId, among: 'accepted' }],
    lifeMs,
  });
}
