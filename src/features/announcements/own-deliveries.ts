import type { Deps } from '../../deps.ts';
import type { Delivery, DeliveryState } from '../../domain/delivery.ts';
import { eraseRecipient } from '../../domain/erased-delivery.ts';
import type { Instant } from '../../domain/instant.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';

type OwnDeps = Pick<Deps, 'announcements' | 'broadcasts' | 'deliveries' | 'ids'>;

/** What the bot sent to the member on its own, or is to send. Erased, the deliveries stay for the sums, and name nobody. */
export function ownDeliveriesSource(deps: OwnDeps): PersonalDataSource {
  return {
    kind: 'deliveries',
    async read(member) {
      const found = await deps.deliveries.ofMember(member);
      const entries = await Promise.all(
        found.map(async ({ value }) => {
          const { subject, createdAt } = await describeBroadcast(deps, value);
          const { state, communeId } = value;
          const sentAt = timeOf(state);
          return {
            sort: sentAt ?? createdAt ?? 0,
            entry: {
              ...subject,
              delivery: state.kind,
              ...(sentAt !== undefined && { deliveredAt: sentAt }),
              ...(state.kind === 'waiting' && { waitsUntilAt: state.until }),
              ...(communeId !== undefined && { communeId }),
            },
          };
        }),
      );
      return entries.sort((one, other) => other.sort - one.sort).map(({ entry }) => entry);
    },
    async erase(member) {
      let erased = 0;
      for (;;) {
        const left = await deps.deliveries.ofMember(member);
        if (left.length === 0) {
          return erased;
        }
        for (const delivery of left) {
          // Whoever was faster, sending it or counting it, leaves it for the next round.
          const outcome = await deps.deliveries.anonymise(
            delivery,
            eraseRecipient(delivery.value),
            deps.ids.next(),
          );
          erased += outcome === 'done' ? 1 : 0;
        }
      }
    },
  };
}

/** Of what the delivery is; less is known of it once that was forgotten. */
async function describeBroadcast(
  deps: OwnDeps,
  { broadcastId }: Delivery,
): Promise<{
  readonly subject: { readonly broadcastId: string; readonly announcement?: string };
  readonly createdAt?: Instant;
}> {
  const broadcast = (await deps.broadcasts.find(broadcastId))?.value;
  if (broadcast === undefined) {
    return { subject: { broadcastId } };
  }
  const { subject } = broadcast;
  const announcement =
    'announcementId' in subject ? (await deps.announcements.find(subject.announcementId))?.value : undefined;
  const { createdAt } = broadcast;
  return announcement === undefined
    ? { subject: { broadcastId }, createdAt }
    : { subject: { broadcastId, announcement: announcement.content.title }, createdAt };
}

function timeOf(state: DeliveryState): Instant | undefined {
  switch (state.kind) {
    case 'delivered':
      return state.at;
    case 'sending':
    case 'unclear':
      return state.since;
    case 'planned':
    case 'claimed':
    case 'waiting':
    case 'rejected':
    case 'unreachable':
    case 'cancelled':
    case 'expired':
      return undefined;
  }
}
