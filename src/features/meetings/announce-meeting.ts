import type { Deps } from '../../deps.ts';
import type { BroadcastPart } from '../../domain/audience.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Recipient } from '../../domain/delivery.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { forgetAnswersAt } from '../../domain/meetings/meeting-times.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import { peopleId, placesId } from './invitation-ids.ts';
import { showOwnCards } from './send-own-card.ts';

export type AnnounceDeps = Pick<Deps, 'broadcasts' | 'clock' | 'meetings' | 'userGroupChannels'>;

/**
 * Begins the invitations: one broadcast for the channels, whose cards follow the counts, and one for the members. Nobody is invited after it
 * has begun.
 */
export async function announceMeeting(deps: AnnounceDeps, meeting: Meeting): Promise<void> {
  const { id, startsAt, state } = meeting;
  const lifeMs = startsAt - deps.clock.now();
  if (state.kind !== 'published' || lifeMs <= 0) {
    return;
  }
  const keepUntil = forgetAnswersAt(meeting);
  const invitation = { subject: { kind: 'meeting', meetingId: id }, lifeMs, keepUntil } as const;
  const places = toPlaces(meeting);
  if (places.length > 0) {
    await startBroadcast(deps, { ...invitation, id: placesId(id), audience: places });
  }
  const people = toPeople(meeting);
  if (people.length > 0) {
    await startBroadcast(deps, { ...invitation, id: peopleId(id), audience: people });
  }
}

/** Every posted card of it is drawn again; of one that falls out nothing more is sent. */
export async function showAgain(deps: AnnounceDeps, meeting: Meeting): Promise<void> {
  const { id } = meeting;
  await reviseBroadcast(deps, peopleId(id), toRevision(meeting));
  await showOwnCards(deps, meeting);
  const shownAt = deps.clock.now();
  // Counts that change meanwhile wait their time.
  await deps.meetings.change(id, {}, shownAt, (known) => ({ meeting: { ...known.meeting, shownAt } }));
  await showPlaces(deps, meeting);
}

/** The cards in the channels alone. */
export async function showPlaces(deps: Pick<Deps, 'broadcasts' | 'clock'>, meeting: Meeting): Promise<void> {
  await reviseBroadcast(deps, placesId(meeting.id), toRevision(meeting));
}

function toRevision(meeting: Meeting) {
  return { withdrawn: meeting.state.kind === 'cancelled', keepUntil: forgetAnswersAt(meeting) };
}

function toPlaces({ invited }: Meeting): readonly BroadcastPart[] {
  return invited.channels.map((conversationId) => ({ kind: 'channel', conversationId }));
}

/** Of a meeting of the whole community, a group is everybody. */
export function toPeople({
  invited,
  userGroupId,
}: Pick<Meeting, 'invited' | 'userGroupId'>): readonly BroadcastPart[] {
  switch (invited.people) {
    case 'nobody':
      return [];
    case 'everybody':
      return [{ kind: 'all-members' }];
    case 'group':
      return userGroupId === undefined ? [{ kind: 'all-members' }] : [{ kind: 'user-group', userGroupId }];
  }
}

/** Whether somebody, or a channel, has the invitation: it follows what becomes of the meeting. */
export async function wasInvited(
  { broadcasts, deliveries }: Pick<Deps, 'broadcasts' | 'deliveries'>,
  id: MeetingId,
  recipient: Exclude<Recipient, { kind: 'erased' }>,
): Promise<boolean> {
  const invitation = recipient.kind === 'place' ? placesId(id) : peopleId(id);
  const tenants = (await broadcasts.find(invitation))?.value.tenants ?? [];
  const found = await Promise.all(
    tenants.map((tenantId) => deliveries.find({ broadcastId: invitation, tenantId }, recipient)),
  );
  return found.some((delivery) => delivery?.value.state.kind === 'delivered');
}
