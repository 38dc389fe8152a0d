import type { AudiencePart } from './audience.ts';
import type { AnnouncementId, BroadcastId, MemberId, TenantId } from './ids.ts';
import type { Instant } from './instant.ts';

/** What a broadcast carries. Later kinds (meetings, reminders, news) are added here. */
export type BroadcastSubject =
  | { readonly kind: 'announcement'; readonly announcementId: AnnouncementId }
  /** The question to the other organisers whether an announcement may go out. */
  | { readonly kind: 'confirmation'; readonly announcementId: AnnouncementId };

/**
 * Something that the bot sends on its own to many. `preparing`: the recipients are being written down; `sending`: that is complete, and
 * something is still to be done for some of them; `finished`: every recipient is in a final state.
 */
export interface Broadcast {
  readonly id: BroadcastId;
  readonly subject: BroadcastSubject;
  readonly audience: readonly AudiencePart[];
  /** Left out, whatever the audience says. */
  readonly except: readonly MemberId[];
  readonly phase: 'preparing' | 'sending' | 'finished';
  readonly createdAt: Instant;
  /** How long a recipient may wait before the message is too late for them. */
  readonly lifeMs: number;
  /** Tenants of the recipients, one bucket of deliveries each; fixed when the snapshot is complete. */
  readonly tenants: readonly TenantId[];
  /** What is to be shown now: 1 at first, one more with each correction or withdrawal; posted messages follow. */
  readonly revision: number;
  /** How often the unclear ones were to be sent again. */
  readonly repeats: number;
  /** Nothing more is sent; what was not sent is cancelled. */
  readonly cancelledAt?: Instant;
  /** The whole broadcast was stopped because the bot itself may not send. */
  readonly stopped?: 'not-registered';
  readonly finishedAt?: Instant;
}
