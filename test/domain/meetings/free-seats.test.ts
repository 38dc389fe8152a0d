import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../src/domain/instant.ts';
import { freeSeats } from '../../../src/domain/meetings/free-seats.ts';
import type { SeatCount } from '../../../src/domain/meetings/seat-count.ts';
import { noSeats } from '../../../src/domain/meetings/seat-count.ts';
import { hemer, menden, olpe } from '../../support/meeting-answers.ts';
import { aMeeting } from '../../support/meetings.ts';

/** Begins on 15 January 1970; answers until the end of the 10th. */
const respondBy = '1970-01-10';
const until = 10 * dayMs - 60 * 60 * 1000;

const taken = (takenByCommune: SeatCount['takenByCommune'], others = 0): SeatCount => ({
  ...noSeats,
  taken: Object.values(takenByCommune).reduce((sum, count) => sum + count, 0) + others,
  takenByCommune,
});

describe('free seats', () => {
  it('are as many as nobody has taken, and without a limit there is always one', () => {
    expect(freeSeats(aMeeting({ capacity: 20, seats: taken({ [menden]: 12 }) }), menden, 0)).toBe(8);
    expect(freeSeats(aMeeting({ seats: taken({ [menden]: 12 }) }), menden, 0)).toBe(Infinity);
  });

  it.each([
    // Three communes with two seats each of ten; nobody there yet: four are kept for the two others.
    ['of a commune nobody has come from', {}, 0, menden, 6],
    ['of a commune that has one of its own', { [menden]: 1 }, 0, menden, 5],
    ['of a commune that has all of its own', { [menden]: 2 }, 0, menden, 4],
    ['beside those that belong to others', { [menden]: 6 }, 0, menden, 0],
    ['kept for a commune when the rest is taken', { [menden]: 6 }, 0, hemer, 2],
    ['of somebody without a commune', {}, 0, undefined, 4],
    ['of somebody without a commune beside others like them', {}, 3, undefined, 1],
    [
      'when communes have come that were not counted',
      { [menden]: 2, [hemer]: 2, [olpe]: 2, '05': 2 },
      0,
      menden,
      2,
    ],
  ] as const)('for somebody %s', (_, byCommune, others, commune, free) => {
    const meeting = aMeeting({
      capacity: 10,
      reserved: { perCommune: 2, communes: 3 },
      respondBy,
      seats: taken(byCommune, others),
    });

    expect(freeSeats(meeting, commune, until - 1)).toBe(free);
  });

  it('are no longer kept for anybody after the last day for answers', () => {
    const meeting = aMeeting({
      capacity: 10,
      reserved: { perCommune: 2, communes: 3 },
      respondBy,
      seats: taken({ [menden]: 6 }),
    });

    expect(freeSeats(meeting, menden, until - 1)).toBe(0);
    expect(freeSeats(meeting, menden, until)).toBe(4);
  });
});
