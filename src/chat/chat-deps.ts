import type { Surface } from '../cards/actions.ts';
import type { Deps } from '../deps.ts';
import type { Asker, Member } from '../domain/member.ts';
import type { Conversation, Sender } from './incoming.ts';

/** What the chat needs beyond the features' dependencies. */
export interface ChatDeps extends Deps {
  /** Whether the client opens dialogs from buttons. */
  readonly dialogs: boolean;
  /** The bot's own address, for links that a browser opens. */
  readonly publicUrl: string;
  /** Where the privacy page is; absent while the bot is not reachable from outside. */
  readonly privacyUrl?: string;
}

/** One turn: who asks, where, and what stands on a card there. */
export interface Turn {
  readonly asker: Asker;
  readonly member: Member | undefined;
  /** Name and mail as Teams knows them at this moment; nothing of it is kept unless the person says so. */
  readonly roster: Sender['roster'];
  readonly conversation: Conversation;
  readonly surface: Surface;
  /** Teams' id of the message whose button was pressed, where Teams says so. */
  readonly messageId?: string;
}
