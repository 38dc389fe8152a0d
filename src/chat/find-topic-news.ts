import type { TopicNewsItem } from '../cards/topic-news-card.ts';
import type { Deps } from '../deps.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import type { Recipient } from '../domain/delivery.ts';
import { findReader } from '../features/follows/may-be-told.ts';
import { findTopicDeadline } from '../features/topics/describe-topic-deadline.ts';
import type { TopicDeadlineDeps } from '../features/topics/describe-topic-deadline.ts';
import { findTopicNews } from '../features/topics/describe-topic-news.ts';

export type TopicNewsDeps = TopicDeadlineDeps & Pick<Deps, 'members' | 'rules' | 'topicRequests'>;

/** What is told to a member about topics, if at this moment it still is to be told. */
export async function findTopicItem(
  deps: TopicNewsDeps,
  subject: BroadcastSubject & { kind: 'topic-news' | 'topic-deadline' },
  recipient: Recipient,
): Promise<TopicNewsItem | undefined> {
  if (recipient.kind !== 'member' || (await findReader(deps, recipient.memberId)) === undefined) {
    return undefined;
  }
  return subject.kind === 'topic-news'
    ? findTopicNews(deps, subject, recipient.memberId)
    : findTopicDeadline(deps, subject, recipient.memberId);
}
