import type { Deps } from '../../deps.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';

/** The requests that are merged into each other in a circle with this one; none, as it should be. */
export async function findCircle(
  { topicRequests }: Pick<Deps, 'topicRequests'>,
  request: TopicRequest,
): Promise<readonly TopicRequest[]> {
  const met = [request];
  for (let last = request; last.state.kind === 'merged';) {
    const { into } = last.state;
    if (into === request.id) {
      return met;
    }
    const next = await topicRequests.find(into);
    if (next === undefined || met.some(({ id }) => id === next.id)) {
      return [];
    }
    met.push(next);
    last = next;
  }
  return [];
}
