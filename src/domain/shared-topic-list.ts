import type { ConversationId, UserGroupId } from './ids.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import type { TopicView } from './topic-view.ts';

/** A list of topics that stands on a card in a channel or group chat, where it is kept as it is now. */
export interface SharedTopicList {
  /** Of a channel: the thread. */
  readonly conversationId: ConversationId;
  /** The channel or group chat, where the bot's way there is known. */
  readonly placeId: ConversationId;
  /** Teams' id of the message. */
  readonly activityId: string;
  readonly list: {
    readonly view: TopicView;
    readonly userGroupId?: UserGroupId;
    readonly page: number;
  };
  readonly postedAt: Instant;
}

/** For so long it is kept as it is in the store; then it stays as it is. */
export const keepSharedListsMs = 14 * dayMs;
/** The latest of them are kept as they are now. */
export const mostSharedLists = 200;
