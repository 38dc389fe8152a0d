import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { changeMeeting, toFields } from '../../../src/domain/meetings/meeting-states.ts';
import {
  findDueReminders,
  helps,
  isReminded,
  nextReminderAt,
  reminderAt,
} from '../../../src/domain/meetings/meeting-reminders.ts';
import { storedMemberId } from '../../../src/domain/ids.ts';
import { aMeeting } from '../../support/meetings.ts';

const at = Date.parse;
/** Thursday, ten in the morning in Berlin; the days before are as long as usual. */
const startsAt = at('2026-12-03T09:00:00Z');
const weekBefore = startsAt - 7 * dayMs;
const dayBefore = startsAt - dayMs;
const published = startsAt - 21 * dayMs;

function beginning(fields: Partial<Meeting> = {}): Meeting {
  return aMeeting({ startsAt, endsAt: startsAt + 2 * hourMs, ...fields }, published);
}

describe('when people are reminded', () => {
  it.each([
    ['an ordinary week', startsAt, '2026-11-26T09:00:00Z', '2026-12-02T09:00:00Z'],
    // Berlin is two hours from UTC until the night to 25 October 2026, and again from the night to 28 March 2027.
    ['the night to winter time', at('2026-10-25T09:00:00Z'), '2026-10-18T08:00:00Z', '2026-10-24T08:00:00Z'],
    ['the night to summer time', at('2027-03-28T08:00:00Z'), '2027-03-21T09:00:00Z', '2027-03-27T09:00:00Z'],
    ['an hour left out', at('2027-03-29T00:30:00Z'), '2027-03-22T01:30:00Z', '2027-03-28T01:00:00Z'],
    ['an hour shown twice', at('2026-10-26T01:30:00Z'), '2026-10-19T00:30:00Z', '2026-10-25T00:30:00Z'],
  ])('is the time on the clock at which it begins, also over %s', (_name, begins, week, day) => {
    const meeting = aMeeting({ startsAt: begins });

    expect(reminderAt(meeting, 'week')).toBe(at(week));
    expect(reminderAt(meeting, 'day')).toBe(at(day));
  });

  it('is nine o’clock on the day before the last one for answers', () => {
    expect(reminderAt(beginning({ respondBy: '2026-11-27' }), 'respond-by')).toBe(at('2026-11-26T08:00:00Z'));
    expect(reminderAt(beginning({ respondBy: '2027-03-28' }), 'respond-by')).toBe(at('2027-03-27T08:00:00Z'));
    expect(reminderAt(beginning(), 'respond-by')).toBeUndefined();
  });
});

describe('what is due', () => {
  it('is a reminder at its moment, and the next one after it', () => {
    const meeting = beginning();

    expect(meeting.remindAt).toBe(weekBefore);
    expect(findDueReminders(meeting, weekBefore)).toEqual({ due: ['week'], next: dayBefore });
    expect(findDueReminders({ ...meeting, remindAt: dayBefore }, dayBefore)).toEqual({ due: ['day'] });
  });

  it('is after a downtime only the latest one, and nothing once it has begun', () => {
    const meeting = beginning();

    expect(findDueReminders(meeting, dayBefore - minuteMs)).toEqual({ due: ['week'], next: dayBefore });
    expect(findDueReminders(meeting, dayBefore)).toEqual({ due: ['day'] });
    expect(findDueReminders(meeting, startsAt - 1)).toEqual({ due: ['day'] });
    expect(findDueReminders(meeting, startsAt)).toEqual({ due: [] });
  });

  it('is the one a week before until it begins, where there is none a day before', () => {
    const meeting = beginning({ reminders: ['week'] });

    expect(findDueReminders(meeting, startsAt - 1)).toEqual({ due: ['week'] });
  });

  it('is the one to answer beside the others, as long as answers are taken', () => {
    const meeting = beginning({ respondBy: '2026-11-27', reminders: ['week', 'day', 'respond-by'] });
    const lastMoment = at('2026-11-27T22:59:59Z');

    expect(meeting.remindAt).toBe(at('2026-11-26T08:00:00Z'));
    expect(findDueReminders(meeting, lastMoment)).toEqual({ due: ['respond-by', 'week'], next: dayBefore });
    expect(findDueReminders(meeting, lastMoment + 1000)).toEqual({ due: ['week'], next: dayBefore });
  });

  it('is nothing whose time was before it was published', () => {
    const late = aMeeting({ startsAt, endsAt: startsAt + hourMs }, weekBefore + 1);

    expect(late.remindAt).toBe(dayBefore);
    expect(aMeeting({ startsAt, endsAt: startsAt + hourMs }, dayBefore + 1)).not.toHaveProperty('remindAt');
  });

  it('is nothing of a meeting that falls out', () => {
    const cancelled = beginning({ state: { kind: 'cancelled', at: published } });

    expect(findDueReminders(cancelled, weekBefore)).toEqual({ due: [] });
  });
});

describe('a meeting that is changed', () => {
  const by = storedMemberId('t.anna');

  function changed(meeting: Meeting, fields: Partial<Meeting>, now: number): Meeting {
    const outcome = changeMeeting(meeting, { ...toFields(meeting), ...fields }, { by, now, edition: 1 });
    if (outcome.kind !== 'changed') {
      throw new Error(outcome.kind);
    }
    return outcome.meeting;
  }

  it('keeps the reminder that is due at this very moment', () => {
    const meeting = changed(beginning(), { title: 'Neuer Titel' }, weekBefore + 1000);

    expect(meeting.remindAt).toBe(weekBefore);
    expect(findDueReminders(meeting, weekBefore + 2000).due).toEqual(['week']);
  });

  it('has the reminders of its new beginning, without those that would have been before', () => {
    const tomorrow = published + dayMs;
    const nextMonth = startsAt + 28 * dayMs;
    const moved = (to: number, now: number) =>
      changed(beginning(), { startsAt: to, endsAt: to + hourMs }, now);

    expect(moved(nextMonth, published).remindAt).toBe(nextMonth - 7 * dayMs);
    // The news tells it.
    expect(moved(tomorrow, published + 1)).not.toHaveProperty('remindAt');
  });

  it('says when the next reminder is due, and not what was dealt with', () => {
    expect(nextReminderAt(beginning({ remindAt: dayBefore }), weekBefore + 1)).toBe(dayBefore);
    const { remindAt: _, ...done } = beginning();
    expect(nextReminderAt(done, dayBefore)).toBeUndefined();
  });
});

describe('who is reminded', () => {
  it.each([
    [undefined, false, true],
    [{ answer: 'accepted' } as const, true, false],
    [{ answer: 'tentative' } as const, true, false],
    [{ answer: 'declined' } as const, false, false],
    [{ answer: 'accepted', waitingNumber: 3 } as const, false, false],
    // They were there, or only wrote their name down, without an answer.
    [{}, false, true],
  ])('of %j: that it comes near %s, to answer %s', (rsvp, comes, asked) => {
    expect([isReminded(rsvp, 'week'), isReminded(rsvp, 'day')]).toEqual([comes, comes]);
    expect(isReminded(rsvp, 'respond-by')).toBe(asked);
  });

  it('is nobody of next week on the day before', () => {
    expect(helps(beginning(), 'week', dayBefore - 1)).toBe(true);
    expect(helps(beginning(), 'week', dayBefore)).toBe(false);
  });
});
