import { describe, expect, it } from 'vitest';
import { forgetAnswerOf } from '../../../src/domain/meetings/answer-meeting-forgotten.ts';
import { mostPromoted, promote } from '../../../src/domain/meetings/promote.ts';
import { AnsweredByHand, menden } from '../../support/meeting-answers.ts';
import { memberNumber } from '../../store/meetings/meeting-scene.ts';

const anna = memberNumber(1);
const berta = memberNumber(2);
const carla = memberNumber(3);

/** Anna has the only seat, and so many others wait. */
function crowd(count: number): AnsweredByHand {
  const known = new AnsweredByHand({ capacity: 1 });
  known.say(anna, 'accepted', menden);
  for (let index = 0; index < count; index += 1) {
    known.say(memberNumber(100 + index), 'accepted');
  }
  return known;
}

describe('seats that get free', () => {
  it('go to so many at once as a transaction holds; that more is to be done is noted with a freed seat', () => {
    const known = crowd(60);
    known.meeting = { ...known.meeting, capacity: 100 };

    known.say(anna, 'declined');

    expect(known.seated).toHaveLength(mostPromoted);
    expect(known.waiting.map(({ memberId }) => memberId)).toEqual(
      Array.from({ length: 10 }, (_, index) => memberNumber(150 + index)),
    );
    expect(known.meeting.undone).toContainEqual({ kind: 'promote' });
    expect(known.meeting.undone.filter(({ kind }) => kind === 'tell-promoted')).toHaveLength(mostPromoted);
  });

  it('go past whoever needs more of them than there are', () => {
    const known = new AnsweredByHand({ capacity: 2, mostGuests: 1 });
    known.say(anna, 'accepted');
    known.tell(anna, { guests: 1 });
    known.say(berta, 'accepted');
    known.tell(berta, { guests: 1 });
    known.say(carla, 'accepted');

    known.tell(anna, { guests: 0 });

    expect(known.seated).toEqual([anna, carla]);
    expect(known.waiting.map(({ memberId }) => memberId)).toEqual([berta]);
  });

  it('are not looked for behind the first ones while none got free', () => {
    const known = crowd(60);

    known.say(memberNumber(120), 'declined');

    expect(known.meeting.undone).toEqual([]);
  });

  it('change nothing where nobody waits', () => {
    const { meeting } = crowd(0);

    expect(promote(meeting, [], { now: 0 })).toEqual({ meeting, promoted: [], waiting: [] });
  });
});

describe('somebody whose data is erased', () => {
  it('gives their seat to the first who waits, and is named in no task any more', () => {
    const known = crowd(2);
    known.meeting = {
      ...known.meeting,
      undone: [
        { kind: 'tell-promoted', memberId: anna, number: 1 },
        { kind: 'tell', number: 1, except: anna },
        { kind: 'show' },
      ],
    };

    const forgotten = forgetAnswerOf(known.known(anna), 0);

    expect(forgotten?.removed.map(({ memberId }) => memberId)).toEqual([anna]);
    expect(forgotten?.rsvps.map(({ memberId }) => memberId)).toEqual([memberNumber(100)]);
    expect(forgotten?.meeting.seats).toMatchObject({ accepted: 1, taken: 1, takenByCommune: {}, waiting: 1 });
    expect(forgotten?.meeting.undone).toMatchObject([
      { kind: 'tell', number: 1 },
      { kind: 'show' },
      { kind: 'tell-promoted', memberId: memberNumber(100) },
    ]);
    expect(JSON.stringify(forgotten?.meeting)).not.toContain(JSON.stringify(anna));
  });

  it('leaves the list, and those behind move up', () => {
    const known = crowd(3);

    const forgotten = forgetAnswerOf(known.known(memberNumber(100)), 0);

    expect(forgotten?.rsvps).toEqual([]);
    expect(forgotten?.meeting.seats).toMatchObject({ taken: 1, waiting: 2 });
  });

  it('who answered nothing leaves nothing', () => {
    expect(forgetAnswerOf(crowd(1).known(carla), 0)).toBeUndefined();
  });
});
