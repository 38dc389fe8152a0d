import type { Deps } from '../../deps.ts';
import type { BroadcastPart } from '../../domain/audience.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, MeetingId, MemberId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { meetingReminders } from '../../domain/meetings/meeting.ts';
import type { Meeting, MeetingReminder } from '../../domain/meetings/meeting.ts';
import { findDueReminders, stillHolds, toReminded } from '../../domain/meetings/meeting-reminders.ts';
import type { MeetingReminded } from '../../domain/meetings/meeting-reminders.ts';
import { answersEndAt } from '../../domain/meetings/meeting-times.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import { toPeople } from './announce-meeting.ts';

export type RemindDeps = Pick<Deps, 'broadcasts' | 'clock' | 'logger' | 'meetings'>;

/** Each is sent once. */
export function reminderId(id: MeetingId, { reminder, startsAt, respondBy }: MeetingReminded): BroadcastId {
  const until = respondBy === undefined ? '' : `.${respondBy}`;
  return broadcastId(`reminder.${id}.${reminder}.${startsAt}${until}`);
}

/**
 * Sends the reminders that are due, each once, however often this is done and by however many at once; of several that were missed only
 * those that still help, and none after the meeting has begun. Due is what is due by the clock of this instance: where the clocks of
 * several differ, the one that is ahead sends it, and the others find it sent.
 */
export async function remindOfMeetings(deps: RemindDeps): Promise<void> {
  const now = deps.clock.now();
  for (const meeting of await deps.meetings.remindBy(now)) {
    try {
      await remind(deps, meeting, now);
    } catch (error) {
      deps.logger.error('meeting.not-reminded', { meetingId: meeting.id, error });
    }
  }
}

async function remind(deps: RemindDeps, meeting: Meeting, now: Instant): Promise<void> {
  const { id, edition, remindAt } = meeting;
  for (const reminder of findDueReminders(meeting, now).due) {
    await startReminder(deps, meeting, reminder);
  }
  // Whatever was changed meanwhile has its own moment, which may have come, too.
  await deps.meetings.change(id, {}, now, ({ meeting: known }) => {
    if (known.edition !== edition || known.remindAt !== remindAt) {
      return undefined;
    }
    const { remindAt: _, ...rest } = known;
    const { next } = findDueReminders(known, now);
    return { meeting: { ...rest, ...(next !== undefined && { remindAt: next }) } };
  });
}

async function startReminder(deps: RemindDeps, meeting: Meeting, reminder: MeetingReminder): Promise<void> {
  const { id: meetingId, startsAt } = meeting;
  const reminded = toReminded(meeting, reminder);
  const isAsking = reminder === 'respond-by';
  const audience: readonly BroadcastPart[] = isAsking
    ? toPeople(meeting)
    : [{ kind: 'meeting-participants', meetingId, among: 'coming' }];
  const except = isAsking ? await findAnswered(deps, meeting) : [];
  const lifeMs = (isAsking ? answersEndAt(meeting) : startsAt) - deps.clock.now();
  if (audience.length === 0 || lifeMs <= 0) {
    return;
  }
  await startBroadcast(deps, {
    id: reminderId(meetingId, reminded),
    subject: { kind: 'meeting-reminder', meetingId, ...reminded },
    audience,
    except,
    lifeMs,
  });
}

/** Whoever answers while it is sent is left out when it is their turn; of more than these everybody is. */
const mostExcept = 1000;

async function findAnswered(
  { meetings }: Pick<Deps, 'meetings'>,
  { id, seats }: Meeting,
): Promise<readonly MemberId[]> {
  const { accepted, tentative, declined, waiting } = seats;
  if (accepted + tentative + declined + waiting > mostExcept) {
    return [];
  }
  const answered: MemberId[] = [];
  for await (const { memberId, answer } of meetings.rsvps(id)) {
    if (answer !== undefined) {
      answered.push(memberId);
    }
  }
  return answered;
}

/** After a change: what was posted is drawn again; of what does not hold any more, nothing else is sent. */
export async function showReminders(
  deps: Pick<Deps, 'broadcasts' | 'clock'>,
  meeting: Meeting,
): Promise<void> {
  for (const reminded of allReminded(meeting)) {
    const withdrawn = meeting.state.kind !== 'published' || !stillHolds(meeting, reminded);
    await reviseBroadcast(deps, reminderId(meeting.id, reminded), { withdrawn });
  }
}

/** Everything that people may have been reminded of, as it was at first and after each change. */
function allReminded({ startsAt, respondBy, news }: Meeting): readonly MeetingReminded[] {
  const before = news.flatMap((one) => (one.kind === 'changed' ? [one.before] : []));
  const beginnings = new Set([startsAt, ...before.flatMap((one) => one.startsAt ?? [])]);
  const lastDays = new Set([respondBy, ...before.map((one) => one.respondBy)]);
  return [...beginnings].flatMap((beginning) =>
    meetingReminders.flatMap((reminder) =>
      (reminder === 'respond-by' ? [...lastDays] : [undefined]).map((day) =>
        toReminded({ startsAt: beginning, ...(day !== undefined && { respondBy: day }) }, reminder),
      ),
    ),
  );
}
