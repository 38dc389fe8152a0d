import type { TopicRequestId } from '../../domain/ids.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import { isOnlyTheirs } from '../../domain/topic-states.ts';
import { findChangeable } from './change-topic-words.ts';
import type { AboutTopicRequest, ChangeObstacle, ChangeWordsDeps } from './change-topic-words.ts';

export type AskToRemoveTopicResult =
  | { readonly kind: 'asked'; readonly request: TopicRequest }
  | ChangeObstacle;

/** Whether it may be removed; nothing happens yet. */
export async function askToRemoveTopic(
  deps: ChangeWordsDeps,
  { asker, topicRequestId }: AboutTopicRequest,
): Promise<AskToRemoveTopicResult> {
  const found = await findChangeable(deps, asker, topicRequestId, 'mayRemove');
  return found.kind === 'found' ? { kind: 'asked', request: found.shown.request } : found;
}

export type RemoveTopicResult = { readonly kind: 'removed' } | ChangeObstacle;

/** "Zurücknehmen", by its author, as long as nobody else has to do with it. */
export async function removeTopic(
  deps: ChangeWordsDeps,
  { asker, topicRequestId }: AboutTopicRequest,
): Promise<RemoveTopicResult> {
  const found = await findChangeable(deps, asker, topicRequestId, 'mayRemove');
  if (found.kind !== 'found') {
    return found;
  }
  if (isMergedInto(deps, topicRequestId)) {
    return { kind: 'not-theirs' };
  }
  const removed = await deps.topicRequests.remove(
    topicRequestId,
    (request, participations) => request.by === found.memberId && isOnlyTheirs(request, participations),
  );
  if (removed === 'absent') {
    return (await deps.topicRequests.find(topicRequestId)) === undefined
      ? { kind: 'gone' }
      : { kind: 'not-theirs' };
  }
  deps.topicCatalogue.remove(topicRequestId);
  return { kind: 'removed' };
}

/** Another one points here, even if it is of the same author: it would lead nowhere. */
function isMergedInto({ topicCatalogue }: ChangeWordsDeps, id: TopicRequestId): boolean {
  return [...topicCatalogue.all()].some(({ state }) => state.kind === 'merged' && state.into === id);
}
