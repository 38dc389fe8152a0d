import { restoreTopic as toRestored } from '../../domain/topic-states.ts';
import { checkOrganiser, decideTopic, toDone } from './decide-topic.ts';
import type { DecideTopicDeps, DecisionResult, OrganiserRequest } from './decide-topic.ts';

/** "Wieder öffnen": whatever was decided; a merged request gets its votes back. */
export async function restoreTopic(deps: DecideTopicDeps, asked: OrganiserRequest): Promise<DecisionResult> {
  const permission = await checkOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { topicRequestId } = asked;
  const kind = await decideTopic(deps, { topicRequestId, by: permission.memberId }, toRestored);
  return toDone(deps, asked, kind);
}
