import type { Deps } from '../deps.ts';
import { followFeed } from './follow-feed.ts';
import type { Following } from './follow-feed.ts';

/** Every topic request that is stored can be listed and found, and stays so. */
export function followTopics(
  deps: Pick<Deps, 'topicRequests' | 'topicCatalogue' | 'logger'>,
): Promise<Following> {
  const { topicCatalogue, topicRequests } = deps;
  return followFeed(deps, {
    name: 'topic-catalogue',
    async follow(cursor) {
      const changes = await topicRequests.changes(cursor);
      for (const request of changes.written) {
        topicCatalogue.put(request);
      }
      for (const id of changes.removed) {
        topicCatalogue.remove(id);
      }
      return changes;
    },
    onChange: (listener) => topicRequests.onChange(listener),
  });
}
