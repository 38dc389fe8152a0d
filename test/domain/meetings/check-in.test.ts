import { describe, expect, it } from 'vitest';
import { communeId, storedMemberId } from '../../../src/domain/ids.ts';
import { hourMs, minuteMs } from '../../../src/domain/instant.ts';
import { checkIn, countCommunesPresent } from '../../../src/domain/meetings/check-in.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';
import { noSeats } from '../../../src/domain/meetings/seat-count.ts';
import { hemer, menden, olpe } from '../../support/meeting-answers.ts';
import { anRsvp } from '../../support/meeting-details-cards.ts';
import { aMeeting } from '../../support/meetings.ts';

const anna = storedMemberId('t.anna');
const startsAt = 100 * hourMs;
const endsAt = startsAt + 2 * hourMs;

function arrive(now: number, { rsvp, ...fields }: Partial<Meeting> & { readonly rsvp?: Rsvp } = {}) {
  const meeting = aMeeting({ startsAt, endsAt, answered: 7, ...fields });
  const known = rsvp === undefined ? { meeting } : { meeting, rsvp };
  return checkIn(known, { memberId: anna, communeId: menden, now, isShownLate: false });
}

describe('saying that one is there', () => {
  it.each([
    ['a minute before half an hour before the beginning', startsAt - 31 * minuteMs, 'too-early'],
    ['half an hour before the beginning', startsAt - 30 * minuteMs, 'checked-in'],
    ['in the last moment', endsAt - 1, 'checked-in'],
    ['when it is over', endsAt, 'closed'],
  ])('%s', (_, now, kind) => {
    expect(arrive(now).kind).toBe(kind);
  });

  it('names the moment from which it works', () => {
    expect(arrive(0)).toEqual({ kind: 'too-early', from: startsAt - 30 * minuteMs });
  });

  it('keeps the answer, its place in the order, and all counts', () => {
    const rsvp = anRsvp({ memberId: anna, answer: 'accepted', guests: 2, number: 3, at: 5, name: 'Anna' });

    const outcome = arrive(startsAt, { rsvp });

    const meeting = aMeeting({ startsAt, endsAt, answered: 7 });
    expect(outcome).toEqual({
      kind: 'checked-in',
      meeting,
      rsvps: [{ ...rsvp, checkedInAt: startsAt }],
    });
  });

  it('keeps somebody who waits where they are', () => {
    const rsvp = anRsvp({ memberId: anna, answer: 'accepted', waitingNumber: 4 });

    expect(arrive(startsAt, { rsvp })).toMatchObject({ rsvps: [{ waitingNumber: 4 }] });
  });

  it('notes whoever has not answered with their commune, and takes no seat for them', () => {
    const outcome = arrive(startsAt, { capacity: 1, seats: { ...noSeats, accepted: 1, taken: 1 } });

    expect(outcome).toMatchObject({
      kind: 'checked-in',
      meeting: { answered: 8, seats: { ...noSeats, accepted: 1, taken: 1 } },
      rsvps: [{ memberId: anna, communeId: menden, guests: 0, number: 8, checkedInAt: startsAt }],
    });
    expect(outcome).not.toHaveProperty('rsvps.0.answer');
  });

  it('is done once', () => {
    const rsvp = anRsvp({ memberId: anna, answer: 'accepted', checkedInAt: startsAt - minuteMs });

    expect(arrive(startsAt, { rsvp })).toEqual({ kind: 'already' });
  });

  it('notes that a card elsewhere shows something older', () => {
    const meeting = aMeeting({ startsAt, endsAt });
    const arrival = { memberId: anna, now: startsAt, isShownLate: true };

    expect(checkIn({ meeting, rsvp: anRsvp() }, arrival)).toMatchObject({ rsvps: [{ isShownLate: true }] });
    expect(checkIn({ meeting }, arrival)).toMatchObject({ rsvps: [{ isShownLate: true }] });
  });

  it.each(['draft', 'cancelled'] as const)('is not possible where the meeting is %s', (kind) => {
    const state = kind === 'draft' ? ({ kind } as const) : ({ kind, at: 0 } as const);

    expect(arrive(startsAt, { state })).toEqual({ kind: 'closed', because: kind });
  });
});

describe('the communes that were there', () => {
  const seats = { ...noSeats, takenByCommune: { [menden]: 2, [hemer]: 1 } };

  it('are those of everybody who checked in, each once, whatever they had answered', () => {
    const rsvps = [
      anRsvp({ communeId: olpe, checkedInAt: 1 }),
      anRsvp({ communeId: olpe, checkedInAt: 2, answer: 'declined' }),
      anRsvp({ communeId: communeId('05966024'), checkedInAt: 2 }),
      anRsvp({ communeId: menden, answer: 'accepted' }),
      anRsvp({ checkedInAt: 3 }),
    ];

    expect(countCommunesPresent({ seats }, rsvps)).toEqual({ communes: 1, isExpected: false });
  });

  it('are those with a seat where nobody checked in', () => {
    const rsvps = [anRsvp({ communeId: menden, answer: 'accepted' })];

    expect(countCommunesPresent({ seats }, rsvps)).toEqual({ communes: 2, isExpected: true });
  });
});
