import type { Deps } from '../../deps.ts';
import type { BroadcastSubject } from '../../domain/broadcast.ts';
import { objectIdOf, tenantOf } from '../../domain/ids.ts';
import type { BroadcastId, MeetingId, MemberId } from '../../domain/ids.ts';
import { toMeetingChange } from '../../domain/meetings/meeting-changes.ts';
import type { MeetingChange } from '../../domain/meetings/meeting-changes.ts';
import type { MeetingReminder } from '../../domain/meetings/meeting.ts';
import { helps, isReminded, stillHolds } from '../../domain/meetings/meeting-reminders.ts';
import type { MeetingReminded } from '../../domain/meetings/meeting-reminders.ts';
import { isOver } from '../../domain/meetings/meeting-times.ts';
import { isAmong } from '../../domain/meetings/rsvp.ts';
import { recogniseAsker } from '../members/identify-asker.ts';
import { findShownMeeting } from './meeting-results.ts';
import type { ShowMeetingDeps, ShownMeeting } from './meeting-results.ts';
import { reminderId } from './remind-of-meetings.ts';
import { meetingNewsId } from './tell-of-meeting.ts';

/** What is told about a meeting to one person, and the meeting as they see it now. */
export type ShownMeetingNews =
  | { readonly kind: 'changed'; readonly shown: ShownMeeting; readonly change: MeetingChange }
  | { readonly kind: 'cancelled'; readonly shown: ShownMeeting }
  | { readonly kind: 'reminder'; readonly shown: ShownMeeting; readonly reminder: MeetingReminder }
  /** It was told, and does not hold any more: nothing but the meeting itself. */
  | { readonly kind: 'outdated'; readonly shown: ShownMeeting };

export type ReadMeetingDeps = ShowMeetingDeps & Pick<Deps, 'members' | 'rules'>;
export type MeetingNewsDeps = ReadMeetingDeps & Pick<Deps, 'broadcasts' | 'deliveries'>;

/** A meeting as a member or guest sees it at this moment; nothing of a draft. */
export async function findMeetingOf(
  deps: ReadMeetingDeps,
  member: MemberId,
  id: MeetingId,
): Promise<ShownMeeting | undefined> {
  const identity = await recogniseAsker(deps, { tenantId: tenantOf(member), objectId: objectIdOf(member) });
  const shown = identity.kind === 'known' ? await findShownMeeting(deps, identity.asker, id) : undefined;
  return shown?.meeting.state.kind === 'draft' ? undefined : shown;
}

/**
 * What changed, to somebody who comes, may come or waits. Undefined: there is nothing to say to them, neither to tell it nor to show in the
 * place of what they were told.
 */
export async function findMeetingNews(
  deps: MeetingNewsDeps,
  { meetingId, number }: BroadcastSubject & { kind: 'meeting-news' },
  member: MemberId,
): Promise<ShownMeetingNews | undefined> {
  const shown = await findMeetingOf(deps, member, meetingId);
  const news = shown?.meeting.news.find((one) => one.number === number);
  if (shown === undefined || news === undefined) {
    return undefined;
  }
  const { meeting, now } = shown;
  const { rsvp } = shown.viewer;
  const isConcerned = rsvp !== undefined && isAmong(rsvp, 'concerned');
  const holds = news.kind === 'cancelled' || meeting.state.kind !== 'cancelled';
  const isWanted = isConcerned && holds && !isOver(meeting, now);
  if (!isWanted && !(await hasReceived(deps, meetingNewsId(meetingId, number), member))) {
    return undefined;
  }
  if (!holds) {
    return { kind: 'outdated', shown };
  }
  return news.kind === 'cancelled'
    ? { kind: 'cancelled', shown }
    : { kind: 'changed', shown, change: toMeetingChange(meeting, news) };
}

/** The same for a reminder: of the beginning that still holds, to whom it is for now. */
export async function findReminder(
  deps: MeetingNewsDeps,
  subject: BroadcastSubject & { kind: 'meeting-reminder' },
  member: MemberId,
): Promise<ShownMeetingNews | undefined> {
  const { meetingId, reminder } = subject;
  const shown = await findMeetingOf(deps, member, meetingId);
  if (shown === undefined) {
    return undefined;
  }
  if (isDueTo(shown, subject)) {
    return { kind: 'reminder', shown, reminder };
  }
  const isPosted = await hasReceived(deps, reminderId(meetingId, subject), member);
  return isPosted ? { kind: 'outdated', shown } : undefined;
}

/** Whether somebody is to be reminded at this moment. */
export function isDueTo({ meeting, viewer, now }: ShownMeeting, reminded: MeetingReminded): boolean {
  const { reminder } = reminded;
  const mayAnswer = reminder !== 'respond-by' || viewer.mayAnswer;
  return (
    stillHolds(meeting, reminded) &&
    helps(meeting, reminder, now) &&
    isReminded(viewer.rsvp, reminder) &&
    mayAnswer
  );
}

/** Whether the message stands in their chat. */
async function hasReceived(
  { broadcasts, deliveries }: Pick<Deps, 'broadcasts' | 'deliveries'>,
  id: BroadcastId,
  memberId: MemberId,
): Promise<boolean> {
  const recipient = { kind: 'member', memberId } as const;
  const tenants = (await broadcasts.find(id))?.value.tenants ?? [];
  const found = await Promise.all(
    tenants.map((tenantId) => deliveries.find({ broadcastId: id, tenantId }, recipient)),
  );
  return found.some((delivery) => delivery?.value.state.kind === 'delivered');
}
