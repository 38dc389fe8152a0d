import type { Deps } from '../../deps.ts';
import type { BroadcastPart } from '../../domain/audience.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { Asker } from '../../domain/member.ts';
import { gatherAudience } from '../user-groups/gather-audience.ts';
import type { GatherDeps } from '../user-groups/gather-audience.ts';
import { toPeople } from './announce-meeting.ts';
import { findShownMeeting } from './meeting-results.ts';
import type { ShowMeetingDeps, ShownMeeting } from './meeting-results.ts';

/** How many a meeting is announced to at this moment. */
export interface InvitedCount {
  /** Who get an invitation of their own. */
  readonly people: number;
  readonly channels: number;
  /** People and channels that are meant, and that nothing can be sent to. */
  readonly unreachable: number;
}

/** A draft as it will be posted, and to how many. */
export interface MeetingPreview {
  readonly shown: ShownMeeting;
  readonly count: InvitedCount;
  /** To more people than this the number is typed. */
  readonly confirmAbove: number;
  /** `outdated`: it was changed since the card was drawn. */
  readonly problem?: 'outdated' | 'count-missing' | 'count-wrong';
}

export type PreviewDeps = ShowMeetingDeps & GatherDeps & Pick<Deps, 'rules'>;

/** Undefined: the draft is gone. */
export async function findMeetingPreview(
  deps: PreviewDeps,
  asker: Asker,
  meeting: Meeting,
): Promise<MeetingPreview | undefined> {
  const [shown, count] = await Promise.all([
    findShownMeeting(deps, asker, meeting.id),
    countInvited(deps, meeting),
  ]);
  return shown && { shown, count, confirmAbove: deps.rules.confirmAbove };
}

/** As the invitations find them. */
export async function countInvited(
  deps: GatherDeps,
  meeting: Pick<Meeting, 'invited' | 'userGroupId'>,
): Promise<InvitedCount> {
  const channels = meeting.invited.channels.map((conversationId): BroadcastPart => ({
    kind: 'channel',
    conversationId,
  }));
  const found = await gatherAudience(deps, [...toPeople(meeting), ...channels], { kind: 'meetings' });
  return {
    people: found.recipients.length,
    channels: found.channels.length,
    unreachable: found.unreachable.length + found.unreachableChannels.length,
  };
}
