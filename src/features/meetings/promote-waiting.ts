import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, MeetingId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { fits, hasFreeSeats } from '../../domain/meetings/free-seats.ts';
import type { Meeting, MeetingTask } from '../../domain/meetings/meeting.ts';
import { mostPromoted, promote, promotes } from '../../domain/meetings/promote.ts';
import type { Promotion } from '../../domain/meetings/promote.ts';
import { hasSeat, isWaiting } from '../../domain/meetings/rsvp.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';

export type PromoteDeps = Pick<Deps, 'broadcasts' | 'clock' | 'meetings'>;

/** `number`: the promoted member's answer had it when they got their seat. */
export function promotedId(id: MeetingId, number: number): BroadcastId {
  return broadcastId(`meeting-promoted.${id}.${number}`);
}

/** Gives free seats to those who wait, in their order, as long as there are any; so many at once as a transaction holds. */
export async function promoteWaiting(deps: PromoteDeps, id: MeetingId): Promise<void> {
  for (;;) {
    const isDone =
      (await promoteFirst(deps, id)) === 'nobody' && (await promoteBehind(deps, id)) === 'nobody';
    if (isDone) {
      return;
    }
  }
}

type Round = 'some' | 'nobody';

/** Of the first who wait. */
async function promoteFirst({ clock, meetings }: PromoteDeps, id: MeetingId): Promise<Round> {
  const now = clock.now();
  const waiting = (meeting: Meeting) => (mayPromote(meeting, now) ? mostPromoted : 0);
  const changed = await meetings.change(id, { waiting }, now, (known) =>
    toWrite(promote(known.meeting, known.waiting, { now })),
  );
  return changed === undefined ? 'nobody' : 'some';
}

/** None of the first fits, with all their guests or the seats that are kept for others: the next one behind them who does. */
async function promoteBehind({ clock, meetings }: PromoteDeps, id: MeetingId): Promise<Round> {
  const now = clock.now();
  const before = await meetings.find(id);
  if (before === undefined || !mayPromote(before, now) || before.seats.waiting <= mostPromoted) {
    return 'nobody';
  }
  const all = await Array.fromAsync(meetings.rsvps(id));
  const next = inOrder(all.filter(isWaiting)).find((rsvp) => fits(before, rsvp, now));
  if (next === undefined) {
    return 'nobody';
  }
  await meetings.change(id, { member: next.memberId }, now, ({ meeting, rsvp }) =>
    // Whatever changed meanwhile may have made room for somebody before them.
    meeting.version === before.version && rsvp !== undefined
      ? toWrite(promote(meeting, [rsvp], { now }))
      : undefined,
  );
  return 'some';
}

function mayPromote(meeting: Meeting, now: Instant): boolean {
  return meeting.seats.waiting > 0 && hasFreeSeats(meeting) && promotes(meeting, now);
}

function toWrite({ meeting, promoted }: Promotion) {
  return promoted.length === 0 ? undefined : { meeting, rsvps: promoted };
}

function inOrder(waiting: readonly Rsvp[]): readonly Rsvp[] {
  return waiting.toSorted((one, other) => (one.waitingNumber ?? 0) - (other.waitingNumber ?? 0));
}

/** Tells somebody once that they have a seat now; not whoever has said something else since, nor when it falls out or has begun. */
export async function tellPromoted(
  deps: PromoteDeps,
  meeting: Meeting,
  { memberId, number }: MeetingTask & { readonly kind: 'tell-promoted' },
): Promise<void> {
  const now = deps.clock.now();
  const { id, startsAt } = meeting;
  const rsvp = await deps.meetings.findRsvp(id, memberId);
  if (rsvp === undefined || !hasSeat(rsvp) || rsvp.number !== number || !promotes(meeting, now)) {
    return;
  }
  await startBroadcast(deps, {
    id: promotedId(id, number),
    subject: { kind: 'meeting-promoted', meetingId: id, number },
    audience: [{ kind: 'member', memberId }],
    lifeMs: startsAt - now,
  });
}
