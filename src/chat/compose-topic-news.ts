import { topicNewsCard, topicNewsSummary } from '../cards/topic-news-card.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import type { ChatDeps } from './chat-deps.ts';
import type { ComposedMessage, ComposeRequest } from './compose-message.ts';
import { findTopicItem } from './find-topic-news.ts';

/** What became of a topic, to whoever follows it. */
export async function composeTopicNews(
  deps: ChatDeps,
  subject: BroadcastSubject & { kind: 'topic-news' },
  { recipient, short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  const item = await findTopicItem(deps, subject, recipient);
  return item && { card: topicNewsCard(item, { short }), summary: topicNewsSummary(item) };
}
