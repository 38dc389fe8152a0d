import { memberId, storedMemberId, tenantId, topicRequestId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { proposeTopic } from '../../src/domain/topic-states.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import { anna, tenant } from './conversation.ts';
import type { TestBot } from './conversation.ts';

/** The member that somebody is in the tests' tenant. */
export function memberOf({ aadObjectId }: Pick<typeof anna, 'aadObjectId'>): MemberId {
  return memberId(tenantId(tenant), aadObjectId);
}

/** A request as it stands in the store, proposed by somebody who voted for it. */
export function aTopicRequest(fields: Partial<TopicRequest> = {}): TopicRequest {
  const { request } = proposeTopic(
    fields.id ?? topicRequestId('t1'),
    { title: 'KI im Bauamt', tags: [] },
    { by: fields.by ?? storedMemberId('t.author'), votes: true, now: fields.createdAt ?? 0 },
  );
  return { ...request, ...fields };
}

/** Puts a request into the store, with the vote of whoever proposes it; `anna` organises in most tests. */
export async function proposed(
  bot: TestBot,
  fields: Partial<TopicRequest> & Pick<TopicRequest, 'title'>,
  by: MemberId = memberOf(anna),
): Promise<TopicRequest> {
  const { topicRequests, topicCatalogue } = bot.app.deps;
  const request = aTopicRequest({ createdAt: bot.clock.now(), changedAt: bot.clock.now(), by, ...fields });
  await topicRequests.add(request, {
    topicRequestId: request.id,
    memberId: by,
    votedAt: request.createdAt,
    followsSince: request.createdAt,
  });
  topicCatalogue.put(request);
  return request;
}
