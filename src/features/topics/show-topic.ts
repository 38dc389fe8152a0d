import type { TopicRequestId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { findShown } from './topic-results.ts';
import type { GoneTopic, ShowTopicDeps, TopicDone } from './topic-results.ts';

/** A request with everything about it; everybody may read it. */
export async function showTopic(
  deps: ShowTopicDeps,
  { asker, topicRequestId }: { readonly asker: Asker; readonly topicRequestId: TopicRequestId },
): Promise<TopicDone<'shown'> | GoneTopic> {
  const shown = await findShown(deps, asker, topicRequestId);
  return shown === undefined ? { kind: 'gone' } : { kind: 'shown', shown };
}
