import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteMs } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { meetingReminders } from '../../../src/domain/meetings/meeting.ts';
import type { Meeting, MeetingReminder } from '../../../src/domain/meetings/meeting.ts';
import { reminderAt, toReminded } from '../../../src/domain/meetings/meeting-reminders.ts';
import { answersEndAt } from '../../../src/domain/meetings/meeting-times.ts';
import { reminderId } from '../../../src/features/meetings/remind-of-meetings.ts';
import { history, play, skewMs } from './reminder-history.ts';
import type { Held, Look } from './reminder-history.ts';
import type { ReminderScene } from './reminder-scene.ts';

interface Played {
  readonly looks: readonly Look[];
  readonly stoodStill: boolean;
}

/** The first look at which somebody must have sent it, as far as that is certain; `never`: certain, too. */
function expectedAt(
  { meeting, since, until }: Held,
  reminder: MeetingReminder,
  { looks, stoodStill }: Played,
): Instant | 'never' | 'unknown' {
  const due = reminderAt(meeting, reminder);
  if (!meeting.reminders.includes(reminder) || due === undefined || due < since - skewMs) {
    return 'never';
  }
  const dayBefore = reminderAt(meeting, 'day') ?? Infinity;
  const superseded = reminder === 'week' && meeting.reminders.includes('day') ? dayBefore : Infinity;
  const tooLate = Math.min(
    superseded,
    meeting.startsAt,
    reminder === 'respond-by' ? answersEndAt(meeting) : Infinity,
  );
  // By the clock of whoever published or moved it, that was before or after.
  if (due <= since + skewMs) {
    return 'unknown';
  }
  const first = looks.find(({ at, clocks }) => at >= since && clocks.some((clock) => clock >= due));
  if (first === undefined || first.at >= tooLate + skewMs) {
    // One that stood still in the middle, ahead of the others, may have begun it.
    return stoodStill ? 'unknown' : 'never';
  }
  const isCertain = first.at < tooLate - skewMs - minuteMs && first.at < until - minuteMs;
  return isCertain ? first.at : 'unknown';
}

interface Checked {
  readonly reminder: MeetingReminder;
  readonly expected: Instant | 'never';
  readonly sentAt: Instant | 'never';
}

/** Each reminder of which it is certain what must have become of it. */
function checked(held: Held, played: Played, { sent }: ReminderScene): readonly Checked[] {
  const { id } = held.meeting;
  return meetingReminders.flatMap((reminder) => {
    const expected = expectedAt(held, reminder, played);
    const sentAt =
      sent.find((one) => one.id === reminderId(id, toReminded(held.meeting, reminder)))?.at ?? 'never';
    return expected === 'unknown' ? [] : [{ reminder, expected, sentAt }];
  });
}

/** Those that came when they must not, not at all, or later than at the first look at which they were due by the clock of anybody. */
function wrong({ expected, sentAt }: Checked): boolean {
  return expected === 'never' || sentAt === 'never' ? expected !== sentAt : sentAt > expected;
}

/** With clocks that are right, and nothing in between. */
function isOnTime({ meeting }: Held, { reminder, sentAt }: Checked): boolean {
  const due = reminderAt(meeting, reminder);
  return sentAt === 'never' || (due !== undefined && Math.abs(sentAt - due) <= minuteMs);
}

describe('the reminders of a meeting', () => {
  it('come once each and on time, with three instances whose clocks differ and that stand still now and then', async () => {
    let certain = 0;
    await fc.assert(
      fc.asyncProperty(history, async (one) => {
        const { scene, held, looks } = await play(one);

        const ids = scene.sent.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(scene.instances.flatMap(({ failures }) => failures)).toEqual([]);
        for (const { id, at, begunAt } of scene.sent) {
          const about = held.find(({ meeting }) => idsOf(meeting).has(id));
          const due = about && idsOf(about.meeting).get(id);
          const moment = about && due && reminderAt(about.meeting, due);
          // Never before its time by the clock of whoever began it, nor for a beginning that does not hold, nor after it.
          expect(begunAt).toBeGreaterThanOrEqual(moment ?? Infinity);
          expect(at).toBeGreaterThanOrEqual((moment ?? Infinity) - (one.areSet ? skewMs : 0));
          expect(at).toBeLessThan((about?.meeting.startsAt ?? 0) + (one.areSet ? skewMs : 0));
          expect(at).toBeLessThanOrEqual(about?.until ?? 0);
        }
        for (const only of held.length === 1 ? held : []) {
          const stoodStill = one.events.some(([, { kind }]) => kind === 'pause');
          const all = checked(only, { looks, stoodStill }, scene);
          certain += all.filter(({ expected }) => expected !== 'never').length;
          expect(all.filter(wrong)).toEqual([]);
          const isUndisturbed = !one.areSet && one.events.length === 0;
          expect(isUndisturbed ? all.filter((each) => !isOnTime(only, each)) : []).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
    // Most histories say exactly what must have happened.
    expect(certain).toBeGreaterThan(500);
  }, 300_000);
});

function idsOf(meeting: Meeting): ReadonlyMap<string, MeetingReminder> {
  return new Map(
    meetingReminders.map((reminder) => [reminderId(meeting.id, toReminded(meeting, reminder)), reminder]),
  );
}
