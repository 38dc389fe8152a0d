import type { Deps } from '../../deps.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { broadcastId, tenantOf } from '../../domain/ids.ts';
import type { BroadcastId, MeetingId, MemberId } from '../../domain/ids.ts';
import { toMemberKey } from '../../store/member-key.ts';
import { peopleId } from './invitation-ids.ts';

/** A card in a member's own chat that shows what they answered. */
export type OwnCard =
  | { readonly kind: 'posted'; readonly activityId: string }
  /** Drawn already, perhaps, and not there yet. */
  | { readonly kind: 'on-its-way' }
  /** To be drawn later, as it is then. */
  | { readonly kind: 'planned' }
  | { readonly kind: 'none' };

type OwnCardDeps = Pick<Deps, 'broadcasts' | 'deliveries'>;

/** Of the card that a member gets who was not invited in their own chat. */
export function ownCardId(id: MeetingId, member: MemberId): BroadcastId {
  return broadcastId(`meeting-own.${id}.${toMemberKey(member).id}`);
}

/** The invitation in a member's own chat. One that went out in a day's collection shows other things as well, and is none. */
export function findInvitation(deps: OwnCardDeps, id: MeetingId, member: MemberId): Promise<OwnCard> {
  return findCard(deps, peopleId(id), member);
}

/**
 * Whether another card in the member's chat shows something older after a press. `pressedOn`: Teams' id of the message in their own chat
 * whose place the answer takes; undefined for a press elsewhere, after which they may have to get such a card first.
 */
export async function isShownElsewhere(
  deps: OwnCardDeps,
  { meetingId, memberId }: { readonly meetingId: MeetingId; readonly memberId: MemberId },
  pressedOn: string | undefined,
): Promise<boolean> {
  if (pressedOn === undefined) {
    return true;
  }
  const cards = [
    await findInvitation(deps, meetingId, memberId),
    await findCard(deps, ownCardId(meetingId, memberId), memberId),
  ];
  return cards.some(
    (card) => card.kind === 'on-its-way' || (card.kind === 'posted' && card.activityId !== pressedOn),
  );
}

async function findCard(
  { broadcasts, deliveries }: OwnCardDeps,
  id: BroadcastId,
  member: MemberId,
): Promise<OwnCard> {
  const recipient = { kind: 'member', memberId: member } as const;
  const delivery = await deliveries.find({ broadcastId: id, tenantId: tenantOf(member) }, recipient);
  if (delivery !== undefined) {
    return toOwnCard(delivery.value);
  }
  const broadcast = await broadcasts.find(id);
  return { kind: broadcast?.value.phase === 'preparing' ? 'on-its-way' : 'none' };
}

function toOwnCard({ state, postponed }: Delivery): OwnCard {
  switch (state.kind) {
    case 'planned':
    case 'waiting':
      return { kind: 'planned' };
    case 'claimed':
    case 'sending':
      return { kind: 'on-its-way' };
    case 'delivered':
      return state.activityId === undefined || postponed?.because === 'daily'
        ? { kind: 'none' }
        : { kind: 'posted', activityId: state.activityId };
    case 'rejected':
    case 'unclear':
    case 'unreachable':
    case 'cancelled':
    case 'expired':
      return { kind: 'none' };
  }
}
