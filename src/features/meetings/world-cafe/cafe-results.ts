import type { Deps } from '../../../deps.ts';
import type { MeetingId, MemberId, TopicRequestId } from '../../../domain/ids.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { Meeting } from '../../../domain/meetings/meeting.ts';
import { forgetAnswersAt, isOver } from '../../../domain/meetings/meeting-times.ts';
import type { WorldCafe } from '../../../domain/meetings/world-cafe/world-cafe.ts';
import type { Asker } from '../../../domain/member.ts';
import { findEnd } from '../../topics/topic-results.ts';
import { checkMeetingOrganiser } from '../meeting-results.ts';
import type { DeniedMeeting, GoneMeeting, ShowMeetingDeps } from '../meeting-results.ts';

export type CafeDeps = ShowMeetingDeps & Pick<Deps, 'logger' | 'worldCafes'>;

/** Who asks for something about the World Café of which meeting. */
export interface CafeRequest {
  readonly asker: Asker;
  readonly meetingId: MeetingId;
}

/** The topic of a table. */
export interface CafeTopic {
  readonly id: TopicRequestId;
  /** Absent: whoever proposed it took it back. */
  readonly title?: string;
}

/** Nothing can be done about it any more: the meeting is over or falls out. */
export interface ClosedCafe {
  readonly kind: 'closed';
  readonly because: 'cancelled' | 'over';
}

/** It was not set up yet. */
export interface NoCafe {
  readonly kind: 'no-cafe';
}

export type RefusedOrganiser = GoneMeeting | DeniedMeeting | ClosedCafe;

/** Organisers, as long as something can be done. */
export async function checkCafeOrganiser(
  deps: Pick<Deps, 'clock' | 'logger' | 'meetings' | 'userGroups'>,
  asked: CafeRequest,
): Promise<
  { readonly kind: 'allowed'; readonly memberId: MemberId; readonly meeting: Meeting } | RefusedOrganiser
> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  return whyClosed(permission.meeting, deps.clock.now()) ?? permission;
}

export function whyClosed(meeting: Meeting, now: Instant): ClosedCafe | undefined {
  if (meeting.state.kind === 'cancelled') {
    return { kind: 'closed', because: 'cancelled' };
  }
  return isOver(meeting, now) ? { kind: 'closed', because: 'over' } : undefined;
}

/** As they are called now; a merged one as the one where its votes count. */
export async function nameTopics(
  deps: Pick<Deps, 'topicRequests'>,
  ids: readonly TopicRequestId[],
): Promise<readonly CafeTopic[]> {
  return Promise.all(
    ids.map(async (id) => {
      const request = await deps.topicRequests.find(id);
      const end = request?.state.kind === 'merged' ? ((await findEnd(deps, request)) ?? request) : request;
      return { id, ...(end !== undefined && { title: end.title }) };
    }),
  );
}

/** The café as it is stored, changed by a decision that also says what happened; it must have been set up. */
export async function changeCafe<Kind extends string>(
  { worldCafes }: Pick<Deps, 'worldCafes'>,
  meeting: Pick<Meeting, 'id' | 'endsAt'>,
  decide: (cafe: WorldCafe) => { readonly kind: Kind; readonly cafe?: WorldCafe },
): Promise<Kind | 'no-cafe'> {
  let kind: Kind | 'no-cafe' = 'no-cafe';
  await worldCafes.change(meeting.id, forgetAnswersAt(meeting), (known) => {
    const decided = known && decide(known);
    kind = decided?.kind ?? 'no-cafe';
    return decided?.cafe;
  });
  return kind;
}
