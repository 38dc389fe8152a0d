import { toldFields } from './meeting.ts';
import type { Meeting, MeetingFields, MeetingNews } from './meeting.ts';

export type ToldField = (typeof toldFields)[number];
export type ChangedNews = MeetingNews & { readonly kind: 'changed' };

/** What the people concerned must know, as it stood at one moment. */
export type ToldState = Pick<MeetingFields, ToldField>;

/** One change, complete: also of what it left alone. */
export interface MeetingChange {
  readonly fields: readonly ToldField[];
  readonly before: ToldState;
  readonly after: ToldState;
  /** Something else was changed after it. */
  readonly isOutdated: boolean;
}

/** What a piece of news tells, from how the meeting is now and what was changed since. */
export function toMeetingChange(meeting: Meeting, news: ChangedNews): MeetingChange {
  const later = meeting.news
    .filter((one) => one.kind === 'changed')
    .filter(({ number }) => number > news.number);
  const after = later.toReversed().reduce<ToldState>(undo, toToldState(meeting));
  return {
    fields: toldFields.filter((name) => name in news.before || name in news.after),
    before: undo(after, news),
    after,
    isOutdated: later.length > 0,
  };
}

function toToldState({ title, startsAt, endsAt, place, respondBy }: Meeting): ToldState {
  return { title, startsAt, endsAt, place, ...(respondBy !== undefined && { respondBy }) };
}

/** What is missing before a change was empty then. */
function undo({ respondBy, ...rest }: ToldState, { before, after }: ChangedNews): ToldState {
  const wasAdded = 'respondBy' in after && !('respondBy' in before);
  return { ...rest, ...(respondBy !== undefined && !wasAdded && { respondBy }), ...before };
}

/** Whether people have to be somewhere else, or at another time. */
export function isMoved({ before, after }: Pick<MeetingChange, 'before' | 'after'>): boolean {
  return before.startsAt !== after.startsAt || before.place.address !== after.place.address;
}
