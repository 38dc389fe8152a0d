import type { Deps } from '../../deps.ts';
import type { BroadcastPart } from '../../domain/audience.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, MeetingId, TopicRequestId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import { keepRsvpDays } from '../../domain/meetings/meeting.ts';
import type { Meeting, MeetingResults } from '../../domain/meetings/meeting.ts';
import { toTopicResult } from '../../domain/meetings/meeting-result-form.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import { restoreTopic, treatTopic } from '../../domain/topic-states.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import type { CarryOutTopicDeps } from '../topics/carry-out-topic.ts';
import { decideTopic } from '../topics/decide-topic.ts';
import { findEnd } from '../topics/topic-results.ts';
import { bringAgenda } from './bring-agenda.ts';

export type PostResultsDeps = CarryOutTopicDeps & Pick<Deps, 'meetings' | 'userGroupChannels'>;

/** How long somebody may wait for them. */
const lifeMs = 7 * dayMs;

export function resultsId(id: MeetingId): BroadcastId {
  return broadcastId(`meeting-results.${id}`);
}

/**
 * Posts the results in the channels of the invitation and to those who had a seat, or corrects what was posted. Topics that were treated
 * say so with them; those that were not are taken up again. Done again it changes nothing.
 */
export async function postResults(deps: PostResultsDeps, meeting: Meeting): Promise<void> {
  const { results } = meeting;
  if (results === undefined) {
    return;
  }
  await bringTopics(deps, meeting, results);
  await broadcastResults(deps, meeting, results);
}

async function broadcastResults(
  deps: Pick<Deps, 'broadcasts' | 'clock'>,
  { id: meetingId, startsAt, invited }: Meeting,
  { edition }: MeetingResults,
): Promise<void> {
  const id = resultsId(meetingId);
  // As long as it is known what was posted, from its beginning on, and who had a seat: otherwise a correction would come as something new.
  if (deps.clock.now() < startsAt + keepRsvpDays * dayMs) {
    const channels = invited.channels.map((conversationId): BroadcastPart => ({
      kind: 'channel',
      conversationId,
    }));
    const people = { kind: 'meeting-participants', meetingId, among: 'accepted' } as const;
    const subject = { kind: 'meeting-results', meetingId } as const;
    if (
      (await startBroadcast(deps, { id, subject, audience: [...channels, people], lifeMs })) === 'started'
    ) {
      return;
    }
  }
  await reviseBroadcast(deps, id, { revision: edition });
}

async function bringTopics(deps: PostResultsDeps, meeting: Meeting, results: MeetingResults): Promise<void> {
  const result = toTopicResult(results);
  const treated = new Set(await findEnds(deps, results.treated));
  for (const topicRequestId of treated) {
    await decideTopic(deps, { topicRequestId, ...toBy(meeting) }, (request, change) =>
      treatTopic(request, result, change),
    );
  }
  const planned = [...deps.topicCatalogue.all()].filter((request) => isPlannedFor(request, meeting));
  const agenda = new Set([...(await findEnds(deps, meeting.topics)), ...planned.map(({ id }) => id)]);
  for (const id of agenda) {
    if (!treated.has(id)) {
      await releaseTopic(deps, meeting, id, (request) => isPlannedFor(request, meeting));
    }
  }
}

/** What was decided about a topic here holds no more: it is planned for the next meeting that has it on its agenda, otherwise open. */
export async function releaseTopic(
  deps: PostResultsDeps,
  meeting: Meeting,
  topicRequestId: TopicRequestId,
  isOurs: (request: TopicRequest) => boolean,
): Promise<void> {
  const next = await findNext(deps, meeting, topicRequestId);
  await decideTopic(deps, { topicRequestId, ...toBy(meeting) }, (request, change) => {
    const goesOn = next !== undefined && request.state.kind === 'planned';
    return isOurs(request) && !goesOn ? restoreTopic(request, change) : { kind: 'already', request };
  });
  if (next !== undefined) {
    await bringAgenda(deps, next);
  }
}

function isPlannedFor({ state }: TopicRequest, { id }: Pick<Meeting, 'id'>): boolean {
  return state.kind === 'planned' && state.plan.meetingId === id;
}

/** Of requests that were merged, the ones where their votes count. */
async function findEnds(
  deps: Pick<Deps, 'topicRequests'>,
  ids: readonly TopicRequestId[],
): Promise<readonly TopicRequestId[]> {
  const found = await Promise.all(
    ids.map(async (id) => {
      const request = await deps.topicRequests.find(id);
      return request?.state.kind === 'merged' ? findEnd(deps, request) : request;
    }),
  );
  return found.flatMap((request) => request?.id ?? []);
}

/** The next one that takes place. */
async function findNext(
  deps: PostResultsDeps,
  { id }: Meeting,
  topic: TopicRequestId,
): Promise<Meeting | undefined> {
  const toCome = (await deps.meetings.notOver(deps.clock.now())).filter(
    ({ id: other, state, results }) => other !== id && state.kind === 'published' && results === undefined,
  );
  for (const other of toCome.toSorted((one, next) => one.startsAt - next.startsAt)) {
    if ((await findEnds(deps, other.topics)).includes(topic)) {
      return other;
    }
  }
  return undefined;
}

function toBy({ by }: Meeting) {
  return by === undefined ? {} : { by };
}
