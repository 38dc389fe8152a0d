import type { Deps } from '../../../deps.ts';
import type { CommuneId, MeetingId } from '../../../domain/ids.ts';
import { hasSeat } from '../../../domain/meetings/rsvp.ts';
import type { Rsvp } from '../../../domain/meetings/rsvp.ts';
import { measurePlan } from '../../../domain/meetings/world-cafe/plan-quality.ts';
import type { PlanQuality } from '../../../domain/meetings/world-cafe/plan-quality.ts';
import type { CafePlan, CafeWish } from '../../../domain/meetings/world-cafe/world-cafe.ts';
import { toCafePerson } from '../../../store/meetings/world-cafes.ts';
import { nameTopics } from './cafe-results.ts';
import type { CafeTopic } from './cafe-results.ts';

/** Somebody of a plan, by what they told about themselves. */
export interface PlannedPerson {
  readonly person: string;
  /** As they typed it for the organisers. */
  readonly name?: string;
  readonly communeId?: CommuneId;
  /** With their guests. */
  readonly persons: number;
  /** The table of each round, from 1. */
  readonly tables: readonly number[];
}

/** Who sits where, for organisers. */
export interface DescribedPlan {
  readonly plan: CafePlan;
  /** Of the tables, in their order. */
  readonly topics: readonly CafeTopic[];
  /** Who still comes. */
  readonly people: readonly PlannedPerson[];
  readonly persons: number;
  readonly quality: PlanQuality;
  /** How many have a seat at the meeting by now and none at a table, and how many of the plan do not come any more. */
  readonly added: number;
  readonly gone: number;
}

export type DescribeDeps = Pick<Deps, 'meetings' | 'topicRequests' | 'worldCafes'>;

/** A plan with those who come at this moment. */
export async function describePlan(
  deps: DescribeDeps,
  meetingId: MeetingId,
  plan: CafePlan,
): Promise<DescribedPlan> {
  const [topics, coming, wishes] = await Promise.all([
    nameTopics(deps, plan.settings.topics),
    findComing(deps, meetingId),
    deps.worldCafes.wishes(meetingId),
  ]);
  const wishOf = new Map(wishes.map((wish) => [toCafePerson(meetingId, wish.memberId), wish]));
  const people = plan.seats.flatMap((seat): readonly PlannedPerson[] => {
    const rsvp = coming.get(seat.person);
    return rsvp === undefined ? [] : [{ ...toPerson(rsvp), ...seat }];
  });
  const seated = people.map(({ person, tables }) => ({
    tables,
    wishes: toTables(wishOf.get(person), plan),
  }));
  return {
    plan,
    topics,
    people,
    persons: people.reduce((sum, { persons }) => sum + persons, 0),
    quality: measurePlan(seated),
    added: coming.size - people.length,
    gone: plan.seats.length - people.length,
  };
}

/** Those who have a seat at the meeting, by what they are called in plans. */
export async function findComing(
  { meetings }: Pick<Deps, 'meetings'>,
  meetingId: MeetingId,
): Promise<ReadonlyMap<string, Rsvp>> {
  const coming = new Map<string, Rsvp>();
  for await (const rsvp of meetings.rsvps(meetingId)) {
    if (hasSeat(rsvp)) {
      coming.set(toCafePerson(meetingId, rsvp.memberId), rsvp);
    }
  }
  return coming;
}

function toPerson({ name, communeId }: Rsvp) {
  return { ...(name !== undefined && { name }), ...(communeId !== undefined && { communeId }) };
}

/** The tables of the wished topics, from 1, the favourite first. */
export function toTables(
  wish: CafeWish | undefined,
  { settings }: Pick<CafePlan, 'settings'>,
): readonly number[] {
  const tables = (wish?.topics ?? []).map((topic) => settings.topics.indexOf(topic) + 1);
  return tables.filter((table) => table > 0);
}
