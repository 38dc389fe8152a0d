import type { MeetingId, MemberId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';
import { runningTimer } from './cafe-timer.ts';
import type { CafePlan, CafeSeat, CafeSettings, CafeTimer, WorldCafe } from './world-cafe.ts';

/** What was decided, and how the World Café is then; absent: as it was. */
export interface CafeDecision<Kind extends string> {
  readonly kind: Kind;
  readonly cafe?: WorldCafe;
}

/** A plan that was made stays as it is, with the settings it was made for. */
export function setCafe(
  known: WorldCafe | undefined,
  meetingId: MeetingId,
  settings: CafeSettings,
): CafeDecision<'set' | 'unchanged'> {
  if (known === undefined) {
    return { kind: 'set', cafe: { meetingId, settings, plans: 0, runs: 0 } };
  }
  return isSame(known.settings, settings)
    ? { kind: 'unchanged' }
    : { kind: 'set', cafe: { ...known, settings } };
}

/** The same plan again keeps its number. */
export function keepPlan(
  cafe: WorldCafe,
  plan: Pick<CafePlan, 'at' | 'settings' | 'seats'>,
): CafeDecision<'planned' | 'unchanged'> {
  const { settings, seats } = plan;
  if (cafe.plan !== undefined && isSame([cafe.plan.settings, cafe.plan.seats], [settings, seats])) {
    return { kind: 'unchanged' };
  }
  const number = cafe.plans + 1;
  return { kind: 'planned', cafe: { ...cafe, plans: number, plan: { number, ...plan } } };
}

/** Only the latest plan is told, and each once. */
export function tellPlan(cafe: WorldCafe, number: number): CafeDecision<'told' | 'already' | 'outdated'> {
  const { plan, told } = cafe;
  if (plan?.number !== number) {
    return { kind: 'outdated' };
  }
  return told?.number === number
    ? { kind: 'already' }
    : { kind: 'told', cafe: { ...cafe, told: plan, isTelling: true } };
}

export interface StartTimer {
  readonly round: number;
  readonly by: MemberId;
  readonly now: Instant;
}

/** A round that is on is not begun anew; another one takes its place. */
export function startTimer(
  cafe: WorldCafe,
  { round, by, now }: StartTimer,
): CafeDecision<'started' | 'already' | 'no-such-round'> {
  const { rounds, minutes } = cafe.settings;
  if (round > rounds) {
    return { kind: 'no-such-round' };
  }
  if (runningTimer(cafe.timer, now)?.round === round) {
    return { kind: 'already' };
  }
  const run = cafe.runs + 1;
  const timer: CafeTimer = { run, round, rounds, minutes, startedAt: now, by, dueAt: now };
  return { kind: 'started', cafe: { ...cafe, runs: run, timer } };
}

export function stopTimer(cafe: WorldCafe, now: Instant): CafeDecision<'stopped' | 'not-running'> {
  const running = runningTimer(cafe.timer, now);
  if (running === undefined) {
    return { kind: 'not-running' };
  }
  const { dueAt: _, ...timer } = running;
  return { kind: 'stopped', cafe: { ...cafe, timer: { ...timer, isStopped: true } } };
}

/** Without somebody in its plans, and without the one who started the timer; undefined when it names them nowhere. */
export function forgetInCafe(
  cafe: WorldCafe,
  { person, memberId }: { readonly person: string; readonly memberId: MemberId },
): WorldCafe | undefined {
  const { timer } = cafe;
  const startedByThem = timer?.by === memberId;
  const isSeated = [cafe.plan, cafe.told].some((plan) => findSeat(plan, person) !== undefined);
  if (!startedByThem && !isSeated) {
    return undefined;
  }
  return {
    ...cafe,
    ...(cafe.plan !== undefined && { plan: withoutSeat(cafe.plan, person) }),
    ...(cafe.told !== undefined && { told: withoutSeat(cafe.told, person) }),
    ...(timer !== undefined && { timer: startedByThem ? withoutStarter(timer) : timer }),
  };
}

export function findSeat(plan: CafePlan | undefined, person: string): CafeSeat | undefined {
  return plan?.seats.find((seat) => seat.person === person);
}

function withoutSeat(plan: CafePlan, person: string): CafePlan {
  return { ...plan, seats: plan.seats.filter((seat) => seat.person !== person) };
}

function withoutStarter(timer: CafeTimer): CafeTimer {
  const { by: _, ...rest } = timer;
  return rest;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
