import type { Deps } from '../../deps.ts';
import type { Broadcast } from '../../domain/broadcast.ts';
import type { Delivery, DeliveryState, Recipient } from '../../domain/delivery.ts';
import { tenantId, tenantOf } from '../../domain/ids.ts';
import type { CommuneId, ConversationId, MemberId, TenantId } from '../../domain/ids.ts';
import type { Member } from '../../domain/member.ts';
import { subscriptionKindOf } from '../../domain/subscription.ts';
import type { GatherDeps } from '../user-groups/gather-audience.ts';
import { gatherAudience } from '../user-groups/gather-audience.ts';

export type ListRecipientsDeps = GatherDeps;

/** Everybody who is meant at this moment, once each; whom nothing can be sent to is in a final state from the beginning. */
export async function listRecipients(
  deps: ListRecipientsDeps,
  broadcast: Broadcast,
): Promise<readonly Delivery[]> {
  const audience = await gatherAudience(deps, broadcast.audience, {
    kind: subscriptionKindOf(broadcast.subject),
  });
  const except = new Set(broadcast.except);
  const people = [
    ...audience.recipients.map(({ memberId }) => ({ memberId, state: planned })),
    ...audience.unreachable.map(({ memberId, because }) => ({
      memberId,
      state: { kind: 'unreachable', because } as const,
    })),
  ].filter(({ memberId }) => !except.has(memberId));
  const communes = await communesOf(
    deps,
    people.map(({ memberId }) => memberId),
  );
  const toDelivery = (tenant: TenantId, recipient: Recipient, state: DeliveryState): Delivery => ({
    broadcastId: broadcast.id,
    tenantId: tenant,
    recipient,
    state,
    attempts: 0,
    expiresAt: broadcast.createdAt + broadcast.lifeMs,
    revision: 0,
  });
  const places = audience.channels.map(({ conversationId, way }) =>
    toDelivery(way.tenantId, { kind: 'place', conversationId }, planned),
  );
  const lostPlaces = audience.unreachableChannels.map(async ({ conversationId, because }) =>
    toDelivery(
      await tenantOfPlace(deps, conversationId),
      { kind: 'place', conversationId },
      {
        kind: 'unreachable',
        because,
      },
    ),
  );
  return [
    ...people.map(({ memberId, state }) => {
      const communeId = communes.get(memberId);
      const delivery = toDelivery(tenantOf(memberId), { kind: 'member', memberId }, state);
      return communeId === undefined ? delivery : Object.assign(delivery, { communeId });
    }),
    ...places,
    ...(await Promise.all(lostPlaces)),
  ];
}

const planned: DeliveryState = { kind: 'planned' };

/** From here on reading all members is cheaper than each alone. */
const many = 300;

async function communesOf(
  { members }: Pick<Deps, 'members'>,
  ids: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, CommuneId>> {
  const communes = new Map<MemberId, CommuneId>();
  const wanted = new Set(ids);
  const note = ({ id, communeId }: Member): void => {
    if (communeId !== undefined && wanted.has(id)) {
      communes.set(id, communeId);
    }
  };
  if (ids.length > many) {
    for await (const member of members.all()) {
      note(member);
    }
    return communes;
  }
  for (const stored of await Promise.all(ids.map((id) => members.find(id)))) {
    if (stored !== undefined) {
      note(stored.value);
    }
  }
  return communes;
}

/** Of a channel that was never met, nobody knows the tenant; it has a bucket of its own then. */
async function tenantOfPlace(
  { references }: Pick<Deps, 'references'>,
  place: ConversationId,
): Promise<TenantId> {
  return (await references.find({ conversationId: place }))?.tenantId ?? tenantId('unknown');
}
