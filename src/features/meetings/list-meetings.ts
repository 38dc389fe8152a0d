import type { Deps } from '../../deps.ts';
import type { MeetingId, UserGroupId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { isOver } from '../../domain/meetings/meeting-times.ts';
import type { MeetingView } from '../../domain/meetings/meeting-view.ts';
import { isAmong } from '../../domain/meetings/rsvp.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { listOpenGroups } from '../user-groups/list-open-groups.ts';

export interface ListedMeeting {
  readonly meeting: Meeting;
  /** Absent: of the whole community, or the group is gone. */
  readonly userGroup?: UserGroup;
  /** What the asker said; never on a list that others see. */
  readonly own?: OwnAnswer;
}

export interface OwnAnswer {
  readonly rsvp: Rsvp;
  /** On the waiting list, from 1. */
  readonly waitingPlace?: number;
}

export interface ListMeetingsResult {
  readonly kind: 'listed';
  readonly view: MeetingView;
  /** The one whose meetings are listed; absent: those of all. */
  readonly userGroup?: UserGroup;
  readonly rows: readonly ListedMeeting[];
  readonly total: number;
  /** The first of all that takes place; only of those that are not over. */
  readonly next?: Meeting;
  /** From 1, and never behind the last one. */
  readonly page: number;
  readonly pages: number;
  /** Open ones, by name, to choose among. */
  readonly groups: readonly UserGroup[];
  /** May plan one, of the chosen group if there is one. */
  readonly mayPlan: boolean;
  /** Whether it is for the asker alone. */
  readonly isOwn: boolean;
  readonly now: Instant;
}

export interface ListMeetingsRequest {
  /** Absent: everybody sees the list, so it is the same for all. */
  readonly asker?: Asker;
  readonly view: MeetingView;
  readonly userGroupId?: UserGroupId;
  readonly page: number;
}

type ListMeetingsDeps = Pick<Deps, 'clock' | 'meetings' | 'userGroups'>;

const rowsOnAPage = 5;
/** As far back as one turns the pages. */
const mostPast = 200;

/** A page of meetings. Of a group that is gone all are listed. */
export async function listMeetings(
  deps: ListMeetingsDeps,
  request: ListMeetingsRequest,
): Promise<ListMeetingsResult> {
  const { asker, view } = request;
  const now = deps.clock.now();
  const [groups, answers] = await Promise.all([listOpenGroups(deps), findAnswers(deps, asker)]);
  const userGroup = groups.find(({ id }) => id === request.userGroupId);
  const found = (await findMeetings(deps, request, { now, answers })).filter(
    (one) => userGroup === undefined || one.userGroupId === userGroup.id,
  );
  const pages = Math.max(1, Math.ceil(found.length / rowsOnAPage));
  const page = Math.min(request.page, pages);
  const next = found.find((one) => one.state.kind === 'published' && !isOver(one, now));
  const shown = found.slice((page - 1) * rowsOnAPage, page * rowsOnAPage);
  return {
    kind: 'listed',
    view,
    ...(userGroup !== undefined && { userGroup }),
    rows: await Promise.all(shown.map((meeting) => toListed(deps, meeting, { groups, answers }))),
    total: found.length,
    ...(next !== undefined && { next }),
    page,
    pages,
    groups,
    mayPlan: asker !== undefined && mayPlan(asker, userGroup, groups),
    isOwn: asker !== undefined,
    now,
  };
}

type Answers = ReadonlyMap<MeetingId, Rsvp>;

async function findAnswers({ meetings }: ListMeetingsDeps, asker: Asker | undefined): Promise<Answers> {
  const own = asker?.memberId === undefined ? [] : await meetings.rsvpsOf(asker.memberId);
  return new Map(own.map((rsvp) => [rsvp.meetingId, rsvp]));
}

/** Those of a view in its order; the ones before that fell out are no history. */
async function findMeetings(
  { meetings }: ListMeetingsDeps,
  { view, asker }: ListMeetingsRequest,
  { now, answers }: { readonly now: Instant; readonly answers: Answers },
): Promise<readonly Meeting[]> {
  switch (view) {
    case 'next':
      return (await meetings.notOver(now)).toSorted(byBeginning);
    case 'mine':
      return (await meetings.notOver(now))
        .filter(({ id }) => isTaking(answers.get(id)))
        .toSorted(byBeginning);
    case 'past':
      return (await meetings.over(now, mostPast)).filter(({ state }) => state.kind === 'published');
    case 'drafts':
      return asker?.memberId === undefined
        ? []
        : (await meetings.draftsOf(asker.memberId)).toSorted(byBeginning);
  }
}

function isTaking(rsvp: Rsvp | undefined): boolean {
  return rsvp !== undefined && (isAmong(rsvp, 'concerned') || rsvp.checkedInAt !== undefined);
}

function byBeginning(one: Meeting, other: Meeting): number {
  return one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1);
}

async function toListed(
  { meetings }: ListMeetingsDeps,
  meeting: Meeting,
  { groups, answers }: { readonly groups: readonly UserGroup[]; readonly answers: Answers },
): Promise<ListedMeeting> {
  const userGroup = groups.find(({ id }) => id === meeting.userGroupId);
  const rsvp = answers.get(meeting.id);
  const waitingNumber = rsvp?.waitingNumber;
  const waitingPlace =
    waitingNumber === undefined ? undefined : (await meetings.waitingBefore(meeting.id, waitingNumber)) + 1;
  return {
    meeting,
    ...(userGroup !== undefined && { userGroup }),
    ...(rsvp !== undefined && { own: { rsvp, ...(waitingPlace !== undefined && { waitingPlace }) } }),
  };
}

/** Organisers of the community, and a group's own for its meetings. */
function mayPlan(asker: Asker, userGroup: UserGroup | undefined, groups: readonly UserGroup[]): boolean {
  const isAllowed = (group?: UserGroup) => may(asker, 'organise-meetings', group).kind === 'allowed';
  return isAllowed(userGroup) || (userGroup === undefined && groups.some(isAllowed));
}
