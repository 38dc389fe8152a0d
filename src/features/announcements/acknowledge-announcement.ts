import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { AnnouncementId, ConversationId, MemberId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { GoneAnnouncement } from './announcement-results.ts';
import { toForgetAt } from '../../domain/broadcast.ts';

export type AcknowledgeAnnouncementResult =
  | {
      readonly kind: 'acknowledged' | 'already';
      readonly announcement: Announcement;
      /** The first press. */
      readonly at: Instant;
      /** It came in one message with others, so that the message is about more than this. */
      readonly inCollection: boolean;
    }
  | { readonly kind: 'withdrawn' }
  /** It did not go to this person, nor to the channel where this is pressed. */
  | { readonly kind: 'not-recipient' }
  | { readonly kind: 'denied'; readonly because: 'anonymous' }
  | GoneAnnouncement;

export interface AcknowledgeAnnouncementRequest {
  readonly asker: Asker;
  readonly announcementId: AnnouncementId;
  /** The channel or group chat where it is pressed; absent in the 1:1 chat. It comes from Teams, never from a card. */
  readonly place?: ConversationId;
}

type AcknowledgeDeps = Pick<
  Deps,
  'acknowledgements' | 'announcements' | 'broadcasts' | 'clock' | 'deliveries' | 'logger'
>;

/** "Gelesen", from who got the announcement or from where it was posted. Pressing twice is once. */
export async function acknowledgeAnnouncement(
  deps: AcknowledgeDeps,
  request: AcknowledgeAnnouncementRequest,
): Promise<AcknowledgeAnnouncementResult> {
  const { asker, announcementId } = request;
  const { memberId } = asker;
  if (memberId === undefined || may(asker, 'acknowledge').kind === 'denied') {
    return { kind: 'denied', because: 'anonymous' };
  }
  const announcement = (await deps.announcements.find(announcementId))?.value;
  const broadcast = (await deps.broadcasts.find(broadcastId(announcementId)))?.value;
  if (announcement === undefined || broadcast === undefined || !announcement.content.acknowledgement) {
    return { kind: 'gone' };
  }
  const received = await findReceived(deps, request, memberId);
  if (received === undefined) {
    deps.logger.warn('announcement.acknowledgement-refused', { announcementId });
    return { kind: 'not-recipient' };
  }
  if (announcement.withdrawnAt !== undefined) {
    return { kind: 'withdrawn' };
  }
  const at = deps.clock.now();
  const { communeId } = asker;
  const outcome = await deps.acknowledgements.add(
    { announcementId, at, ...(communeId !== undefined && { communeId }) },
    memberId,
    toForgetAt(broadcast),
  );
  if (outcome === 'added') {
    return { kind: 'acknowledged', announcement, at, ...received };
  }
  const known = await deps.acknowledgements.find(announcementId, memberId);
  return { kind: 'already', announcement, at: known?.at ?? at, ...received };
}

/** A forwarded card works for nobody: only for whom it was sent, or where. Whatever the state, the press shows that it arrived. */
async function findReceived(
  { deliveries }: Pick<Deps, 'deliveries'>,
  { asker, announcementId, place }: AcknowledgeAnnouncementRequest,
  memberId: MemberId,
): Promise<{ readonly inCollection: boolean } | undefined> {
  const key = { broadcastId: broadcastId(announcementId), tenantId: asker.tenantId };
  const own = await deliveries.find(key, { kind: 'member', memberId });
  if (own !== undefined) {
    return { inCollection: await isInCollection(deliveries, memberId, own.value) };
  }
  const posted =
    place === undefined ? undefined : await deliveries.find(key, { kind: 'place', conversationId: place });
  return posted && { inCollection: false };
}

/** Whether the same message brought something else as well. */
async function isInCollection(
  deliveries: Deps['deliveries'],
  memberId: MemberId,
  { state, postponed }: Delivery,
): Promise<boolean> {
  if (state.kind !== 'delivered' || state.activityId === undefined || postponed?.because !== 'daily') {
    return false;
  }
  const { activityId } = state;
  const delivered = await deliveries.ofMember(memberId, 'delivered');
  const together = delivered.filter(
    ({ value }) => value.state.kind === 'delivered' && value.state.activityId === activityId,
  );
  return together.length > 1;
}
