import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { phaseOf, phaseTimes } from '../../../src/domain/meetings/meeting-phase.ts';
import { aMeeting } from '../../support/meetings.ts';

/** Thursday, 3 December 2026, 10:00 in Berlin. */
const startsAt = Date.UTC(2026, 11, 3, 9);
const endsAt = startsAt + 2 * hourMs;

const published = aMeeting({ startsAt, endsAt });
const answered = aMeeting({ startsAt, endsAt, respondBy: '2026-11-27' });

describe('what can be done with a meeting', () => {
  it.each<readonly [Meeting, number, ReturnType<typeof phaseOf>]>([
    [{ ...published, state: { kind: 'draft' } }, endsAt + 1, 'draft'],
    [{ ...published, state: { kind: 'cancelled', at: 0 } }, endsAt + 1, 'cancelled'],
    [published, startsAt - 30 * minuteMs - 1, 'open'],
    [published, startsAt - 30 * minuteMs, 'on'],
    [published, endsAt - 1, 'on'],
    [published, endsAt, 'over'],
    [answered, Date.UTC(2026, 10, 27, 23) - 1, 'open'],
    [answered, Date.UTC(2026, 10, 27, 23), 'closed'],
    [answered, startsAt - 30 * minuteMs, 'on'],
  ])('of %#', (meeting, now, phase) => {
    expect(phaseOf(meeting, now)).toBe(phase);
  });

  it('changes by the time alone at the times that are told, and never between them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(published, answered, { ...published, state: { kind: 'draft' as const } }),
        fc.integer({ min: startsAt - 10 * dayMs, max: endsAt + dayMs }),
        fc.integer({ min: 1, max: 5 * dayMs }),
        (meeting, from, length) => {
          const isCrossed = phaseTimes(meeting).some((time) => from < time && time <= from + length);

          fc.pre(!isCrossed);

          expect(phaseOf(meeting, from + length)).toBe(phaseOf(meeting, from));
        },
      ),
    );
  });

  it('looks otherwise once results are there', () => {
    const results = { text: 'Gut.', links: [], treated: [], at: endsAt + hourMs, edition: 1 };

    expect(phaseTimes({ ...published, results })).toContain(endsAt + hourMs);
    expect(phaseTimes(published)).toEqual([startsAt - 30 * minuteMs, startsAt, endsAt]);
  });
});
