import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../src/domain/instant.ts';
import { AnsweredByHand, hemer, menden } from '../../support/meeting-answers.ts';
import { memberNumber } from '../../store/meetings/meeting-scene.ts';

const anna = memberNumber(1);
const berta = memberNumber(2);
const carla = memberNumber(3);
const dora = memberNumber(4);

/** Of a meeting that begins at the end of the 14th day. */
const respondBy = '1970-01-10';
const startsAt = 14 * dayMs;

describe('an answer to a meeting', () => {
  it('takes the place of the earlier one, and the counts follow', () => {
    const known = new AnsweredByHand({ capacity: 5 });

    known.say(anna, 'accepted', menden);
    known.say(berta, 'tentative', menden);
    const first = known.meeting.seats;
    known.say(anna, 'declined', menden);
    known.say(berta, 'accepted', hemer);

    expect(first).toEqual({
      accepted: 1,
      taken: 1,
      takenByCommune: { [menden]: 1 },
      tentative: 1,
      declined: 0,
      waiting: 0,
    });
    expect(known.meeting.seats).toEqual({
      accepted: 1,
      taken: 1,
      takenByCommune: { [hemer]: 1 },
      tentative: 0,
      declined: 1,
      waiting: 0,
    });
    expect(known.meeting.answered).toBe(4);
    expect(known.rsvps.get(berta)).toMatchObject({ answer: 'accepted', number: 4, communeId: hemer });
  });

  it('given again is known, and changes nothing', () => {
    const known = new AnsweredByHand();
    known.say(anna, 'accepted');
    const before = known.meeting;

    expect(known.say(anna, 'accepted').kind).toBe('already');
    expect(known.meeting).toBe(before);
  });

  it('asks for the shared cards to be brought up to date', () => {
    const known = new AnsweredByHand();

    known.say(anna, 'declined');

    expect(known.meeting.isShownLate).toBe(true);
  });

  it('waits when all seats are taken, in the order of the server', () => {
    const known = new AnsweredByHand({ capacity: 1 });
    known.say(anna, 'accepted');

    const outcomes = [known.say(berta, 'accepted'), known.say(carla, 'accepted')];

    expect(outcomes).toMatchObject([
      { kind: 'waiting', place: 1 },
      { kind: 'waiting', place: 2 },
    ]);
    expect(known.waiting.map(({ memberId }) => memberId)).toEqual([berta, carla]);
    expect(known.meeting.seats).toMatchObject({ taken: 1, waiting: 2 });
  });

  it.each(['declined', 'tentative'] as const)(
    'that is %s gives the seat to the first who waits',
    (answer) => {
      const known = new AnsweredByHand({ capacity: 1 });
      known.say(anna, 'accepted', menden);
      known.say(berta, 'accepted', hemer);
      known.say(carla, 'accepted');

      known.say(anna, answer, menden);

      expect(known.seated).toEqual([berta]);
      expect(known.waiting.map(({ memberId }) => memberId)).toEqual([carla]);
      expect(known.meeting.seats).toMatchObject({ taken: 1, takenByCommune: { [hemer]: 1 }, waiting: 1 });
      const { number = 0, isShownLate } = known.rsvps.get(berta) ?? {};
      expect(isShownLate).toBe(true);
      expect(known.meeting.undone).toEqual([{ kind: 'tell-promoted', memberId: berta, number }]);
    },
  );

  it('of somebody who gives up their place on the list moves nobody up', () => {
    const known = new AnsweredByHand({ capacity: 1 });
    known.say(anna, 'accepted');
    known.say(berta, 'accepted');
    known.say(carla, 'accepted');

    known.say(berta, 'declined');

    expect(known.seated).toEqual([anna]);
    expect(known.waiting.map(({ memberId }) => memberId)).toEqual([carla]);
    expect(known.meeting.undone).toEqual([]);
  });

  it('puts whoever comes back behind the others', () => {
    const known = new AnsweredByHand({ capacity: 1 });
    known.say(anna, 'accepted');
    known.say(berta, 'accepted');

    known.say(anna, 'declined');
    const back = known.say(anna, 'accepted');

    expect(known.seated).toEqual([berta]);
    expect(back).toMatchObject({ kind: 'waiting', place: 1 });
  });

  it('lets nobody take a seat that somebody who waits is about to get', () => {
    const known = new AnsweredByHand({ capacity: 1 });
    known.say(anna, 'accepted');
    known.say(berta, 'accepted');
    // The capacity grew, and the task that follows from it was not carried out yet.
    known.meeting = { ...known.meeting, capacity: 2 };

    const newcomer = known.say(carla, 'accepted');

    expect(newcomer.kind).toBe('waiting');
    expect(known.seated).toEqual([anna, berta]);
  });

  it('waits as long as some who wait were not looked at', () => {
    const known = new AnsweredByHand({ capacity: 200 });
    for (let index = 100; index < 160; index += 1) {
      known.say(memberNumber(index), 'accepted');
    }
    known.meeting = {
      ...known.meeting,
      undone: [{ kind: 'promote' }],
      seats: { ...known.meeting.seats, waiting: 1 },
    };

    expect(known.say(anna, 'accepted').kind).toBe('waiting');
  });

  it('leaves seats for communes that have none yet, and takes one for the own', () => {
    const known = new AnsweredByHand({ capacity: 3, reserved: { perCommune: 1, communes: 3 }, respondBy });

    const outcomes = [
      known.say(anna, 'accepted', menden),
      known.say(berta, 'accepted', menden),
      known.say(carla, 'accepted', hemer),
      known.say(dora, 'accepted'),
    ];

    expect(outcomes.map(({ kind }) => kind)).toEqual(['recorded', 'waiting', 'recorded', 'waiting']);
  });

  it('gives a seat that is kept for a commune to the first of that commune, past the others', () => {
    const known = new AnsweredByHand({ capacity: 2, reserved: { perCommune: 1, communes: 2 }, respondBy });
    known.say(anna, 'accepted', menden);
    known.say(berta, 'accepted', hemer);
    known.say(carla, 'accepted', menden);
    known.say(dora, 'accepted', hemer);

    known.say(berta, 'declined', hemer);

    expect(known.seated).toEqual([anna, dora]);
    expect(known.waiting.map(({ memberId }) => memberId)).toEqual([carla]);
  });
});

describe('after the last day for answers', () => {
  const late = new Date('1970-01-11T00:00:00+01:00').getTime();

  it('nobody says any more that they come, and whoever does not come gives up their seat until it begins', () => {
    const known = new AnsweredByHand({ capacity: 1, respondBy, startsAt, endsAt: startsAt + 1 });
    known.say(anna, 'accepted');
    known.say(berta, 'accepted');
    known.now = late;

    const outcomes = [
      known.say(carla, 'accepted'),
      known.say(carla, 'declined'),
      known.say(anna, 'tentative'),
      known.say(anna, 'accepted'),
      known.say(anna, 'declined'),
    ];

    expect(outcomes).toMatchObject([
      { kind: 'closed', because: 'too-late', mayDecline: false },
      { kind: 'closed', because: 'too-late', mayDecline: false },
      { kind: 'closed', because: 'too-late', mayDecline: true },
      { kind: 'already' },
      { kind: 'recorded' },
    ]);
    expect(known.seated).toEqual([berta]);
  });

  it('is the end of the day in Berlin', () => {
    const known = new AnsweredByHand({ respondBy, startsAt, endsAt: startsAt + 1 });
    known.now = late - 1;

    expect(known.say(anna, 'accepted').kind).toBe('recorded');
  });

  it.each([
    [{ state: { kind: 'cancelled', at: 0 } }, 0, 'cancelled'],
    [{ state: { kind: 'draft' } }, 0, 'draft'],
    [{}, startsAt, 'begun'],
    [{}, startsAt + dayMs, 'over'],
  ] as const)('says why it is closed: %j at %d is %s, for those with a seat, too', (fields, now, because) => {
    const known = new AnsweredByHand({ startsAt, endsAt: startsAt + dayMs });
    known.say(anna, 'accepted');
    known.meeting = { ...known.meeting, ...fields };
    known.now = now;

    expect(known.say(anna, 'declined')).toMatchObject({ kind: 'closed', because, mayDecline: false });
    expect(known.say(berta, 'accepted')).toMatchObject({ kind: 'closed', because });
    expect(known.seated).toEqual([anna]);
  });

  it('nobody moves up when it has begun or falls out (fault 34)', () => {
    const known = new AnsweredByHand({ capacity: 1 });
    known.say(anna, 'accepted');
    known.say(berta, 'accepted');
    known.meeting = { ...known.meeting, capacity: 5, state: { kind: 'cancelled', at: 0 } };

    known.say(anna, 'declined');

    expect(known.seated).toEqual([anna]);
    expect(known.meeting.undone).toEqual([]);
  });
});
