import type { MemberId, TopicRequestId } from '../../domain/ids.ts';
import { hasLost, isMergedInto, isOnItsWay, settle } from '../../domain/topic-moves.ts';
import type { Source } from '../../domain/topic-moves.ts';
import type { Participation, TopicRequest } from '../../domain/topic-request.ts';
import { changeTopic } from './change-topic.ts';
import type { ChangeTopicDeps } from './change-topic.ts';

export type MoveVotesOutcome =
  /** Nothing is on its way any more. */
  | 'over'
  /** It is time for something else; the rest follows. */
  | 'unfinished'
  /** What it was merged into is gone. */
  | 'no-target';

interface Way {
  readonly from: TopicRequestId;
  readonly into: TopicRequestId;
}

/**
 * Moves votes and follows to the request that this one was merged into, or back, as the request is at each moment: each once, wherever it was
 * interrupted, whoever else does the same, and whatever is voted, restored or erased meanwhile.
 */
export async function moveVotes(
  deps: ChangeTopicDeps,
  from: TopicRequestId,
  isTimeUp: () => boolean,
): Promise<MoveVotesOutcome> {
  for (;;) {
    const before = await deps.topicRequests.find(from);
    if (before?.moving === undefined) {
      return 'over';
    }
    const { kind, other: into } = before.moving;
    // Whoever has read something before writes it no more: the other request has another version now.
    const target = await changeTopic(deps, into, {}, ({ request }) => ({ request }));
    if (target === undefined && kind === 'to') {
      return 'no-target';
    }
    const members = await findUnsettled(deps, before, into);
    for (const member of members) {
      if (isTimeUp()) {
        return 'unfinished';
      }
      await settleMember(deps, { from, into }, member);
    }
    if (members.size === 0 && (await finish(deps, before))) {
      return 'over';
    }
  }
}

/** Whose votes and follows are not where they must be. */
async function findUnsettled(
  { topicRequests }: ChangeTopicDeps,
  request: TopicRequest,
  into: TopicRequestId,
): Promise<ReadonlySet<MemberId>> {
  const isMerged = isMergedInto(request, into);
  const sources = await Array.fromAsync(topicRequests.participations(request.id));
  const known = await Array.fromAsync(topicRequests.participations(into));
  const passing = new Map(isMerged ? sources.map((one) => [one.memberId, one]) : []);
  const unsettled = [
    ...sources.filter((one) => (isMerged ? isOnItsWay(one, into) : one.movedTo === into)),
    ...known.filter((one) => hasLost(one, { from: request.id, participation: passing.get(one.memberId) })),
  ];
  return new Set(unsettled.map(({ memberId }) => memberId));
}

/** The other request first, and only as long as it is as it was when the rest was read; then it is noted that the vote has arrived. */
async function settleMember(deps: ChangeTopicDeps, way: Way, member: MemberId): Promise<void> {
  const { from, into } = way;
  const { topicRequests } = deps;
  for (;;) {
    const target = await topicRequests.find(into);
    const [request, participation, known] = await Promise.all([
      topicRequests.find(from),
      topicRequests.findParticipation(from, member),
      topicRequests.findParticipation(into, member),
    ]);
    const isMerged = request !== undefined && isMergedInto(request, into);
    const source: Source = { from, participation: isMerged ? participation : undefined };
    const others = known && hasLost(known, source) ? await findOthers(deps, way, member) : [];
    const isWritten =
      target === undefined || (await write(deps, target, { memberId: member, source, others }));
    if (isWritten && (await noteArrived(deps, way, { member, source, decision: toDecision(request) }))) {
      return;
    }
  }
}

/** What the member has to do with other requests that are merged into the same one. */
async function findOthers(
  { topicRequests }: ChangeTopicDeps,
  { from, into }: Way,
  member: MemberId,
): Promise<readonly Participation[]> {
  const others: Participation[] = [];
  for (const participation of await topicRequests.participationsOf(member)) {
    const { topicRequestId: id } = participation;
    const request = id === from || id === into ? undefined : await topicRequests.find(id);
    if (request !== undefined && isMergedInto(request, into)) {
      others.push(participation);
    }
  }
  return others;
}

/** False when somebody was faster. */
async function write(
  deps: ChangeTopicDeps,
  { id, version }: TopicRequest,
  {
    memberId,
    source,
    others,
  }: {
    readonly memberId: MemberId;
    readonly source: Source;
    readonly others: readonly Participation[];
  },
): Promise<boolean> {
  const seen = { isAsRead: false };
  await changeTopic(deps, id, { member: memberId }, ({ request, participation }) => {
    seen.isAsRead = request.version === version;
    const known = participation ?? { topicRequestId: id, memberId };
    return seen.isAsRead ? settle(request, known, source, others) : undefined;
  });
  return seen.isAsRead;
}

/** The one that its state is by: who restores a request and merges it once more has begun anew. */
function toDecision(request: TopicRequest | undefined): number | undefined {
  return request?.history.at(-1)?.number;
}

/** False when there is something else to be moved by now. */
async function noteArrived(
  deps: ChangeTopicDeps,
  { from, into }: Way,
  {
    member,
    source: { participation: read },
    decision,
  }: { readonly member: MemberId; readonly source: Source; readonly decision: number | undefined },
): Promise<boolean> {
  const seen = { isAsRead: read === undefined };
  await changeTopic(deps, from, { member }, ({ request, participation }) => {
    const isMerged = isMergedInto(request, into);
    const now = isMerged ? participation : undefined;
    seen.isAsRead =
      toDecision(request) === decision &&
      now?.votedAt === read?.votedAt &&
      now?.followsSince === read?.followsSince;
    const isNoted = isMerged ? !isOnItsWay(now, into) : participation?.movedTo !== into;
    if (!seen.isAsRead || isNoted || participation === undefined) {
      return undefined;
    }
    const { movedTo: _, ...rest } = participation;
    return { request, participation: isMerged ? { ...rest, movedTo: into } : rest };
  });
  return seen.isAsRead;
}

/** False when something has come to the request meanwhile, or gone. */
async function finish(deps: ChangeTopicDeps, { id, version }: TopicRequest): Promise<boolean> {
  const finished = await changeTopic(deps, id, {}, ({ request }) => {
    const { moving: _, ...rest } = request;
    return request.version === version ? { request: rest } : undefined;
  });
  return finished !== undefined;
}
