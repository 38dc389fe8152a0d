import { newsCard, newsSummary } from '../cards/news-card.ts';
import type { ChatDeps } from './chat-deps.ts';
import type { ComposedMessage, ComposeRequest } from './compose-message.ts';
import { findNewsItem } from './find-news.ts';
import type { NewsSubject } from './find-news.ts';

/** News of a followed use case, or of one that a kept question was waiting for. */
export async function composeNews(
  deps: ChatDeps,
  subject: NewsSubject,
  { recipient, short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  const item = await findNewsItem(deps, subject, recipient);
  return item && { card: newsCard(item, { short }), summary: newsSummary(item) };
}
