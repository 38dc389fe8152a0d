import type { Deps } from '../../deps.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { communityFeed } from '../../store/calendar-feeds.ts';
import { checkMay } from '../members/check-may.ts';
import { findMeetingGroup } from './meeting-results.ts';
import type { DeniedMeeting } from './meeting-results.ts';

/** A calendar to subscribe to. */
export interface ShownFeed {
  readonly kind: 'shown' | 'renewed';
  /** Absent: of everybody. */
  readonly userGroup?: UserGroup;
  /** Opens it for whoever has it; below the bot's own address. */
  readonly path: string;
  /** May give it a new address. */
  readonly organises: boolean;
}

/** The group does not exist any more. */
export interface GoneGroup {
  readonly kind: 'gone-group';
}

export type ShowFeedResult = ShownFeed | GoneGroup | DeniedMeeting;

type FeedDeps = Pick<Deps, 'calendarFeeds' | 'ids' | 'logger' | 'userGroups'>;

interface FeedRequest {
  readonly asker: Asker;
  /** Absent: that of everybody. */
  readonly userGroupId?: UserGroupId;
}

/** For everybody with an account, and for everybody the same address. It is made when somebody asks for it first. */
export async function showFeed(deps: FeedDeps, request: FeedRequest): Promise<ShowFeedResult> {
  const action = 'answer-meetings';
  const permission = checkMay(deps, 'meeting.denied', request.asker, { action, subject: undefined });
  if (permission.kind === 'denied') {
    return permission;
  }
  const userGroup = await findMeetingGroup(deps, request);
  if (request.userGroupId !== undefined && userGroup === undefined) {
    return { kind: 'gone-group' };
  }
  const key = await deps.calendarFeeds.keyOf(nameOf(request), deps.ids.next());
  return toShown('shown', request, userGroup, key);
}

/** A new address, for organisers of the group; of everybody's calendar for those of the community. The old one opens nothing any more. */
export async function renewFeed(deps: FeedDeps, request: FeedRequest): Promise<ShowFeedResult> {
  const userGroup = await findMeetingGroup(deps, request);
  const action = 'organise-meetings';
  const permission = checkMay(deps, 'meeting.denied', request.asker, { action, subject: userGroup });
  if (permission.kind === 'denied') {
    return permission;
  }
  if (request.userGroupId !== undefined && userGroup === undefined) {
    return { kind: 'gone-group' };
  }
  const key = deps.ids.next();
  await deps.calendarFeeds.renew(nameOf(request), key);
  return toShown('renewed', request, userGroup, key);
}

function toShown(
  kind: ShownFeed['kind'],
  request: FeedRequest,
  userGroup: UserGroup | undefined,
  key: string,
): ShownFeed {
  return {
    kind,
    ...(userGroup !== undefined && { userGroup }),
    path: `/files/user-groups/${nameOf(request)}.ics?key=${encodeURIComponent(key)}`,
    organises: may(request.asker, 'organise-meetings', userGroup).kind === 'allowed',
  };
}

function nameOf({ userGroupId }: FeedRequest) {
  return userGroupId ?? communityFeed;
}
