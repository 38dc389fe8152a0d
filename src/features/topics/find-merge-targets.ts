import type { Deps } from '../../deps.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';

/** More would be no choice any more. */
const mostTargets = 30;
/** Of the likest ones, which come first. */
const mostSimilar = 10;

/** Open and planned requests that the asker organises, too: the likest first, then those with the most votes. */
export async function findMergeTargets(
  { topicCatalogue, userGroups }: Pick<Deps, 'topicCatalogue' | 'userGroups'>,
  asker: Asker,
  { id, title, question = '' }: TopicRequest,
): Promise<readonly TopicRequest[]> {
  const groups = new Map((await userGroups.all()).map(({ value }) => [value.id, value]));
  const organises = (group: UserGroupId | undefined) => {
    const known = group === undefined ? undefined : groups.get(group);
    const current = known?.archivedAt === undefined ? known : undefined;
    return may(asker, 'organise-topics', current).kind === 'allowed';
  };
  const isTarget = (other: TopicRequest) =>
    other.id !== id &&
    (other.state.kind === 'open' || other.state.kind === 'planned') &&
    organises(other.userGroupId);
  const { hits } = topicCatalogue.search([title, question].join('\n'), isTarget, mostSimilar);
  const similar = new Set(hits.map((hit) => hit.id));
  const all = [...topicCatalogue.all()].filter(isTarget);
  const byId = new Map<string, TopicRequest>(all.map((one) => [one.id, one]));
  const others = all
    .filter((one) => !similar.has(one.id))
    .toSorted(
      (one, other) =>
        other.votes - one.votes || other.createdAt - one.createdAt || (one.id < other.id ? -1 : 1),
    );
  return [...[...similar].flatMap((one) => byId.get(one) ?? []), ...others].slice(0, mostTargets);
}
