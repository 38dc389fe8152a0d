import type { Deps } from '../../deps.ts';
import { conversationId, memberId } from '../../domain/ids.ts';
import type { ConversationId, TenantId } from '../../domain/ids.ts';
import { minuteMs } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Address } from '../../domain/reach.ts';

/** How to write back to where something happened. */
export interface Service {
  readonly serviceUrl: string;
  /** The bot's own account there. */
  readonly botId: string;
  /** The team of a channel. */
  readonly teamId?: string;
}

/** Where something happened, and when, as Teams tells it. */
export interface ToldPlace {
  readonly conversation: {
    readonly id: ConversationId;
    readonly kind: Address['kind'];
    readonly channelId?: ConversationId;
  };
  readonly sender: { readonly tenantId: TenantId; readonly objectId?: string };
  readonly service: Service;
  /** By Teams' clock; absent where Teams does not say. */
  readonly happenedAt?: Instant;
}

/** Teams' clock and ours may differ by this much; a time beyond it would stand against everything that follows. */
const clockToleranceMs = 5 * minuteMs;

export function toInstant({ clock }: Pick<Deps, 'clock'>, { happenedAt }: ToldPlace): Instant {
  const now = clock.now();
  return Math.min(happenedAt ?? now, now + clockToleranceMs);
}

/** Undefined for the personal chat of somebody without an account: there is nobody to send to. */
export function toAddress({ conversation, sender, service }: ToldPlace): Address | undefined {
  const { kind, channelId } = conversation;
  const address = {
    conversationId: channelId ?? conversation.id,
    kind,
    tenantId: sender.tenantId,
    ...service,
  };
  if (kind !== 'personal') {
    return address;
  }
  return sender.objectId === undefined
    ? undefined
    : { ...address, memberId: memberId(sender.tenantId, sender.objectId) };
}

/** The team itself, for what concerns all of its channels. Its id is that of its first channel. */
export function toTeam(address: Address): Address | undefined {
  const { teamId, conversationId: channel } = address;
  return teamId === undefined || teamId === channel
    ? undefined
    : { ...address, conversationId: conversationId(teamId) };
}
