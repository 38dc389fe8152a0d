import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, MeetingId } from '../../domain/ids.ts';
import type { Meeting, MeetingTask } from '../../domain/meetings/meeting.ts';
import { isOver } from '../../domain/meetings/meeting-times.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import { showReminders } from './remind-of-meetings.ts';

export type TellDeps = Pick<Deps, 'broadcasts' | 'clock' | 'meetings'>;

export function meetingNewsId(id: MeetingId, number: number): BroadcastId {
  return broadcastId(`meeting-news.${id}.${number}`);
}

/**
 * Tells those who come, may come or wait what changed, or that it falls out, once. What was told before is drawn again beside how it is
 * now; of a meeting that falls out, nothing else that waits is sent any more. Nobody is told after it is over.
 */
export async function tellOfMeeting(
  deps: TellDeps,
  meeting: Meeting,
  { number, except }: MeetingTask & { readonly kind: 'tell' },
): Promise<void> {
  const { id, endsAt, state } = meeting;
  const told = meeting.news.find((one) => one.number === number);
  const now = deps.clock.now();
  if (told === undefined) {
    return;
  }
  await showReminders(deps, meeting);
  const withdrawn = state.kind === 'cancelled';
  for (const earlier of meeting.news.filter((one) => one.number < number)) {
    await reviseBroadcast(deps, meetingNewsId(id, earlier.number), { withdrawn });
  }
  if (isOver(meeting, now) || (withdrawn && told.kind === 'changed')) {
    return;
  }
  await startBroadcast(deps, {
    id: meetingNewsId(id, number),
    subject: { kind: 'meeting-news', meetingId: id, number },
    audience: [{ kind: 'meeting-participants', meetingId: id, among: 'concerned' }],
    except: except === undefined ? [] : [except],
    lifeMs: endsAt - now,
  });
}
