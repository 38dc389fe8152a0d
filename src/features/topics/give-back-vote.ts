import type { MemberId, TopicRequestId } from '../../domain/ids.ts';
import { takeBack, toOwnLoss } from '../../domain/topic-moves.ts';
import type { Holders, Loss } from '../../domain/topic-moves.ts';
import type { Participation } from '../../domain/topic-request.ts';
import { changeTopic } from './change-topic.ts';
import type { ChangeTopicDeps } from './change-topic.ts';

interface Way {
  /** The request that the vote came with. */
  readonly from: TopicRequestId;
  readonly into: TopicRequestId;
  readonly memberId: MemberId;
}

/**
 * Takes what came with a merged request from the one it was merged into, and from where it went on from there. Doing it again changes
 * nothing. Written only while the other request is as it was when everything was read: whoever restores another merged request changes
 * that one first, so nothing is counted by a request that is merged no more.
 */
export async function giveBackVote(deps: ChangeTopicDeps, way: Way, loss: Loss): Promise<void> {
  const { from, into, memberId } = way;
  for (;;) {
    const target = await deps.topicRequests.find(into);
    const known = target && (await deps.topicRequests.findParticipation(into, memberId));
    if (target === undefined || known === undefined) {
      return;
    }
    const own = toOwnLoss(target, known, from, loss);
    if (!own.vote && own.followsSince === undefined) {
      return;
    }
    const holders = await findHolders(deps, way);
    await giveBackFurther(deps, way, known, {
      vote: own.vote && holders.vote === undefined,
      ...(own.followsSince !== undefined &&
        holders.follow === undefined && { followsSince: own.followsSince }),
    });
    const seen = { isOvertaken: false };
    await changeTopic(deps, into, { member: memberId }, ({ request, participation }) => {
      seen.isOvertaken = request.version !== target.version;
      return seen.isOvertaken || participation === undefined
        ? undefined
        : takeBack(request, participation, from, own, holders);
    });
    if (!seen.isOvertaken) {
      return;
    }
  }
}

/** Where the other request was merged as well, and the vote went on. */
async function giveBackFurther(
  deps: ChangeTopicDeps,
  { from, into, memberId }: Way,
  { movedTo }: Participation,
  loss: Loss,
): Promise<void> {
  if (movedTo !== undefined && movedTo !== from && (loss.vote || loss.followsSince !== undefined)) {
    await giveBackVote(deps, { from: into, into: movedTo, memberId }, loss);
  }
}

/** What the member has to do with other requests that were merged into the same one. */
async function findHolders(
  { topicRequests }: ChangeTopicDeps,
  { from, into, memberId }: Way,
): Promise<Holders> {
  const merged: Participation[] = [];
  for (const participation of await topicRequests.participationsOf(memberId)) {
    const { topicRequestId: id } = participation;
    const request = id === from || id === into ? undefined : await topicRequests.find(id);
    if (request?.state.kind === 'merged' && request.state.into === into) {
      merged.push(participation);
    }
  }
  const vote = merged.find(({ votedAt }) => votedAt !== undefined);
  const follow = merged.find(({ followsSince }) => followsSince !== undefined);
  return { ...(vote !== undefined && { vote }), ...(follow !== undefined && { follow }) };
}
