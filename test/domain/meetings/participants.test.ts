import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingId, storedMemberId } from '../../../src/domain/ids.ts';
import { countParticipants, inOrder } from '../../../src/domain/meetings/participants.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';

function answered(number: number, fields: Partial<Rsvp> = {}): Rsvp {
  return {
    meetingId: meetingId('m1'),
    memberId: storedMemberId(`t.m${number}`),
    guests: 0,
    details: [],
    at: number,
    number,
    ...fields,
  };
}

const rsvps = fc
  .array(
    fc.record({
      answer: fc.constantFrom('accepted', 'tentative', 'declined', undefined),
      waits: fc.boolean(),
      guests: fc.nat(9),
      isThere: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(({ answer, waits, guests, isThere }, index) =>
      answered(index + 1, {
        guests,
        ...(answer !== undefined && { answer }),
        // The later somebody answered, the earlier they stand: not the order in which they came.
        ...(answer === 'accepted' && waits && { waitingNumber: all.length - index }),
        ...(isThere && { checkedInAt: 1 }),
      }),
    ),
  );

describe('the list of participants', () => {
  it('has those with a seat, then the waiting list in its order, perhaps, declined, and who came unannounced', () => {
    const all = [
      answered(1, { checkedInAt: 1 }),
      answered(2, { answer: 'declined' }),
      answered(3, { answer: 'tentative' }),
      answered(4, { answer: 'accepted', waitingNumber: 9 }),
      answered(5, { answer: 'accepted', waitingNumber: 7 }),
      answered(6, { answer: 'accepted' }),
    ];

    const list = inOrder(all).map(({ rsvp, standing, waitingPlace }) => [
      rsvp.number,
      standing,
      waitingPlace,
    ]);

    expect(list).toEqual([
      [6, 'seated', undefined],
      [5, 'waiting', 1],
      [4, 'waiting', 2],
      [3, 'tentative', undefined],
      [2, 'declined', undefined],
      [1, 'present', undefined],
    ]);
  });

  it('has everybody once, and the places of the waiting list without a gap', () => {
    fc.assert(
      fc.property(rsvps, (all) => {
        const list = inOrder(all);
        const places = list.flatMap(({ waitingPlace }) => waitingPlace ?? []);
        const numbers = list.flatMap(({ rsvp }) => rsvp.waitingNumber ?? []);

        expect(new Set(list.map(({ rsvp }) => rsvp))).toEqual(new Set(all));
        expect(places).toEqual(places.map((_, index) => index + 1));
        expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe('the counts', () => {
  it('take guests of those with a seat alone', () => {
    const all = [
      answered(1, { answer: 'accepted', guests: 2, checkedInAt: 1 }),
      answered(2, { answer: 'accepted', waitingNumber: 2, guests: 4 }),
      answered(3, { answer: 'tentative', guests: 8 }),
      answered(4, { answer: 'declined' }),
      answered(5, { checkedInAt: 1 }),
    ];

    expect(countParticipants(all)).toEqual({ accepted: 1, guests: 2, tentative: 1, waiting: 1, present: 2 });
  });

  it('are those of the list', () => {
    fc.assert(
      fc.property(rsvps, (all) => {
        const standings = inOrder(all).map(({ standing }) => standing);
        const count = (some: string) => standings.filter((standing) => standing === some).length;

        expect(countParticipants(all)).toMatchObject({
          accepted: count('seated'),
          waiting: count('waiting'),
          tentative: count('tentative'),
        });
      }),
    );
  });
});
