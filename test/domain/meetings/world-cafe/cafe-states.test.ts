import { describe, expect, it } from 'vitest';
import { meetingId, storedMemberId, topicRequestId } from '../../../../src/domain/ids.ts';
import {
  forgetInCafe,
  keepPlan,
  setCafe,
  startTimer,
  stopTimer,
  tellPlan,
} from '../../../../src/domain/meetings/world-cafe/cafe-states.ts';
import type { CafePlan, WorldCafe } from '../../../../src/domain/meetings/world-cafe/world-cafe.ts';

const anna = storedMemberId('t.anna');
const settings = {
  topics: ['a', 'b'].map(topicRequestId),
  seatsPerTable: 12,
  rounds: 2,
  minutes: 25,
};
const plan: CafePlan = {
  number: 1,
  at: 0,
  settings,
  seats: [
    { person: 'p1', persons: 1, tables: [1, 2] },
    { person: 'p2', persons: 2, tables: [2, 1] },
  ],
};
const cafe: WorldCafe = { meetingId: meetingId('m1'), settings, plans: 0, runs: 0 };
const planned: WorldCafe = { ...cafe, plans: 1, plan };

describe('a World Café', () => {
  it('is set up, and changed without touching the plan that was made', () => {
    const other = { ...settings, minutes: 30 };

    expect(setCafe(undefined, cafe.meetingId, settings)).toEqual({ kind: 'set', cafe });
    expect(setCafe(planned, cafe.meetingId, other)).toEqual({
      kind: 'set',
      cafe: { ...planned, settings: other },
    });
    expect(setCafe(planned, cafe.meetingId, settings)).toEqual({ kind: 'unchanged' });
  });

  it('numbers its plans, and gives the same one no other number', () => {
    const { seats } = plan;
    const moved = [{ person: 'p1', persons: 1, tables: [2, 1] }];

    expect(keepPlan(cafe, { at: 0, settings, seats })).toEqual({ kind: 'planned', cafe: planned });
    expect(keepPlan(planned, { at: 9, settings, seats })).toEqual({ kind: 'unchanged' });
    expect(keepPlan(planned, { at: 9, settings, seats: moved })).toMatchObject({
      kind: 'planned',
      cafe: { plans: 2, plan: { number: 2, at: 9, seats: moved } },
    });
    expect(keepPlan(planned, { at: 9, settings: { ...settings, rounds: 1 }, seats })).toMatchObject({
      kind: 'planned',
    });
  });

  it('tells the latest plan, once; the one that was told stays known until another one is', () => {
    const told = tellPlan(planned, 1).cafe;
    const { seats } = plan;
    const next = told && keepPlan(told, { at: 9, settings, seats: seats.slice(1) }).cafe;

    expect(told).toEqual({ ...planned, told: plan, isTelling: true });
    expect(told && tellPlan(told, 1)).toEqual({ kind: 'already' });
    expect(next).toMatchObject({ plan: { number: 2 }, told: { number: 1 } });
    expect(next && tellPlan(next, 1)).toEqual({ kind: 'outdated' });
    expect(next && tellPlan(next, 2)).toMatchObject({ kind: 'told', cafe: { told: { number: 2 } } });
    expect(tellPlan(cafe, 1)).toEqual({ kind: 'outdated' });
  });

  it('starts the clock of a round once, with another number each time', () => {
    const first = startTimer(cafe, { round: 1, by: anna, now: 5 }).cafe;
    const second = first && startTimer(first, { round: 2, by: anna, now: 9 }).cafe;

    expect(first).toMatchObject({
      runs: 1,
      timer: { run: 1, round: 1, rounds: 2, minutes: 25, startedAt: 5, dueAt: 5, by: anna },
    });
    expect(first && startTimer(first, { round: 1, by: anna, now: 9 })).toEqual({ kind: 'already' });
    expect(second).toMatchObject({ runs: 2, timer: { run: 2, round: 2 } });
    expect(startTimer(cafe, { round: 3, by: anna, now: 5 })).toEqual({ kind: 'no-such-round' });
  });

  it('stops the clock, and starts the same round anew after that', () => {
    const running = startTimer(cafe, { round: 1, by: anna, now: 5 }).cafe;
    const stopped = running && stopTimer(running, 9).cafe;

    expect(stopped?.timer).toEqual({ ...running?.timer, dueAt: undefined, isStopped: true });
    expect(stopped && stopTimer(stopped, 9)).toEqual({ kind: 'not-running' });
    expect(stopped && startTimer(stopped, { round: 1, by: anna, now: 9 })).toMatchObject({
      kind: 'started',
      cafe: { timer: { run: 2, dueAt: 9 } },
    });
    expect(stopped && startTimer(stopped, { round: 1, by: anna, now: 9 }).cafe?.timer).not.toHaveProperty(
      'isStopped',
    );
  });

  it('forgets somebody in both plans and as the one who started the clock; the others stay where they sit', () => {
    const full: WorldCafe = {
      ...planned,
      told: plan,
      runs: 1,
      timer: { run: 1, round: 1, rounds: 2, minutes: 25, startedAt: 5, by: anna },
    };

    const left = forgetInCafe(full, { person: 'p1', memberId: anna });

    expect(JSON.stringify(left)).not.toMatch(/p1|anna/);
    expect(left).toMatchObject({ plan: { seats: [plan.seats[1]] }, told: { seats: [plan.seats[1]] } });
    expect(left?.timer).toMatchObject({ run: 1, startedAt: 5 });
    expect(forgetInCafe(full, { person: 'p9', memberId: storedMemberId('t.x') })).toBeUndefined();
  });
});
