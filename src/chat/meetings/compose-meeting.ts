import { meetingCard, ownSentence, sharedMeetingCard } from '../../cards/meetings/meeting-card.ts';
import type { BroadcastSubject } from '../../domain/broadcast.ts';
import type { Recipient } from '../../domain/delivery.ts';
import { objectIdOf, tenantOf } from '../../domain/ids.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { hasBegun } from '../../domain/meetings/meeting-times.ts';
import type { Asker } from '../../domain/member.ts';
import { wasInvited } from '../../features/meetings/announce-meeting.ts';
import { findOwnMeeting } from '../../features/meetings/find-own-meeting.ts';
import { findShownMeeting } from '../../features/meetings/meeting-results.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { recogniseAsker } from '../../features/members/identify-asker.ts';
import { meetingCardTexts as texts } from '../../texts/meetings/meeting-card-texts.ts';
import type { ChatDeps } from '../chat-deps.ts';
import type { ComposedMessage, ComposeRequest } from '../compose-message.ts';

/**
 * The invitation: in a channel the card for everybody, to a member their own. Nobody is invited to what falls out or has begun; who was
 * invited sees what became of it.
 */
export async function composeMeeting(
  deps: ChatDeps,
  { kind, meetingId }: BroadcastSubject & { kind: 'meeting' | 'meeting-own' },
  { recipient, short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  const reader = recipient.kind === 'member' ? await findGuestOrMember(deps, recipient.memberId) : undefined;
  if (recipient.kind === 'erased' || (recipient.kind === 'member' && reader === undefined)) {
    return undefined;
  }
  const shown =
    reader === undefined
      ? await findShownMeeting(deps, undefined, meetingId)
      : await findOwnMeeting(deps, reader, meetingId);
  if (shown === undefined || shown.meeting.state.kind === 'draft') {
    return undefined;
  }
  if (kind === 'meeting' && !(await isStillTold(deps, shown.meeting, recipient, shown.now))) {
    return undefined;
  }
  const surface = { shared: recipient.kind === 'place', dialogs: deps.dialogs };
  const card =
    recipient.kind === 'place'
      ? sharedMeetingCard(shown, surface, { short })
      : meetingCard(shown, surface, { short });
  return { card, summary: summaryOf(kind, shown) };
}

function summaryOf(kind: 'meeting' | 'meeting-own', shown: ShownMeeting): string {
  const { title, startsAt, state } = shown.meeting;
  if (state.kind === 'cancelled') {
    return texts.cancelledSummary(title, startsAt);
  }
  return kind === 'meeting' ? texts.summary(title, startsAt) : texts.ownSummary(title, ownSentence(shown));
}

/** Guests answer meetings, too. */
async function findGuestOrMember(deps: ChatDeps, member: MemberId): Promise<Asker | undefined> {
  const identity = await recogniseAsker(deps, { tenantId: tenantOf(member), objectId: objectIdOf(member) });
  return identity.kind === 'known' ? identity.asker : undefined;
}

async function isStillTold(
  deps: ChatDeps,
  meeting: Meeting,
  recipient: Exclude<Recipient, { kind: 'erased' }>,
  now: number,
): Promise<boolean> {
  const isInviting = meeting.state.kind === 'published' && !hasBegun(meeting, now);
  return isInviting || wasInvited(deps, meeting.id, recipient);
}
