import type { ConversationId } from '../domain/ids.ts';
import type { IdentifyAskerRequest, RosterEntry } from '../features/members/identify-asker.ts';

/** Where something was said. Group chats and channels are shared: everybody there reads the answer. */
export interface Conversation {
  readonly id: ConversationId;
  readonly kind: 'personal' | 'group' | 'channel';
  /** The channel a thread belongs to: every new post in a channel is a conversation of its own. */
  readonly channelId?: ConversationId;
}

/** Who wrote or pressed, as Teams says; nothing of it comes from a payload. */
export type Sender = IdentifyAskerRequest;
export type { RosterEntry };

export type IncomingContent =
  /** Words, the bot's own @mention and markup removed. */
  | { readonly kind: 'message'; readonly text: string }
  /** A pressed button. `answer` says what can come back: the card replaced in place, a dialog, or new messages only. */
  | { readonly kind: 'press'; readonly payload: unknown; readonly answer: 'replace' | 'dialog' | 'message' }
  /** The app was added here: for a person, a team or a group chat. */
  | { readonly kind: 'installed' };

/** One thing that somebody did, in words of our own. */
export interface Incoming {
  /** Equal for every delivery of the same activity. */
  readonly id: string;
  readonly conversation: Conversation;
  readonly sender: Sender;
  readonly content: IncomingContent;
}
