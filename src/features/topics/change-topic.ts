import type { Deps } from '../../deps.ts';
import type { TopicRequestId } from '../../domain/ids.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import type { About, DecidedTopic, KnownTopic } from '../../store/topic-request-writes.ts';

export type ChangeTopicDeps = Pick<Deps, 'topicCatalogue' | 'topicRequests'>;

/** Changes a request in the store; whoever lists right afterwards sees it. See `TopicRequests.change`. */
export async function changeTopic(
  { topicCatalogue, topicRequests }: ChangeTopicDeps,
  id: TopicRequestId,
  about: About,
  decide: (known: KnownTopic) => DecidedTopic | undefined,
): Promise<TopicRequest | undefined> {
  const changed = await topicRequests.change(id, about, decide);
  if (changed !== undefined) {
    topicCatalogue.put(changed);
  }
  return changed;
}
