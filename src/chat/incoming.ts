import type { SaidOfAnswer } from '../domain/answer-feedback.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { IdentifyAskerRequest, RosterEntry } from '../features/members/identify-asker.ts';
import type { Service } from '../features/reach/told-place.ts';

/** Where something was said. Group chats and channels are shared: everybody there reads the answer. */
export interface Conversation {
  readonly id: ConversationId;
  readonly kind: 'personal' | 'group' | 'channel';
  /** The channel a thread belongs to: every new post in a channel is a conversation of its own. */
  readonly channelId?: ConversationId;
}

/** Who wrote or pressed, as Teams says; nothing of it comes from a payload. */
export type Sender = IdentifyAskerRequest;
export type { RosterEntry, Service };

/** What somebody looks for in the compose box of any chat, to put it into a message. */
export interface ComposeQuery {
  /** The command of the app's manifest; absent where the client knows none. */
  readonly command?: string;
  /** As far as it is typed; empty when the box was just opened. */
  readonly text: string;
  /** How many offers the person has already, and how many more fit into the list. */
  readonly skip: number;
  readonly count: number;
}

export type IncomingContent =
  /** Words, the bot's own @mention and markup removed. */
  | { readonly kind: 'message'; readonly text: string }
  /** A pressed button. `answer` says what can come back: the card replaced in place, a dialog, or new messages only. */
  | { readonly kind: 'press'; readonly payload: unknown; readonly answer: 'replace' | 'dialog' | 'message' }
  /** Every letter typed in the compose box; the bot need not be in that chat. `undefined`: nothing that can be read. */
  | { readonly kind: 'compose-query'; readonly query: ComposeQuery | undefined }
  /**
   * A command of the app, below the compose box, in the command box or in the menu of a message, which is answered with a dialog. The bot
   * need not be in that chat.
   */
  | {
      readonly kind: 'action';
      /** By the app's manifest; absent where the client knows none, empty when it cannot be read. */
      readonly command?: string;
      /** The message it was chosen on; somebody else may have written it. Plain words, at most 20,000 characters. */
      readonly message?: { readonly text: string };
    }
  /** A thumb below an answer of the bot was pressed, and a form is to open. `helpful` is absent where it cannot be read which one. */
  | { readonly kind: 'feedback-form'; readonly helpful?: boolean }
  /** That form was sent off. `said` is absent where it cannot be read. */
  | { readonly kind: 'feedback'; readonly said?: SaidOfAnswer }
  /** The app was added here: for a person, a team or a group chat. */
  | { readonly kind: 'installed' }
  /** Nobody said anything or waits for an answer: the `change` is all there is. */
  | { readonly kind: 'noticed' };

/** The app, or the place itself, came or went. */
export interface PlaceChange {
  readonly sign: 'installed' | 'restored' | 'removed' | 'deleted';
  /** Whether it holds for every channel of the team. */
  readonly wholeTeam: boolean;
}

/** One thing that somebody did, in words of our own. */
export interface Incoming {
  /** Equal for every delivery of the same activity. */
  readonly id: string;
  readonly conversation: Conversation;
  readonly sender: Sender;
  readonly service: Service;
  /** By Teams' clock; absent where Teams does not say. */
  readonly happenedAt?: Instant;
  readonly change?: PlaceChange;
  /** Teams' id of the message whose button or thumb was pressed, where Teams says so. */
  readonly messageId?: string;
  readonly content: IncomingContent;
}
