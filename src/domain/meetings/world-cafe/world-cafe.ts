import type { MeetingId, MemberId, TopicRequestId } from '../../ids.ts';
import type { Instant } from '../../instant.ts';

/** How a World Café is held: in each round people sit at tables, each with a topic of its own, and move on. */
export interface CafeSettings {
  /** One table each, numbered from 1 in this order. */
  readonly topics: readonly TopicRequestId[];
  readonly seatsPerTable: number;
  readonly rounds: number;
  /** Of each round. */
  readonly minutes: number;
}

export const cafeDefaults = { tables: 6, seatsPerTable: 12, rounds: 3, minutes: 25 } as const;

export interface CafeLimit {
  readonly from: number;
  readonly to: number;
}

export const cafeLimits = {
  tables: { from: 2, to: 20 },
  seatsPerTable: { from: 2, to: 30 },
  rounds: { from: 1, to: 8 },
  minutes: { from: 5, to: 120 },
} as const satisfies Readonly<Record<string, CafeLimit>>;

/** How many topics somebody may wish for. */
export const mostWishes = 3;

/** Which topics a member would like to sit at. */
export interface CafeWish {
  readonly meetingId: MeetingId;
  readonly memberId: MemberId;
  /** The favourite first, each once. */
  readonly topics: readonly TopicRequestId[];
  readonly at: Instant;
}

/** Where somebody sits. */
export interface CafeSeat {
  /** A hash of the member in this meeting, so that a plan names nobody. */
  readonly person: string;
  /** The member and their guests, who sit at the same table. */
  readonly persons: number;
  /** The table of each round. */
  readonly tables: readonly number[];
}

/** Who sits where; with the settings that it was made for. */
export interface CafePlan {
  /** From 1; given once. */
  readonly number: number;
  readonly at: Instant;
  readonly settings: CafeSettings;
  readonly seats: readonly CafeSeat[];
}

/** The clock of one round. */
export interface CafeTimer {
  /** From 1, and one more each time it is started. */
  readonly run: number;
  readonly round: number;
  /** How many there are, as it was started. */
  readonly rounds: number;
  readonly minutes: number;
  readonly startedAt: Instant;
  /** Who started it. Absent after their data was erased. */
  readonly by?: MemberId;
  /** When it says something next; absent: nothing any more. */
  readonly dueAt?: Instant;
  /** Nothing is said any more, not even what is on its way. */
  readonly isStopped?: true;
}

/** The World Café of one meeting. */
export interface WorldCafe {
  readonly meetingId: MeetingId;
  readonly settings: CafeSettings;
  /** How many were made. */
  readonly plans: number;
  /** The latest one. */
  readonly plan?: CafePlan;
  /** The latest one that people were told of. */
  readonly told?: CafePlan;
  /** That plan is still to be sent. */
  readonly isTelling?: true;
  /** How often the timer was started. */
  readonly runs: number;
  readonly timer?: CafeTimer;
}
