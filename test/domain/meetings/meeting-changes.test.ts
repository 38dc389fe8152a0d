import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedMemberId } from '../../../src/domain/ids.ts';
import { hourMs } from '../../../src/domain/instant.ts';
import { isMoved, toMeetingChange } from '../../../src/domain/meetings/meeting-changes.ts';
import type { ToldState } from '../../../src/domain/meetings/meeting-changes.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { changeMeeting, toFields } from '../../../src/domain/meetings/meeting-states.ts';
import { aMeeting } from '../../support/meetings.ts';

const by = storedMemberId('t.anna');
const startsAt = Date.parse('2026-12-03T09:00:00Z');

/** What an organiser types in a form; an empty day for answers is none. */
interface Typed {
  readonly title: string;
  readonly startsAt: number;
  readonly address: string;
  readonly respondBy?: string | undefined;
}

function changed(meeting: Meeting, { respondBy, address, ...typed }: Typed): Meeting {
  const { respondBy: _, ...fields } = toFields(meeting);
  const next = {
    ...fields,
    ...typed,
    endsAt: typed.startsAt + hourMs,
    place: { address },
    ...(respondBy !== undefined && { respondBy }),
  };
  const outcome = changeMeeting(meeting, next, { by, now: 0, edition: meeting.edition });
  return outcome.kind === 'changed' ? outcome.meeting : meeting;
}

function toTold({ title, startsAt: from, endsAt, place, respondBy }: Meeting) {
  return { title, startsAt: from, endsAt, place, ...(respondBy !== undefined && { respondBy }) };
}

const typed: fc.Arbitrary<Typed> = fc.record({
  title: fc.constantFrom('A', 'B'),
  startsAt: fc.constantFrom(startsAt, startsAt + hourMs),
  address: fc.constantFrom('Hemer', 'Menden'),
  respondBy: fc.constantFrom(undefined, '2026-11-27', '2026-11-30'),
});

describe('what a change tells', () => {
  it('is the whole of what stood there before and after it, however much was changed since', () => {
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 6 }), (changes) => {
        const versions = [aMeeting({ startsAt, endsAt: startsAt + hourMs, place: { address: 'Hemer' } })];
        for (const change of changes) {
          const next = changed(versions.at(-1) ?? aMeeting(), change);
          if (next !== versions.at(-1)) {
            versions.push(next);
          }
        }
        const now = versions.at(-1) ?? aMeeting();

        for (const [index, news] of now.news.entries()) {
          const told = news.kind === 'changed' ? toMeetingChange(now, news) : undefined;
          expect(told?.before).toEqual(toTold(versions[index] ?? now));
          expect(told?.after).toEqual(toTold(versions[index + 1] ?? now));
          expect(told?.isOutdated).toBe(index < now.news.length - 1);
          expect(told?.fields.length).toBeGreaterThan(0);
        }
        expect(now.news).toHaveLength(versions.length - 1);
      }),
    );
  });

  it('is a move when the beginning or the address is another one, and no other change is', () => {
    const { title, endsAt, place } = aMeeting({ place: { address: 'Hemer' } });
    const before: ToldState = { title, startsAt, endsAt, place };
    const moved = (after: Partial<ToldState>) => isMoved({ before, after: { ...before, ...after } });

    expect([moved({ startsAt: startsAt + 1 }), moved({ place: { address: 'Olpe' } })]).toEqual([true, true]);
    expect([moved({ title: 'B' }), moved({ endsAt: endsAt + 1 })]).toEqual([false, false]);
    expect(moved({ place: { address: 'Hemer', link: 'https://example.org' } })).toBe(false);
  });
});
