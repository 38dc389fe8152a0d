import { checkWishes } from '../../../domain/meetings/world-cafe/cafe-form.ts';
import type { Chosen } from '../../../domain/meetings/world-cafe/cafe-form.ts';
import { findSeat } from '../../../domain/meetings/world-cafe/cafe-states.ts';
import { hasSeat } from '../../../domain/meetings/rsvp.ts';
import type { MemberId } from '../../../domain/ids.ts';
import type { WorldCafe } from '../../../domain/meetings/world-cafe/world-cafe.ts';
import { may } from '../../../domain/permissions.ts';
import { toCafePerson } from '../../../store/meetings/world-cafes.ts';
import { findShownMeeting } from '../meeting-results.ts';
import type { DeniedMeeting, GoneMeeting, ShownMeeting } from '../meeting-results.ts';
import { forgetAnswersAt } from '../../../domain/meetings/meeting-times.ts';
import { nameTopics, whyClosed } from './cafe-results.ts';
import type { CafeDeps, CafeRequest, CafeTopic, ClosedCafe, NoCafe } from './cafe-results.ts';

/** The form in which somebody says which topics they would like. */
export interface WishForm {
  readonly shown: ShownMeeting;
  /** In the order of the tables. */
  readonly offered: readonly CafeTopic[];
  /** What stands in the fields. */
  readonly topics: Chosen;
  readonly problem?: 'twice' | 'unknown';
  /** They were told their tables: wishes count for another plan only. */
  readonly isSeated: boolean;
}

type RefusedWish =
  | GoneMeeting
  | DeniedMeeting
  | ClosedCafe
  | NoCafe
  /** Those alone who have a seat take part. */
  | { readonly kind: 'no-seat' };

export type OfferWishesResult = { readonly kind: 'offered'; readonly form: WishForm } | RefusedWish;

export type WishResult =
  | { readonly kind: 'saved'; readonly topics: readonly CafeTopic[]; readonly isSeated: boolean }
  | { readonly kind: 'invalid'; readonly form: WishForm }
  | RefusedWish;

export async function offerWishes(deps: CafeDeps, asked: CafeRequest): Promise<OfferWishesResult> {
  const ready = await prepare(deps, asked);
  if (ready.kind !== 'ready') {
    return ready;
  }
  const wish = await deps.worldCafes.findWish(asked.meetingId, ready.memberId);
  const known = new Set(ready.cafe.settings.topics);
  const topics = (wish?.topics ?? []).filter((topic) => known.has(topic));
  return { kind: 'offered', form: toForm(ready, topics) };
}

/** The favourites first; the last ones that were saved count. Without any they have no wishes any more. */
export async function wishForTopics(
  deps: CafeDeps,
  { chosen, ...asked }: CafeRequest & { readonly chosen: Chosen },
): Promise<WishResult> {
  const ready = await prepare(deps, asked);
  if (ready.kind !== 'ready') {
    return ready;
  }
  const { memberId, cafe, shown, offered, isSeated } = ready;
  const checked = checkWishes(chosen, cafe.settings.topics);
  if (checked.kind === 'invalid') {
    return { kind: 'invalid', form: { ...toForm(ready, checked.topics), problem: checked.problem } };
  }
  const { meetingId } = asked;
  const { topics } = checked;
  const before = await deps.worldCafes.findWish(meetingId, memberId);
  if (JSON.stringify(before?.topics ?? []) !== JSON.stringify(topics)) {
    await (topics.length === 0
      ? deps.worldCafes.removeWish(meetingId, memberId)
      : deps.worldCafes.setWish(
          { meetingId, memberId, topics, at: shown.now },
          forgetAnswersAt(shown.meeting),
        ));
  }
  const saved = topics.flatMap((topic) => offered.filter(({ id }) => id === topic));
  return { kind: 'saved', topics: saved, isSeated };
}

interface Ready {
  readonly kind: 'ready';
  readonly memberId: MemberId;
  readonly shown: ShownMeeting;
  readonly cafe: WorldCafe;
  readonly offered: readonly CafeTopic[];
  readonly isSeated: boolean;
}

async function prepare(deps: CafeDeps, { asker, meetingId }: CafeRequest): Promise<Ready | RefusedWish> {
  const { memberId } = asker;
  if (memberId === undefined || may(asker, 'answer-meetings').kind === 'denied') {
    return { kind: 'denied', because: 'anonymous' };
  }
  const shown = await findShownMeeting(deps, asker, meetingId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  const closed = whyClosed(shown.meeting, shown.now);
  if (closed !== undefined) {
    return closed;
  }
  const cafe = await deps.worldCafes.find(meetingId);
  const { rsvp } = shown.viewer;
  if (cafe === undefined) {
    return { kind: 'no-cafe' };
  }
  if (rsvp === undefined || !hasSeat(rsvp)) {
    return { kind: 'no-seat' };
  }
  const isSeated = findSeat(cafe.told, toCafePerson(meetingId, memberId)) !== undefined;
  const offered = await nameTopics(deps, cafe.settings.topics);
  return { kind: 'ready', memberId, shown, cafe, offered, isSeated };
}

function toForm({ shown, offered, isSeated }: Ready, topics: Chosen): WishForm {
  return { shown, offered, topics, isSeated };
}
