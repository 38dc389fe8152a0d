import type { CardAction } from '../cards/actions.ts';
import { noUserGroup } from '../cards/actions.ts';
import type { TopicList } from '../cards/topic-actions.ts';
import { topicListCard } from '../cards/topic-list-card.ts';
import { isPersonal } from '../cards/topic-parts.ts';
import { listTopics } from '../features/topics/list-topics.ts';
import { noteSharedTopicList } from '../features/topics/shared-topic-lists.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { ComposedMessage } from './compose-message.ts';
import type { View } from './personal-view.ts';

type Action = Extract<CardAction, { verb: `topic.${'list' | 'chooseList'}` }>;

/** "Themen": a page of them, as chosen. */
export async function toTopicListView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  if (action.verb === 'topic.list') {
    return showTopicList(deps, turn, action);
  }
  const { view, userGroup } = action;
  const isChosen = userGroup !== undefined && userGroup !== noUserGroup;
  return showTopicList(deps, turn, { view, page: 1, ...(isChosen && { userGroupId: userGroup }) });
}

/** The list as it is now, with what just happened above it. One's own topics are for oneself alone. */
export async function showTopicList(
  deps: ChatDeps,
  { asker, conversation, surface }: Turn,
  list: TopicList,
  outcome?: string,
): Promise<View> {
  const { view, userGroupId, page } = list;
  const shared = !isPersonal(surface);
  if (shared && view === 'mine') {
    return memberTexts.personalOnly;
  }
  const group = userGroupId === undefined ? {} : { userGroupId };
  const result = await listTopics(deps, { view, page, ...group, ...(!shared && { asker }) });
  const { channelId, id: conversationId } = conversation;
  const place = { conversationId, placeId: channelId ?? conversationId };
  return {
    title: topicTexts.topics,
    card: topicListCard(result, surface, outcome),
    ...(shared && {
      onPosted: (activityId) => noteSharedTopicList(deps, { ...place, activityId, list }),
    }),
  };
}

/** A list that stands in a channel or group chat, as everybody sees it at this moment. */
export async function drawSharedTopicList(deps: ChatDeps, list: TopicList): Promise<ComposedMessage> {
  const { view, userGroupId, page } = list;
  const group = userGroupId === undefined ? {} : { userGroupId };
  const result = await listTopics(deps, { view, page, ...group });
  const card = topicListCard(result, { shared: true, dialogs: deps.dialogs });
  return { card, summary: card.fallbackText };
}
