import type { ConversationId, TenantId } from '../domain/ids.ts';

/** Where something was said. Group chats and channels are shared: everybody there reads the answer. */
export interface Conversation {
  readonly id: ConversationId;
  readonly kind: 'personal' | 'group' | 'channel';
}

/** What the roster of the conversation says about the sender. */
export interface RosterEntry {
  readonly name: string;
  readonly email?: string;
  readonly guest: boolean;
}

/** Who wrote or pressed, as Teams says; nothing of it comes from a payload. */
export interface Sender {
  readonly tenantId: TenantId;
  /** The Entra object id; absent for anonymous participants. */
  readonly objectId?: string;
  /** Asks the roster, which is slow and limited (14 reads a second and conversation): only when it is needed. */
  readonly roster: () => Promise<RosterEntry | undefined>;
}

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
