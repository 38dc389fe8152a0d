import type { Deps } from '../../../deps.ts';
import { hasSeat } from '../../../domain/meetings/rsvp.ts';
import { findSeat } from '../../../domain/meetings/world-cafe/cafe-states.ts';
import { toCafePerson } from '../../../store/meetings/world-cafes.ts';
import { findShownMeeting } from '../meeting-results.ts';
import type { GoneMeeting, ShownMeeting } from '../meeting-results.ts';
import { nameTopics } from './cafe-results.ts';
import type { CafeDeps, CafeRequest, CafeTopic } from './cafe-results.ts';

/** Where somebody sits, as they were told. */
export interface OwnTables {
  readonly shown: ShownMeeting;
  /** Of the plan. */
  readonly number: number;
  /** The earliest first. */
  readonly rounds: readonly { readonly table: number; readonly topic: CafeTopic }[];
  /** They bring guests, who sit beside them. */
  readonly guests: number;
}

export type OwnTablesResult =
  | { readonly kind: 'found'; readonly own: OwnTables }
  /** Nobody told them, or they were not there when the tables were given. */
  | { readonly kind: 'none'; readonly shown: ShownMeeting }
  | GoneMeeting;

/** Where the asker sits in the plan that people were told last. */
export async function findOwnTables(
  deps: Omit<CafeDeps, 'logger'> & Pick<Deps, 'worldCafes'>,
  { asker, meetingId }: CafeRequest,
): Promise<OwnTablesResult> {
  const shown = await findShownMeeting(deps, asker, meetingId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  const { memberId, rsvp } = shown.viewer;
  const told = (await deps.worldCafes.find(meetingId))?.told;
  const seat = memberId && findSeat(told, toCafePerson(meetingId, memberId));
  if (told === undefined || seat === undefined || rsvp === undefined || !hasSeat(rsvp)) {
    return { kind: 'none', shown };
  }
  const topics = await nameTopics(deps, told.settings.topics);
  const rounds = seat.tables.flatMap((table) => {
    const topic = topics[table - 1];
    return topic === undefined ? [] : [{ table, topic }];
  });
  return { kind: 'found', own: { shown, number: told.number, rounds, guests: seat.persons - 1 } };
}
