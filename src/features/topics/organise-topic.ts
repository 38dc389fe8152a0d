import type { Deps } from '../../deps.ts';
import { toWays } from '../../domain/topic-decision.ts';
import type { TopicWay } from '../../domain/topic-decision.ts';
import { checkOrganiser } from './decide-topic.ts';
import type { OrganiserRequest } from './decide-topic.ts';
import { findShown } from './topic-results.ts';
import type { DeniedTopic, GoneTopic, ShownTopic, ShowTopicDeps } from './topic-results.ts';

export type OrganiseTopicResult =
  | { readonly kind: 'organised'; readonly shown: ShownTopic; readonly ways: readonly TopicWay[] }
  | GoneTopic
  | DeniedTopic;

/** "Organisieren": what can be done with a request as it is now. */
export async function organiseTopic(
  deps: Pick<Deps, 'logger'> & ShowTopicDeps,
  asked: OrganiserRequest,
): Promise<OrganiseTopicResult> {
  const permission = await checkOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const shown = await findShown(deps, asked.asker, asked.topicRequestId);
  return shown === undefined
    ? { kind: 'gone' }
    : { kind: 'organised', shown, ways: toWays(shown.request.state) };
}
