import { describe, expect, it } from 'vitest';
import { minuteMs } from '../../src/domain/instant.ts';
import { findDueReminder } from '../../src/domain/topic-deadline.ts';

const at = (iso: string) => Date.parse(iso);
const due = (until: string, iso: string) => findDueReminder({ until }, at(iso))?.daysBefore;

describe('the reminder of the last day of a collection', () => {
  it('is due at nine in Berlin seven days before it and one day before it, and until the day is over', () => {
    expect(due('2026-12-04', '2026-11-27T07:59:59Z')).toBeUndefined();
    expect(due('2026-12-04', '2026-11-27T08:00:00Z')).toBe(7);
    expect(due('2026-12-04', '2026-12-03T07:59:59Z')).toBe(7);
    expect(due('2026-12-04', '2026-12-03T08:00:00Z')).toBe(1);
    expect(due('2026-12-04', '2026-12-04T22:59:59Z')).toBe(1);
    expect(due('2026-12-04', '2026-12-04T23:00:00Z')).toBeUndefined();
  });

  it.each([
    ['the night before it is an hour longer', '2026-10-25', '2026-10-24T07:00:00Z', '2026-10-25T23:00:00Z'],
    ['it follows the longer night', '2026-10-26', '2026-10-25T08:00:00Z', '2026-10-26T23:00:00Z'],
    ['the night before it is an hour shorter', '2027-03-28', '2027-03-27T08:00:00Z', '2027-03-28T22:00:00Z'],
    ['it follows the shorter night', '2027-03-29', '2027-03-28T07:00:00Z', '2027-03-29T22:00:00Z'],
  ])('is due at nine by the clock, and ends at midnight, when %s', (_name, until, first, end) => {
    expect(findDueReminder({ until }, at(first) - 1)?.daysBefore).toBe(7);
    expect(findDueReminder({ until }, at(first))).toEqual({ until, daysBefore: 1, endsAt: at(end) });
    expect(findDueReminder({ until }, at(end) - 1)?.daysBefore).toBe(1);
    expect(findDueReminder({ until }, at(end))).toBeUndefined();
  });

  it.each([
    ['to winter time', '2026-10-30', '2026-10-23T07:00:00Z'],
    ['to summer time', '2027-04-02', '2027-03-26T08:00:00Z'],
  ])('is due at nine also when the clocks change within the seven days, %s', (_name, until, first) => {
    expect(findDueReminder({ until }, at(first) - minuteMs)).toBeUndefined();
    expect(findDueReminder({ until }, at(first))?.daysBefore).toBe(7);
  });

  it('a week before, ends when the next one is due: nobody gets both at once', () => {
    const first = findDueReminder({ until: '2026-12-04' }, at('2026-11-30T12:00:00Z'));

    expect(first).toEqual({ until: '2026-12-04', daysBefore: 7, endsAt: at('2026-12-03T08:00:00Z') });
  });

  it('is none where topics are collected at any time', () => {
    expect(findDueReminder({}, at('2026-11-30T12:00:00Z'))).toBeUndefined();
    expect(findDueReminder({ votesPerMember: 3 }, at('2026-11-30T12:00:00Z'))).toBeUndefined();
  });
});
