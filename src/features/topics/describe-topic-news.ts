import type { Deps } from '../../deps.ts';
import type { BroadcastSubject } from '../../domain/broadcast.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Participation, TopicChange, TopicRequest, TopicState } from '../../domain/topic-request.ts';
import { findEnd } from './topic-results.ts';

/** What somebody is told about a change of a topic request that they follow, and how it is by now. */
export interface TopicNews {
  readonly kind: 'topic-news';
  readonly request: TopicRequest;
  readonly change: TopicChange;
  /** What they have to do with it. `counted`: their vote came with a request that was merged into this one. */
  readonly role: 'author' | 'voter' | 'counted' | 'follower';
  readonly voted: boolean;
  /** Of `counted`: the one that their vote came with; absent when it is gone. */
  readonly source?: TopicRequest;
  /** Of a merge: what it was merged into. While it is, where its votes count in the end. Absent when that is gone. */
  readonly into?: TopicRequest;
  /** What it has become since, when that is something else. */
  readonly meanwhile?: { readonly state: TopicState; readonly into?: TopicRequest };
}

type NewsDeps = Pick<Deps, 'topicRequests'>;

/** Nothing for who does not follow it any more, and nothing of what was before they followed it. */
export async function findTopicNews(
  deps: NewsDeps,
  { topicRequestId, number }: BroadcastSubject & { kind: 'topic-news' },
  member: MemberId,
): Promise<TopicNews | undefined> {
  const [request, own] = await Promise.all([
    deps.topicRequests.find(topicRequestId),
    deps.topicRequests.findParticipation(topicRequestId, member),
  ]);
  const change = request?.history.find((one) => one.number === number);
  if (request === undefined || change === undefined || own?.followsSince === undefined) {
    return undefined;
  }
  return own.followsSince > change.at ? undefined : describe(deps, request, change, own);
}

async function describe(
  deps: NewsDeps,
  request: TopicRequest,
  change: TopicChange,
  own: Participation,
): Promise<TopicNews> {
  const isSame = JSON.stringify(request.state) === JSON.stringify(change.state);
  const [source, end] = await Promise.all([
    own.votedBy === undefined ? undefined : deps.topicRequests.find(own.votedBy),
    findEnd(deps, request),
  ]);
  const into =
    change.state.kind !== 'merged' || isSame ? end : await deps.topicRequests.find(change.state.into);
  return {
    kind: 'topic-news',
    request,
    change,
    role: roleOf(request, own),
    voted: own.votedAt !== undefined,
    ...(source !== undefined && { source }),
    ...(change.state.kind === 'merged' && into !== undefined && { into }),
    ...(!isSame && { meanwhile: { state: request.state, ...(end !== undefined && { into: end }) } }),
  };
}

function roleOf({ by }: TopicRequest, { memberId, votedAt, votedBy }: Participation): TopicNews['role'] {
  if (by === memberId) {
    return 'author';
  }
  if (votedAt === undefined) {
    return 'follower';
  }
  return votedBy === undefined ? 'voter' : 'counted';
}
