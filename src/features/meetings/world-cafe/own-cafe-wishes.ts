import type { Deps } from '../../../deps.ts';
import type { MemberId } from '../../../domain/ids.ts';
import { findSeat, forgetInCafe } from '../../../domain/meetings/world-cafe/cafe-states.ts';
import type { WorldCafe } from '../../../domain/meetings/world-cafe/world-cafe.ts';
import type { JsonObject } from '../../../ports/document-store.ts';
import { toCafePerson } from '../../../store/meetings/world-cafes.ts';
import type { PersonalDataSource } from '../../members/personal-data.ts';
import { forgetAnswersAt } from '../../../domain/meetings/meeting-times.ts';
import { nameTopics } from './cafe-results.ts';

type OwnDeps = Pick<Deps, 'clock' | 'meetings' | 'topicRequests' | 'worldCafes'>;

/** What a member wishes for at World Cafés, their tables, and the rounds whose clock they started. Erased, plans are without them. */
export function ownCafeWishesSource(deps: OwnDeps): PersonalDataSource {
  const { worldCafes } = deps;
  return {
    kind: 'cafe-wishes',
    async read(member) {
      const all = await Promise.all(
        (await worldCafes.all()).map(({ cafe }) => describeOwn(deps, cafe, member)),
      );
      return all.filter((entry) => entry !== undefined);
    },
    async erase(member) {
      let erased = 0;
      for (const { meetingId } of await worldCafes.wishesOf(member)) {
        await worldCafes.removeWish(meetingId, member);
        erased += 1;
      }
      for (const { cafe, expiresAt } of await worldCafes.all()) {
        const person = toCafePerson(cafe.meetingId, member);
        const keptUntil = expiresAt ?? forgetAnswersAt({ endsAt: deps.clock.now() });
        const changed = await worldCafes.change(
          cafe.meetingId,
          keptUntil,
          (known) => known && forgetInCafe(known, { person, memberId: member }),
        );
        erased += changed === undefined ? 0 : 1;
      }
      return erased;
    },
  };
}

async function describeOwn(
  deps: OwnDeps,
  cafe: WorldCafe,
  member: MemberId,
): Promise<JsonObject | undefined> {
  const { meetingId, plan, told, timer } = cafe;
  const wish = await deps.worldCafes.findWish(meetingId, member);
  const person = toCafePerson(meetingId, member);
  const seat = findSeat(told, person) ?? findSeat(plan, person);
  const isTimers = timer?.by === member;
  if (wish === undefined && seat === undefined && !isTimers) {
    return undefined;
  }
  const topics = await nameTopics(deps, wish?.topics ?? []);
  return {
    meeting: (await deps.meetings.find(meetingId))?.title,
    ...(wish !== undefined && {
      cafeTopics: topics.map(({ id, title }) => title ?? id),
      wishedAt: wish.at,
    }),
    ...(seat !== undefined && { cafeTables: seat.tables.map(String) }),
    ...(isTimers && { cafeTimerStartedAt: timer.startedAt }),
  };
}
