import type { MeetingId, MemberId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { toldFields } from './meeting.ts';
import type { Meeting, MeetingFields, MeetingTask, ToldFields } from './meeting.ts';
import { nextReminderAt } from './meeting-reminders.ts';
import { nextDueAt } from './meeting-times.ts';
import { noSeats } from './seat-count.ts';

/** A draft. `calendarKey`: unguessable. */
export function draftMeeting(
  id: MeetingId,
  fields: MeetingFields,
  { by, now, calendarKey }: { readonly by?: MemberId; readonly now: Instant; readonly calendarKey: string },
): Meeting {
  return {
    ...fields,
    id,
    seriesId: id,
    seriesNumber: 1,
    ...(by !== undefined && { by }),
    createdAt: now,
    state: { kind: 'draft' },
    seats: noSeats,
    answered: 0,
    edition: 1,
    calendarSequence: 0,
    calendarKey,
    version: 1,
    news: [],
    undone: [],
  };
}

/** Everybody can see it now, and those who are invited are told. */
export function publishMeeting(draft: Meeting, now: Instant): Meeting {
  const meeting: Meeting = { ...draft, state: { kind: 'published', at: now } };
  return withTimes({ ...meeting, undone: [{ kind: 'agenda' }, { kind: 'announce' }] }, now);
}

export type ChangeMeetingOutcome =
  | { readonly kind: 'changed'; readonly meeting: Meeting }
  /** It says exactly this already. */
  | { readonly kind: 'unchanged' }
  /** Somebody else changed it since the form was opened. */
  | { readonly kind: 'outdated' }
  /** Cancelled, or over. */
  | { readonly kind: 'closed' }
  /** Nobody is thrown out: `taken` have a seat. */
  | { readonly kind: 'too-few-seats'; readonly taken: number };

interface Change {
  readonly by: MemberId;
  readonly now: Instant;
  /** The one whose words stood in the form. */
  readonly edition: number;
}

/** Its fields anew. A draft changes without telling anybody; of a published one those who come are told what they must know. */
export function changeMeeting(meeting: Meeting, fields: MeetingFields, change: Change): ChangeMeetingOutcome {
  const { by, now, edition } = change;
  if (meeting.state.kind === 'cancelled' || (meeting.state.kind === 'published' && meeting.endsAt <= now)) {
    return { kind: 'closed' };
  }
  const changed = withFields(meeting, fields);
  if (JSON.stringify(toFields(changed)) === JSON.stringify(toFields(meeting))) {
    return { kind: 'unchanged' };
  }
  if (meeting.edition !== edition) {
    return { kind: 'outdated' };
  }
  if (fields.capacity !== undefined && fields.capacity < meeting.seats.taken) {
    return { kind: 'too-few-seats', taken: meeting.seats.taken };
  }
  const next = { ...changed, edition: edition + 1 };
  return {
    kind: 'changed',
    meeting: meeting.state.kind === 'draft' ? next : tellChange(meeting, next, { by, now }),
  };
}

function tellChange(before: Meeting, after: Meeting, { by, now }: Pick<Change, 'by' | 'now'>): Meeting {
  const told = toldFields.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const number = before.news.length + 1;
  const tasks: readonly MeetingTask[] = [
    { kind: 'show' },
    { kind: 'agenda' },
    { kind: 'promote' },
    ...(told.length > 0 ? [{ kind: 'tell', number, except: by } as const] : []),
    ...(after.endsAt === before.endsAt ? [] : [{ kind: 'keep' } as const]),
  ];
  return withTimes(
    {
      ...after,
      calendarSequence: before.calendarSequence + 1,
      news:
        told.length > 0
          ? [
              ...before.news,
              { number, at: now, kind: 'changed', before: only(before, told), after: only(after, told) },
            ]
          : before.news,
      undone: addTasks(before.undone, tasks),
    },
    now,
  );
}

/** Cancelling it again changes nothing. */
export function cancelMeeting(
  meeting: Meeting,
  { by, now, reason }: { readonly by: MemberId; readonly now: Instant; readonly reason?: string },
): { readonly kind: 'changed'; readonly meeting: Meeting } | { readonly kind: 'already' | 'closed' } {
  if (meeting.state.kind === 'cancelled') {
    return { kind: 'already' };
  }
  if (meeting.state.kind === 'draft' || meeting.endsAt <= now) {
    return { kind: 'closed' };
  }
  const number = meeting.news.length + 1;
  const cancelled: Meeting = {
    ...meeting,
    state: { kind: 'cancelled', at: now, ...(reason !== undefined && { reason }) },
    calendarSequence: meeting.calendarSequence + 1,
    news: [...meeting.news, { number, at: now, kind: 'cancelled' }],
    undone: addTasks(meeting.undone, [
      { kind: 'show' },
      { kind: 'agenda' },
      { kind: 'tell', number, except: by },
    ]),
  };
  return { kind: 'changed', meeting: withTimes(cancelled, now) };
}

/** One that is being carried out just now may not have seen what it is asked for this time: then it is done once more. */
const mostEqual = 2;

/** Each at the end; twice at most. */
export function addTasks(
  undone: readonly MeetingTask[],
  tasks: readonly MeetingTask[],
): readonly MeetingTask[] {
  const all = [...undone];
  for (const task of tasks) {
    const key = JSON.stringify(task);
    if (all.filter((one) => JSON.stringify(one) === key).length < mostEqual) {
      all.push(task);
    }
  }
  return all;
}

/** When reminders and the rest are due, after its times changed. */
function withTimes(meeting: Meeting, now: Instant): Meeting {
  const { remindAt: _r, dueAt: _d, ...rest } = meeting;
  const remindAt = nextReminderAt(meeting, now);
  const dueAt = nextDueAt(meeting, now);
  return { ...rest, ...(remindAt !== undefined && { remindAt }), ...(dueAt !== undefined && { dueAt }) };
}

/** What organisers say about it, in one order. */
export function toFields(meeting: MeetingFields): MeetingFields {
  const { title, description, userGroupId, startsAt, endsAt, place, capacity, reserved } = meeting;
  const { mostGuests, respondBy, questions, topics, repetition, reminders, invited } = meeting;
  return {
    title,
    ...(description !== undefined && { description }),
    ...(userGroupId !== undefined && { userGroupId }),
    startsAt,
    endsAt,
    place,
    ...(capacity !== undefined && { capacity }),
    ...(reserved !== undefined && { reserved }),
    mostGuests,
    ...(respondBy !== undefined && { respondBy }),
    questions,
    topics,
    ...(repetition !== undefined && { repetition }),
    reminders,
    invited,
  };
}

function withFields(meeting: Meeting, fields: MeetingFields): Meeting {
  const {
    description: _1,
    userGroupId: _2,
    capacity: _3,
    reserved: _4,
    respondBy: _5,
    repetition,
    repeated,
    ...rest
  } = meeting;
  // Whoever chooses another repetition wants a series, also where an earlier one was ended.
  const isSameSeries = fields.repetition === repetition;
  return { ...rest, ...fields, ...(repeated !== undefined && isSameSeries && { repeated }) };
}

function only(meeting: Meeting, names: readonly (typeof toldFields)[number][]): ToldFields {
  const kept: Record<string, unknown> = {};
  for (const name of names) {
    if (meeting[name] !== undefined) {
      kept[name] = meeting[name];
    }
  }
  return kept;
}
