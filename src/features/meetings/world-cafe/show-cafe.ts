import type { Deps } from '../../../deps.ts';
import type { Instant } from '../../../domain/instant.ts';
import { dayMs } from '../../../domain/instant.ts';
import { endOfRound, nextRound, runningTimer } from '../../../domain/meetings/world-cafe/cafe-timer.ts';
import type { WorldCafe } from '../../../domain/meetings/world-cafe/world-cafe.ts';
import { checkMeetingOrganiser, findShownMeeting } from '../meeting-results.ts';
import type { DeniedMeeting, GoneMeeting, ShownMeeting } from '../meeting-results.ts';
import { mayStartRounds } from './run-rounds.ts';
import type { CafeDeps, CafeRequest, NoCafe } from './cafe-results.ts';
import { describePlan, findComing } from './describe-plan.ts';
import type { DescribedPlan } from './describe-plan.ts';

/** A World Café as organisers see it. */
export interface ShownCafe {
  readonly shown: ShownMeeting;
  readonly cafe: WorldCafe;
  /** Who has a seat at the meeting: members, with their guests, and how many of the members wish for something. */
  readonly people: number;
  readonly persons: number;
  readonly wishing: number;
  /** The latest plan. */
  readonly described?: DescribedPlan;
  /** Open that plan as files for whoever has them, for a day; below the bot's own address. */
  readonly files?: CafeFiles;
  readonly timer: ShownTimer;
}

/** Addresses of a plan: the picture for the card, the one to look at closely, and the table. */
export interface CafeFiles {
  readonly cardPicture: string;
  readonly picture: string;
  readonly table: string;
}

/** What the timer of the rounds can do at this moment. */
export interface ShownTimer {
  readonly running?: { readonly round: number; readonly endsAt: Instant };
  /** The round that would be started next; absent when it is not the time for it, or the last one is over. */
  readonly next?: number;
  /** Whether there is a channel that hears it; otherwise whoever starts it hears it alone. */
  readonly isHeard: boolean;
}

export type ShowCafeResult =
  | { readonly kind: 'shown'; readonly shownCafe: ShownCafe }
  | NoCafe
  | GoneMeeting
  | DeniedMeeting;

/** A link in a chat is opened soon. */
const linkLifeMs = dayMs;

/** For organisers. The picture is fetched by whatever draws the card, and the table opens in a browser, so their links carry a key. */
export async function showCafe(
  deps: CafeDeps & Pick<Deps, 'ids'>,
  asked: CafeRequest,
): Promise<ShowCafeResult> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { meetingId, asker } = asked;
  const shown = await findShownMeeting(deps, asker, meetingId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  const cafe = await deps.worldCafes.find(meetingId);
  if (cafe === undefined) {
    return { kind: 'no-cafe' };
  }
  const [coming, wishes] = await Promise.all([
    findComing(deps, meetingId),
    deps.worldCafes.wishes(meetingId),
  ]);
  const members = new Set([...coming.values()].map(({ memberId }) => memberId));
  return {
    kind: 'shown',
    shownCafe: {
      shown,
      cafe,
      people: coming.size,
      persons: [...coming.values()].reduce((sum, { guests }) => sum + 1 + guests, 0),
      wishing: wishes.filter(({ memberId }) => members.has(memberId)).length,
      ...(await describeLatest(deps, cafe)),
      timer: toShownTimer(shown, cafe),
    },
  };
}

async function describeLatest(
  deps: CafeDeps & Pick<Deps, 'ids'>,
  { meetingId, plan }: WorldCafe,
): Promise<Pick<ShownCafe, 'described' | 'files'>> {
  if (plan === undefined) {
    return {};
  }
  const key = deps.ids.next();
  await deps.worldCafes.addLink(meetingId, { key, plan: plan.number }, deps.clock.now() + linkLifeMs);
  const path = (end: string) => `/files/cafe/${meetingId}.${end}?key=${key}`;
  return {
    described: await describePlan(deps, meetingId, plan),
    files: { cardPicture: path('card.png'), picture: path('png'), table: path('csv') },
  };
}

function toShownTimer({ meeting, now }: ShownMeeting, { timer, settings }: WorldCafe): ShownTimer {
  const running = runningTimer(timer, now);
  const next = mayStartRounds(meeting, now) ? nextRound(timer, settings.rounds) : undefined;
  return {
    isHeard: meeting.invited.channels.length > 0,
    ...(running !== undefined && { running: { round: running.round, endsAt: endOfRound(running) } }),
    ...(next !== undefined && { next }),
  };
}
