import type { Deps } from '../../../deps.ts';
import type { BroadcastPart } from '../../../domain/audience.ts';
import { broadcastId } from '../../../domain/ids.ts';
import type { MeetingId } from '../../../domain/ids.ts';
import { hourMs } from '../../../domain/instant.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { Meeting } from '../../../domain/meetings/meeting.ts';
import { checkInBeforeMs } from '../../../domain/meetings/meeting-phase.ts';
import { startTimer, stopTimer } from '../../../domain/meetings/world-cafe/cafe-states.ts';
import { latestSignalMs, takeDue } from '../../../domain/meetings/world-cafe/cafe-timer.ts';
import type { CafeTimer, WorldCafe } from '../../../domain/meetings/world-cafe/world-cafe.ts';
import { startBroadcast } from '../../broadcasts/start-broadcast.ts';
import { checkMeetingOrganiser } from '../meeting-results.ts';
import type { DeniedMeeting, GoneMeeting } from '../meeting-results.ts';
import { changeCafe } from './cafe-results.ts';
import type { CafeDeps, CafeRequest, ClosedCafe, NoCafe } from './cafe-results.ts';

export type StartRoundResult =
  /** `isHeard`: in a channel; otherwise by whoever started it. */
  | { readonly kind: 'started' | 'already'; readonly isHeard: boolean }
  | { readonly kind: 'no-such-round' }
  /** Hours from the meeting. */
  | { readonly kind: 'not-now' }
  | ClosedCafe
  | NoCafe
  | GoneMeeting
  | DeniedMeeting;

export type StopRoundResult =
  | { readonly kind: 'stopped' | 'not-running' }
  | NoCafe
  | GoneMeeting
  | DeniedMeeting;

type RoundDeps = CafeDeps & Pick<Deps, 'broadcasts'>;

/** Meetings last longer than they were meant to. */
const afterEndMs = 2 * hourMs;

/** From half an hour before it begins. */
export function mayStartRounds(meeting: Meeting, now: Instant): boolean {
  const { state, startsAt, endsAt } = meeting;
  return state.kind === 'published' && now >= startsAt - checkInBeforeMs && now <= endsAt + afterEndMs;
}

/** Starts the clock of a round; it is heard at once. */
export async function startRound(
  deps: RoundDeps,
  { round, ...asked }: CafeRequest & { readonly round: number },
): Promise<StartRoundResult> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { meeting, memberId: by } = permission;
  const now = deps.clock.now();
  if (meeting.state.kind === 'cancelled') {
    return { kind: 'closed', because: 'cancelled' };
  }
  if (!mayStartRounds(meeting, now)) {
    return { kind: 'not-now' };
  }
  const kind = await changeCafe(deps, meeting, (cafe) => startTimer(cafe, { round, by, now }));
  if (kind !== 'started' && kind !== 'already') {
    return { kind };
  }
  await sayWhatIsDue(deps, meeting.id);
  return { kind, isHeard: meeting.invited.channels.length > 0 };
}

/** Nothing more is said about the round that is on. */
export async function stopRound(deps: RoundDeps, asked: CafeRequest): Promise<StopRoundResult> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const now = deps.clock.now();
  return { kind: await changeCafe(deps, permission.meeting, (cafe) => stopTimer(cafe, now)) };
}

/** What a timer has to say by now is said, each signal once, however many do it at the same time; what is too late is dropped. */
export async function sayWhatIsDue(
  deps: Pick<Deps, 'broadcasts' | 'clock' | 'meetings' | 'worldCafes'>,
  meetingId: MeetingId,
): Promise<void> {
  const cafe = await deps.worldCafes.find(meetingId);
  const timer = cafe?.timer;
  const now = deps.clock.now();
  if (timer?.dueAt === undefined || timer.dueAt > now) {
    return;
  }
  const meeting = await deps.meetings.find(meetingId);
  const { due, next } = takeDue(timer, now);
  const audience = meeting === undefined ? [] : toAudience(meeting, timer);
  if (due !== undefined && meeting?.state.kind === 'published' && audience.length > 0) {
    const { run, round } = timer;
    const { signal, at } = due;
    await startBroadcast(deps, {
      id: broadcastId(`cafe-timer.${meetingId}.${run}.${round}.${signal}`),
      subject: { kind: 'cafe-timer', meetingId, run, round, signal },
      audience,
      lifeMs: Math.max(1, at + latestSignalMs - now),
    });
  }
  await noteSaid(deps, { meetingId, meeting, timer }, next);
}

/** Its channels; where there are none, whoever started it. */
function toAudience({ invited }: Meeting, { by }: CafeTimer): readonly BroadcastPart[] {
  if (invited.channels.length > 0) {
    return invited.channels.map((conversationId) => ({ kind: 'channel', conversationId }));
  }
  return by === undefined ? [] : [{ kind: 'member', memberId: by }];
}

/** As long as it is still the same that was due. */
async function noteSaid(
  deps: Pick<Deps, 'clock' | 'worldCafes'>,
  about: {
    readonly meetingId: MeetingId;
    readonly meeting: Meeting | undefined;
    readonly timer: CafeTimer;
  },
  next: CafeTimer,
): Promise<void> {
  const { meetingId, meeting, timer } = about;
  const note = (cafe: WorldCafe) =>
    cafe.timer?.run === timer.run && cafe.timer.dueAt === timer.dueAt
      ? { kind: 'noted' as const, cafe: { ...cafe, timer: next } }
      : { kind: 'overtaken' as const };
  await changeCafe(deps, meeting ?? { id: meetingId, endsAt: deps.clock.now() }, note);
}
