import type { ConversationId, MemberId, TenantId } from './ids.ts';
import type { Instant } from './instant.ts';

/** Why nothing can be sent to a place, until it shows itself again. */
export type LostBecause =
  /** The app was taken away: only a new installation opens the way again. */
  | 'removed'
  /** The person blocked the bot: their next own message opens the way again. */
  | 'blocked'
  /** The chat, channel or team is gone. */
  | 'deleted'
  /** The tenant's administrators have switched the app off. */
  | 'disabled-by-admin'
  /** The operator took the host of its service URL off the list; never stored, for the list says it anew each time. */
  | 'foreign-service';

export interface Loss {
  readonly because: LostBecause;
  readonly at: Instant;
}

/** How Teams names a place that can be sent to. */
export interface Address {
  /** Of a channel its own, never that of a thread in it. */
  readonly conversationId: ConversationId;
  readonly kind: 'personal' | 'group' | 'channel';
  readonly tenantId: TenantId;
  /** On the allow-list when it was stored; asked again before every use. */
  readonly serviceUrl: string;
  /** The bot's own account in that place. */
  readonly botId: string;
  /** The person of a personal chat. */
  readonly memberId?: MemberId;
  /** The team of a channel, by Teams' id. */
  readonly teamId?: string;
}

/** A place that the bot can send to on its own: kept when the app is installed there or somebody writes there. */
export interface Reference extends Address {
  readonly lost?: Loss;
  readonly seenAt: Instant;
}

/** Why a person cannot be reached: never met in a personal chat, or lost since. */
export type Unreachable = 'never-met' | LostBecause;

/** Why nothing is sent to somebody: no way to them, or they do not want it. */
export type NotReached = Unreachable | 'opted-out';
