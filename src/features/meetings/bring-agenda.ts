import type { Deps } from '../../deps.ts';
import type { TopicRequestId } from '../../domain/ids.ts';
import { toLocalTime } from '../../domain/local-time.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { isOver } from '../../domain/meetings/meeting-times.ts';
import type { TopicPlan, TopicRequest } from '../../domain/topic-request.ts';
import { planTopic, restoreTopic } from '../../domain/topic-states.ts';
import type { CarryOutTopicDeps } from '../topics/carry-out-topic.ts';
import { decideTopic } from '../topics/decide-topic.ts';
import { findEnd } from '../topics/topic-results.ts';

export type AgendaDeps = CarryOutTopicDeps & Pick<Deps, 'meetings'>;

/**
 * Topics on the agenda are planned for the meeting; those that were taken off it, or whose meeting is cancelled, are open again. One that
 * stands on several agendas is planned for the meeting that begins first. What becomes of them at a meeting that is over, or has results
 * already, those say; one that fell out has none.
 */
export async function bringAgenda(deps: AgendaDeps, meeting: Meeting): Promise<void> {
  const now = deps.clock.now();
  const tookPlace = isOver(meeting, now) && meeting.state.kind !== 'cancelled';
  if (tookPlace || meeting.results !== undefined) {
    return;
  }
  const concerned = new Set(await findAgenda(deps, meeting));
  for (const { id, state } of deps.topicCatalogue.all()) {
    if (state.kind === 'planned' && state.plan.meetingId === meeting.id) {
      concerned.add(id);
    }
  }
  if (concerned.size === 0) {
    return;
  }
  const first = await findFirstMeetings(deps, concerned);
  for (const topicRequestId of concerned) {
    await bring(deps, { topicRequestId, meeting, first: first.get(topicRequestId) });
  }
}

/** Of a request that was merged, the one where its votes count. */
async function findAgenda(
  deps: Pick<Deps, 'topicRequests'>,
  { topics }: Meeting,
): Promise<readonly TopicRequestId[]> {
  const found = await Promise.all(
    topics.map(async (id) => {
      const request = await deps.topicRequests.find(id);
      return request?.state.kind === 'merged' ? findEnd(deps, request) : request;
    }),
  );
  return found.flatMap((request) => request?.id ?? []);
}

/** Of each topic the meeting that begins first among those that have it on their agenda and take place. */
async function findFirstMeetings(
  deps: AgendaDeps,
  wanted: ReadonlySet<TopicRequestId>,
): Promise<ReadonlyMap<TopicRequestId, Meeting>> {
  const first = new Map<TopicRequestId, Meeting>();
  for (const meeting of await deps.meetings.notOver(deps.clock.now())) {
    if (meeting.state.kind !== 'published' || meeting.results !== undefined) {
      continue;
    }
    for (const id of await findAgenda(deps, meeting)) {
      const known = first.get(id);
      if (wanted.has(id) && (known === undefined || isEarlier(meeting, known))) {
        first.set(id, meeting);
      }
    }
  }
  return first;
}

function isEarlier(one: Meeting, other: Meeting): boolean {
  return one.startsAt === other.startsAt ? one.id < other.id : one.startsAt < other.startsAt;
}

interface Brought {
  readonly topicRequestId: TopicRequestId;
  readonly meeting: Meeting;
  /** Undefined: it is on no agenda. */
  readonly first: Meeting | undefined;
}

/** What is planned already, word for word, stays as it is, and nobody is told again. */
async function bring(deps: AgendaDeps, { topicRequestId, meeting, first }: Brought): Promise<void> {
  const by = (first ?? meeting).by;
  await decideTopic(deps, { topicRequestId, ...(by !== undefined && { by }) }, (request, change) => {
    if (first !== undefined) {
      return planTopic(request, toPlan(first), change);
    }
    return isPlannedFor(request, meeting) ? restoreTopic(request, change) : { kind: 'already', request };
  });
}

function isPlannedFor({ state }: TopicRequest, { id }: Meeting): boolean {
  return state.kind === 'planned' && state.plan.meetingId === id;
}

/** In the order in which it is stored. */
function toPlan({ id, title, startsAt }: Meeting): TopicPlan {
  return { date: toLocalTime(startsAt).date, reference: title, meetingId: id };
}
