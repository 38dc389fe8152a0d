import { describe, expect, it } from 'vitest';
import { AnsweredByHand, hemer, menden } from '../../support/meeting-answers.ts';
import { memberNumber } from '../../store/meetings/meeting-scene.ts';

const anna = memberNumber(1);
const berta = memberNumber(2);
const carla = memberNumber(3);

describe('guests', () => {
  it('take seats beside the own one, counted for the own commune', () => {
    const known = new AnsweredByHand({ capacity: 5, mostGuests: 3 });
    known.say(anna, 'accepted', menden);

    const outcome = known.tell(anna, { guests: 2, name: 'Anna' });

    expect(outcome).toMatchObject({ kind: 'saved', own: { guests: 2, name: 'Anna', number: 2 } });
    expect(known.meeting.seats).toMatchObject({ accepted: 1, taken: 3, takenByCommune: { [menden]: 3 } });
    expect(known.meeting.isShownLate).toBe(true);
  });

  it('are refused when there are not enough seats, with the number that is free; nothing else is changed', () => {
    const known = new AnsweredByHand({ capacity: 3, mostGuests: 5 });
    known.say(anna, 'accepted');
    known.say(berta, 'accepted');
    const before = known.meeting;

    const outcome = known.tell(anna, { guests: 2 });

    expect(outcome).toMatchObject({
      kind: 'no-room',
      problem: { kind: 'guests-no-room', free: 1, most: 1 },
    });
    expect(known.meeting).toBe(before);
    expect(known.seated).toEqual([anna, berta]);
  });

  it('are refused as long as the free seats are kept for others', () => {
    const known = new AnsweredByHand({
      capacity: 3,
      mostGuests: 5,
      reserved: { perCommune: 1, communes: 3 },
    });
    known.say(anna, 'accepted', menden);

    expect(known.tell(anna, { guests: 1 })).toMatchObject({ problem: { free: 0, most: 0 } });
  });

  it('who do not come after all make room for those who wait', () => {
    const known = new AnsweredByHand({ capacity: 3, mostGuests: 2 });
    known.say(anna, 'accepted', menden);
    known.tell(anna, { guests: 2 });
    known.say(berta, 'accepted', hemer);
    known.say(carla, 'accepted');

    known.tell(anna, { guests: 1 });

    expect(known.seated).toEqual([anna, berta]);
    expect(known.meeting.seats).toMatchObject({
      taken: 3,
      waiting: 1,
      takenByCommune: { [menden]: 2, [hemer]: 1 },
    });
    expect(known.meeting.undone).toMatchObject([{ kind: 'tell-promoted', memberId: berta }]);
  });

  it('of somebody who waits keep them in their place', () => {
    const known = new AnsweredByHand({ capacity: 3, mostGuests: 2 });
    known.say(anna, 'accepted');
    known.tell(anna, { guests: 2 });
    known.say(berta, 'accepted');
    known.say(carla, 'accepted');

    const outcome = known.tell(berta, { guests: 2 });

    expect(outcome.kind).toBe('saved');
    expect(known.waiting.map(({ memberId, guests }) => [memberId, guests])).toEqual([
      [berta, 2],
      [carla, 0],
    ]);
  });

  it('keep somebody waiting until all have room; with fewer they get the seat, and are not told what they see', () => {
    const known = new AnsweredByHand({ capacity: 3, mostGuests: 2 });
    known.say(berta, 'tentative');
    known.tell(berta, { guests: 2 });
    known.say(anna, 'accepted');
    const waits = known.say(berta, 'accepted');

    const outcome = known.tell(berta, { guests: 1 });

    expect(waits).toMatchObject({ kind: 'waiting', place: 1, own: { guests: 2 } });
    expect(outcome).toMatchObject({ kind: 'saved', own: { guests: 1 } });
    expect(known.seated.toSorted()).toEqual([anna, berta]);
    expect(known.meeting.seats).toMatchObject({ accepted: 2, taken: 3, waiting: 0 });
    expect(known.meeting.undone).toEqual([]);
    expect(known.rsvps.get(berta)).not.toHaveProperty('isShownLate');
  });

  it('whom no room would ever hold are refused at once', () => {
    const known = new AnsweredByHand({ capacity: 2, mostGuests: 5 });
    known.say(anna, 'accepted');
    known.say(carla, 'accepted');
    known.say(berta, 'accepted');

    expect(known.tell(berta, { guests: 2 })).toMatchObject({
      problem: { kind: 'guests-never-fit', most: 1 },
    });
    expect(known.tell(berta, { guests: 1 }).kind).toBe('saved');
  });

  it('do not come with whoever says no', () => {
    const known = new AnsweredByHand({ capacity: 4, mostGuests: 2 });
    known.say(anna, 'accepted');
    known.tell(anna, { guests: 2, name: 'Anna', details: [{ question: 'Was?', text: 'Kuchen' }] });

    known.say(anna, 'declined');
    known.say(anna, 'accepted');

    expect(known.meeting.seats.taken).toBe(1);
    expect(known.rsvps.get(anna)).toMatchObject({ guests: 0, name: 'Anna', details: [{ text: 'Kuchen' }] });
  });
});

describe('what somebody adds', () => {
  it('is known when it is saved again, and gone when it is taken out', () => {
    const known = new AnsweredByHand();
    known.say(anna, 'tentative');
    const details = { name: 'Anna', details: [{ question: 'Was?', text: 'Kuchen' }] };

    const kinds = [known.tell(anna, details), known.tell(anna, details), known.tell(anna, {})];

    expect(kinds.map(({ kind }) => kind)).toEqual(['saved', 'already', 'saved']);
    expect(known.rsvps.get(anna)).toMatchObject({ details: [], number: 3 });
    expect(known.rsvps.get(anna)).not.toHaveProperty('name');
  });

  it('belongs to an answer of somebody who comes, and is closed with the answers', () => {
    const known = new AnsweredByHand();
    const before = known.tell(anna, { name: 'Anna' });
    known.say(anna, 'declined');
    const declined = known.tell(anna, { name: 'Anna' });
    known.say(anna, 'accepted');
    known.now = known.meeting.startsAt;

    expect([before.kind, declined.kind]).toEqual(['unanswered', 'unanswered']);
    expect(known.tell(anna, { name: 'Anna' })).toMatchObject({ kind: 'closed', because: 'begun' });
  });
});
