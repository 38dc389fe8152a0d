import type { MemberId } from '../../domain/ids.ts';
import {
  isMergedBy,
  isOnMove,
  isToBeMoved,
  isWhole,
  stillHolds,
  takeOver,
  toOwnLoss,
} from '../../domain/topic-moves.ts';
import type { Move } from '../../domain/topic-moves.ts';
import type { Participation, TopicRequest } from '../../domain/topic-request.ts';
import { changeTopic } from './change-topic.ts';
import type { ChangeTopicDeps } from './change-topic.ts';
import { giveBackVote } from './give-back-vote.ts';

export type MoveVotesOutcome =
  /** All have arrived, or the request was restored meanwhile. */
  | 'over'
  /** It is time for something else; the rest follows. */
  | 'unfinished'
  /** The other request is gone. */
  | 'no-target';

/**
 * Moves the votes and follows of a merged request to the other one, each once, wherever it was interrupted and whoever else does the same.
 * A copy is written only while the other request is as it was when the source was read. Whoever takes something back changes the other
 * request first and looks for copies then: so no copy comes after them.
 */
export async function moveVotes(
  deps: ChangeTopicDeps,
  move: Move,
  isTimeUp: () => boolean,
): Promise<MoveVotesOutcome> {
  for (;;) {
    const before = await deps.topicRequests.find(move.from);
    if (!isOnMove(before, 'to', move)) {
      return 'over';
    }
    let count = 0;
    for await (const { memberId } of waiting(deps, move)) {
      if (isTimeUp()) {
        return 'unfinished';
      }
      count += 1;
      if ((await moveOne(deps, move, memberId)) === 'no-target') {
        return 'no-target';
      }
    }
    if (count === 0 && (await finish(deps, move, before))) {
      return 'over';
    }
  }
}

async function* waiting(
  { topicRequests }: ChangeTopicDeps,
  { from, into }: Move,
): AsyncGenerator<Participation> {
  const all = await Array.fromAsync(topicRequests.participations(from));
  yield* all.filter((one) => isToBeMoved(one, into));
}

async function moveOne(deps: ChangeTopicDeps, move: Move, memberId: MemberId): Promise<'done' | 'no-target'> {
  const { from, into } = move;
  for (;;) {
    const target = await deps.topicRequests.find(into);
    if (target === undefined) {
      return 'no-target';
    }
    const [request, source] = await Promise.all([
      deps.topicRequests.find(from),
      deps.topicRequests.findParticipation(from, memberId),
    ]);
    if (!isOnMove(request, 'to', move) || source === undefined || !isToBeMoved(source, into)) {
      return 'done';
    }
    if (await copy(deps, target, source)) {
      await noteArrived(deps, move, source);
      return 'done';
    }
  }
}

/** False when somebody was faster. */
async function copy(deps: ChangeTopicDeps, target: TopicRequest, source: Participation): Promise<boolean> {
  const seen = { isAsRead: false };
  await changeTopic(deps, target.id, { member: source.memberId }, ({ request, participation }) => {
    seen.isAsRead = request.version === target.version;
    return seen.isAsRead ? takeOver(request, participation, source) : undefined;
  });
  return seen.isAsRead;
}

/** What is erased or restored by now is taken back. */
async function noteArrived(deps: ChangeTopicDeps, move: Move, copied: Participation): Promise<void> {
  const { from, into } = move;
  const { memberId, followsSince } = copied;
  const seen = { isRight: false };
  await changeTopic(deps, from, { member: memberId }, ({ request, participation }) => {
    if (!isMergedBy(request, move) || !stillHolds(participation, copied)) {
      seen.isRight = false;
      return undefined;
    }
    seen.isRight = true;
    return participation.movedTo === into || !isWhole(participation, copied)
      ? undefined
      : { request, participation: { ...participation, movedTo: into } };
  });
  if (!seen.isRight) {
    const loss = { vote: true, ...(followsSince !== undefined && { followsSince }) };
    await giveBackVote(deps, { from, into, memberId }, loss);
  }
}

/** False when something has come to the request meanwhile, which then follows. */
async function finish(deps: ChangeTopicDeps, move: Move, before: TopicRequest): Promise<boolean> {
  const { from, into } = move;
  await stopCopies(deps, move);
  for await (const { memberId, votedBy, followsSince } of deps.topicRequests.participations(into)) {
    const source = votedBy === from ? await deps.topicRequests.findParticipation(from, memberId) : undefined;
    if (votedBy === from && source?.votedAt === undefined) {
      // Without the source everything of the member was erased.
      const follow = source === undefined && followsSince !== undefined ? { followsSince } : {};
      await giveBackVote(deps, { from, into, memberId }, { vote: true, ...follow });
    }
  }
  const finished = await changeTopic(deps, from, {}, ({ request }) => {
    const { moving: _, ...rest } = request;
    return isOnMove(request, 'to', move) && request.version === before.version
      ? { request: rest }
      : undefined;
  });
  return finished !== undefined;
}

/** Whoever has read the source before writes no copy any more: the other request has another version now. */
async function stopCopies(deps: ChangeTopicDeps, { into }: Pick<Move, 'into'>): Promise<void> {
  await changeTopic(deps, into, {}, ({ request }) => ({ request }));
}

/** A restored request gets back what went to the other one with it, and the other one loses it. */
export async function bringBackVotes(
  deps: ChangeTopicDeps,
  move: Move,
  isTimeUp: () => boolean,
): Promise<'over' | 'unfinished'> {
  const { from, into } = move;
  await stopCopies(deps, move);
  const sources = await Array.fromAsync(deps.topicRequests.participations(from));
  const sourceOf = new Map(sources.map((one) => [one.memberId, one]));
  for await (const known of deps.topicRequests.participations(into)) {
    if (isTimeUp()) {
      return 'unfinished';
    }
    const followsSince = sourceOf.get(known.memberId)?.followsSince;
    const loss = { vote: true, ...(followsSince !== undefined && { followsSince }) };
    const { vote, followsSince: follow } = toOwnLoss({}, known, from, loss);
    if (vote || follow !== undefined) {
      await giveBackVote(deps, { from, into, memberId: known.memberId }, loss);
    }
  }
  for (const { memberId } of sources.filter(({ movedTo }) => movedTo !== undefined)) {
    await changeTopic(deps, from, { member: memberId }, ({ request, participation }) => {
      if (participation?.movedTo !== into || !isOnMove(request, 'back-from', move)) {
        return undefined;
      }
      const { movedTo: _, ...stays } = participation;
      return { request, participation: stays };
    });
  }
  await changeTopic(deps, from, {}, ({ request }) => {
    const { moving: _, ...rest } = request;
    return isOnMove(request, 'back-from', move) ? { request: rest } : undefined;
  });
  return 'over';
}
