import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, TopicRequestId } from '../../domain/ids.ts';
import { dayMs, secondMs } from '../../domain/instant.ts';
import { reopen } from '../../domain/topic-moves.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import { nameNobody } from '../broadcasts/name-nobody.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import { changeTopic } from './change-topic.ts';
import type { ChangeTopicDeps } from './change-topic.ts';
import { findCircle } from './find-circle.ts';
import { moveVotes } from './move-votes.ts';

export type CarryOutTopicDeps = ChangeTopicDeps & Pick<Deps, 'broadcasts' | 'clock' | 'logger'>;

/** A quiet weekend and an app that stands still for a week are waited for. */
const lifeMs = 14 * dayMs;
/** Whoever presses waits no longer for votes to be moved; the job moves the rest. */
const pressMs = secondMs;

type IsTimeUp = () => boolean;

/** Tells the followers what changed, and moves votes, as it is stored with the request. A failure stops nothing else: the job tries again. */
export async function carryOutInTurn(deps: CarryOutTopicDeps, id: TopicRequestId): Promise<void> {
  const until = deps.clock.now() + pressMs;
  await tryInTurn(deps, id, tellFollowers);
  await tryInTurn(deps, id, (_deps, one) => move(deps, one, () => deps.clock.now() > until));
}

/** The same for all that were interrupted. Telling comes first: many votes take their time. */
export async function carryOutTopics(deps: CarryOutTopicDeps): Promise<void> {
  const undone = await deps.topicRequests.undone();
  for (const { id } of undone) {
    await tryInTurn(deps, id, tellFollowers);
  }
  for (const { id } of undone) {
    await tryInTurn(deps, id, (_deps, one) => move(deps, one, () => false));
  }
}

async function tryInTurn(
  deps: CarryOutTopicDeps,
  id: TopicRequestId,
  work: (deps: CarryOutTopicDeps, id: TopicRequestId) => Promise<void>,
): Promise<void> {
  try {
    await work(deps, id);
  } catch (error) {
    deps.logger.error('topic.not-carried-out', { topicRequestId: id, error });
  }
}

/** Of what the followers are told about one change. */
function newsId(id: TopicRequestId, number: number): BroadcastId {
  return broadcastId(`topic-news.${id}.${number}`);
}

/**
 * Each change is told once, however often this is begun: its broadcast has an id made of what it is about. Noted as told only as it was
 * read: whoever decided it may erase everything meanwhile, and is then named nowhere.
 */
async function tellFollowers(deps: CarryOutTopicDeps, id: TopicRequestId): Promise<void> {
  for (;;) {
    const untold = (await deps.topicRequests.find(id))?.untold ?? [];
    if (untold.length === 0) {
      return;
    }
    for (const change of untold) {
      await tell(deps, id, change);
    }
    await changeTopic(deps, id, {}, ({ request }) =>
      JSON.stringify(request.untold) === JSON.stringify(untold)
        ? { request: { ...request, untold: [] } }
        : undefined,
    );
  }
}

async function tell(
  deps: CarryOutTopicDeps,
  id: TopicRequestId,
  { number, except }: TopicRequest['untold'][number],
): Promise<void> {
  const broadcast = newsId(id, number);
  const outcome = await startBroadcast(deps, {
    id: broadcast,
    subject: { kind: 'topic-news', topicRequestId: id, number },
    audience: [{ kind: 'topic-followers', topicRequestId: id }],
    except: except === undefined ? [] : [except],
    lifeMs,
  });
  if (outcome === 'exists' && except === undefined) {
    await nameNobody(deps, broadcast);
  }
}

/** Moves votes to the other request or back from it, and on from there. */
async function move(deps: CarryOutTopicDeps, id: TopicRequestId, isTimeUp: IsTimeUp): Promise<void> {
  const request = await deps.topicRequests.find(id);
  if (request?.moving === undefined) {
    return;
  }
  const { other } = request.moving;
  await openCircle(deps, request);
  const outcome = await moveVotes(deps, id, isTimeUp);
  if (outcome === 'no-target') {
    await reopenNow(deps, request);
  } else if (outcome === 'over' && !isTimeUp()) {
    await move(deps, other, isTimeUp);
  }
}

/** Two organisers may merge two requests into each other at one moment. Whoever finds that opens the same one of them again. */
async function openCircle(deps: CarryOutTopicDeps, request: TopicRequest): Promise<void> {
  const circle = await findCircle(deps, request);
  const last = circle.toSorted((one, other) => (one.id < other.id ? -1 : 1)).at(-1);
  if (last !== undefined) {
    await reopenNow(deps, last);
  }
}

/** As long as it is merged by the same decision. */
async function reopenNow(deps: CarryOutTopicDeps, { id, history }: TopicRequest): Promise<void> {
  const number = history.at(-1)?.number;
  deps.logger.warn('topic.reopened', { topicRequestId: id });
  await changeTopic(deps, id, {}, ({ request }) =>
    request.state.kind === 'merged' && request.history.at(-1)?.number === number
      ? { request: reopen(request, deps.clock.now()) }
      : undefined,
  );
}
