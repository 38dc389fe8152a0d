import * as fc from 'fast-check';
import { communeId } from '../../../src/domain/ids.ts';
import type { CommuneId } from '../../../src/domain/ids.ts';
import type { RsvpAnswer } from '../../../src/domain/meetings/rsvp.ts';

/** Few enough that much happens to each; the last one has no commune. */
export const members = ['m0', 'm1', 'm2', 'm3'] as const;
const communes = ['05000001', '05000002', '05000003'].map(communeId);

export function communeOf(member: string): CommuneId | undefined {
  return communes[['m0', 'm1', 'm2'].indexOf(member)];
}

const member = fc.constantFrom(...members);
const answer = fc.constantFrom<RsvpAnswer[]>('accepted', 'accepted', 'tentative', 'declined');

export const step = fc.oneof(
  { weight: 36, arbitrary: fc.record({ kind: fc.constant('respond' as const), member, answer }) },
  {
    weight: 30,
    arbitrary: fc.record({
      kind: fc.constant('guests' as const),
      member,
      guests: fc.integer({ min: 0, max: 4 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('capacity' as const),
      capacity: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 8, nil: undefined }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('erase' as const), member }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

export const setting = fc.record({
  capacity: fc.integer({ min: 1, max: 5 }),
  perCommune: fc.integer({ min: 0, max: 2 }),
  mostGuests: fc.constantFrom(0, 3, 3),
});
export type Setting = typeof setting extends fc.Arbitrary<infer Value> ? Value : never;

interface Person {
  answer: RsvpAnswer;
  guests: number;
  hasSeat: boolean;
}

/** What must be true, told by looking through everybody each time. */
export interface Model {
  capacity: number | undefined;
  readonly setting: Setting;
  isClosed: boolean;
  /** Who waits stands here in their order. */
  readonly people: Map<string, Person>;
  /** How often each is to be told that they moved up. */
  readonly told: Map<string, number>;
}

export function fresh(own: Setting): Model {
  return { capacity: own.capacity, setting: own, isClosed: false, people: new Map(), told: new Map() };
}

export function follow(model: Model, one: Step): void {
  switch (one.kind) {
    case 'respond':
      return respond(model, one.member, one.answer);
    case 'guests':
      return bring(model, one.member, one.guests);
    case 'capacity':
      if (one.capacity === undefined || one.capacity >= takenOf(model)) {
        model.capacity = one.capacity;
        settle(model);
      }
      return;
    case 'erase':
      model.people.delete(one.member);
      return settle(model);
    case 'close':
      model.isClosed = true;
      return settle(model);
  }
}

function respond(model: Model, who: string, said: RsvpAnswer): void {
  const before = model.people.get(who);
  const mayDecline = said === 'declined' && before !== undefined && before.answer !== 'declined';
  if (before?.answer === said || (model.isClosed && !mayDecline)) {
    return;
  }
  model.people.delete(who);
  settle(model);
  const guests = said === 'declined' ? 0 : (before?.guests ?? 0);
  const hasSeat = said === 'accepted' && 1 + guests <= freeFor(model, who);
  model.people.set(who, { answer: said, guests, hasSeat });
}

function bring(model: Model, who: string, guests: number): void {
  const person = model.people.get(who);
  const { mostGuests } = model.setting;
  if (person === undefined || person.answer === 'declined' || model.isClosed || guests > mostGuests) {
    return;
  }
  const more = guests - person.guests;
  const room = person.hasSeat ? freeFor(model, who) : (model.capacity ?? Infinity) - 1 - person.guests;
  if (more > 0 && more > room) {
    return;
  }
  person.guests = guests;
  settle(model, who);
}

/** `except`: whoever pressed sees it at once. */
function settle(model: Model, except?: string): void {
  for (const [who, person] of model.people) {
    const waits = person.answer === 'accepted' && !person.hasSeat;
    if (waits && 1 + person.guests <= freeFor(model, who)) {
      person.hasSeat = true;
      model.told.set(who, (model.told.get(who) ?? 0) + (who === except ? 0 : 1));
      return settle(model, except);
    }
  }
}

export function takenOf({ people }: Model, of: (who: string) => boolean = () => true): number {
  const seated = [...people].filter(([who, { hasSeat }]) => hasSeat && of(who));
  return seated.reduce((sum, [, { guests }]) => sum + 1 + guests, 0);
}

function freeFor(model: Model, who: string): number {
  const { capacity, isClosed, setting: own } = model;
  const others = communes.filter((commune) => commune !== communeOf(who));
  const kept = others.map((commune) =>
    Math.max(0, own.perCommune - takenOf(model, (one) => communeOf(one) === commune)),
  );
  const keptForOthers = isClosed ? 0 : kept.reduce((sum, count) => sum + count, 0);
  return (capacity ?? Infinity) - takenOf(model) - keptForOthers;
}
