import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, MeetingId, MemberId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { takesAnswers } from '../../domain/meetings/meeting-times.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { checkMay } from '../members/check-may.ts';
import { findEnd } from '../topics/topic-results.ts';

/** There is none, or it is a draft of somebody else. */
export interface GoneMeeting {
  readonly kind: 'gone';
}

export interface DeniedMeeting {
  readonly kind: 'denied';
  readonly because: 'anonymous' | 'guest' | 'not-organiser';
}

/** What happened to a meeting, and how it is now. */
export interface MeetingDone<Kind extends string> {
  readonly kind: Kind;
  readonly shown: ShownMeeting;
}

/** A meeting as one person sees it. */
export interface ShownMeeting {
  readonly meeting: Meeting;
  /** Absent: of the whole community, or the group is gone. */
  readonly userGroup?: UserGroup;
  /** The agenda, in its order; of a merged request where its votes count. */
  readonly topics: readonly TopicRequest[];
  readonly communes: ReadonlyMap<CommuneId, Commune>;
  readonly now: Instant;
  /** Who looks: never for a card that others see. */
  readonly viewer: MeetingViewer;
}

export interface MeetingViewer {
  readonly memberId?: MemberId;
  readonly rsvp?: Rsvp;
  /** On the waiting list, from 1. */
  readonly waitingPlace?: number;
  /** May say that they come at this moment. */
  readonly mayAnswer: boolean;
  readonly organises: boolean;
}

export const nobody: MeetingViewer = { mayAnswer: false, organises: false };

export type ShowMeetingDeps = Pick<Deps, 'clock' | 'meetings' | 'operator' | 'topicRequests' | 'userGroups'>;

/** Everything about a meeting as it is stored at this moment, for one person; without an asker as everybody sees it. A draft is its author's. */
export async function findShownMeeting(
  deps: ShowMeetingDeps,
  asker: Asker | undefined,
  id: MeetingId,
): Promise<ShownMeeting | undefined> {
  const meeting = await deps.meetings.find(id);
  if (meeting === undefined) {
    return undefined;
  }
  if (meeting.state.kind === 'draft' && (asker?.memberId === undefined || asker.memberId !== meeting.by)) {
    return undefined;
  }
  const [userGroup, topics] = await Promise.all([findMeetingGroup(deps, meeting), findAgenda(deps, meeting)]);
  const now = deps.clock.now();
  return {
    meeting,
    ...(userGroup !== undefined && { userGroup }),
    topics,
    communes: deps.operator.current().communes,
    now,
    viewer: asker === undefined ? nobody : await findViewer(deps, asker, { meeting, userGroup, now }),
  };
}

/** The group that a meeting belongs to; none when that is archived. */
export async function findMeetingGroup(
  { userGroups }: Pick<Deps, 'userGroups'>,
  { userGroupId }: Pick<Meeting, 'userGroupId'>,
): Promise<UserGroup | undefined> {
  const group = userGroupId === undefined ? undefined : (await userGroups.find(userGroupId))?.value;
  return group?.archivedAt === undefined ? group : undefined;
}

async function findAgenda(
  deps: Pick<Deps, 'topicRequests'>,
  { topics }: Pick<Meeting, 'topics'>,
): Promise<readonly TopicRequest[]> {
  const found = await Promise.all(
    topics.map(async (id) => {
      const request = await deps.topicRequests.find(id);
      return request?.state.kind === 'merged' ? ((await findEnd(deps, request)) ?? request) : request;
    }),
  );
  const there = found.filter((request) => request !== undefined);
  return [...new Map(there.map((request) => [request.id, request])).values()];
}

async function findViewer(
  { meetings }: Pick<Deps, 'meetings'>,
  asker: Asker,
  about: { readonly meeting: Meeting; readonly userGroup: UserGroup | undefined; readonly now: Instant },
): Promise<MeetingViewer> {
  const { meeting, userGroup, now } = about;
  const { memberId } = asker;
  const rsvp = memberId === undefined ? undefined : await meetings.findRsvp(meeting.id, memberId);
  const waitingNumber = rsvp?.waitingNumber;
  return {
    ...(memberId !== undefined && { memberId }),
    ...(rsvp !== undefined && { rsvp }),
    ...(waitingNumber !== undefined && {
      waitingPlace: (await meetings.waitingBefore(meeting.id, waitingNumber)) + 1,
    }),
    mayAnswer: may(asker, 'answer-meetings').kind === 'allowed' && takesAnswers(meeting, now),
    organises: may(asker, 'organise-meetings', userGroup).kind === 'allowed',
  };
}

/** Organisers of the community, and a group's own for its meetings. A draft of somebody else is not there. */
export async function checkMeetingOrganiser(
  deps: Pick<Deps, 'logger' | 'meetings' | 'userGroups'>,
  { asker, meetingId }: { readonly asker: Asker; readonly meetingId: MeetingId },
): Promise<
  | { readonly kind: 'allowed'; readonly memberId: MemberId; readonly meeting: Meeting }
  | GoneMeeting
  | DeniedMeeting
> {
  const meeting = await deps.meetings.find(meetingId);
  const subject = meeting && (await findMeetingGroup(deps, meeting));
  const permission = checkMay(deps, 'meeting.denied', asker, { action: 'organise-meetings', subject });
  if (permission.kind === 'denied') {
    return permission;
  }
  const isOthersDraft = meeting?.state.kind === 'draft' && meeting.by !== permission.memberId;
  return meeting === undefined || isOthersDraft ? { kind: 'gone' } : { ...permission, meeting };
}
