import { z } from 'zod';
import type { Bucket } from '../domain/bucket.ts';
import type { Delivery } from '../domain/delivery.ts';
import { broadcastId, communeId, conversationId, storedMemberId, tenantId } from '../domain/ids.ts';
import type { JsonObject } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { toMemberKey } from './member-key.ts';

const time = z.number().int();
const epoch = z.number().int();
const count = z.number().int().nonnegative();
const reasons = [
  'never-met',
  'removed',
  'blocked',
  'deleted',
  'disabled-by-admin',
  'foreign-service',
  'opted-out',
] as const;

const deliveryDocument = defineDocument({
  name: 'delivery',
  version: 1,
  schema: z.object({
    broadcastId: z.string().transform(broadcastId),
    tenantId: z.string().transform(tenantId),
    recipient: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('member'), memberId: z.string().transform(storedMemberId) }),
      z.object({ kind: z.literal('place'), conversationId: z.string().transform(conversationId) }),
      z.object({ kind: z.literal('erased') }),
    ]),
    communeId: z.string().transform(communeId).exactOptional(),
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('planned') }),
      z.object({ kind: z.literal('claimed'), epoch }),
      z.object({ kind: z.literal('sending'), epoch, since: time }),
      z.object({
        kind: z.literal('waiting'),
        until: time,
        because: z.enum(['throttled', 'retry', 'quiet-hours', 'daily']),
      }),
      z.object({ kind: z.literal('delivered'), at: time, activityId: z.string().exactOptional() }),
      z.object({ kind: z.literal('rejected'), code: z.string() }),
      z.object({ kind: z.literal('unclear'), epoch, since: time }),
      z.object({ kind: z.literal('unreachable'), because: z.enum(reasons) }),
      z.object({ kind: z.literal('cancelled') }),
      z.object({ kind: z.literal('expired') }),
    ]),
    attempts: count,
    expiresAt: time,
    postponed: z.object({ until: time, because: z.enum(['quiet-hours', 'daily']) }).exactOptional(),
    revision: count,
    notRevised: z.object({ revision: count, code: z.string() }).exactOptional(),
    repeated: z.literal(true).exactOptional(),
    /** What queries name: the hash under which everything of a member is found, and parts of the state. */
    memberKey: z.string().exactOptional(),
    stateKind: z.string(),
    until: time.exactOptional(),
  }),
  upgrades: {},
});

const bucketDocument = defineDocument({
  name: 'bucket',
  version: 1,
  schema: z.object({
    broadcastId: z.string().transform(broadcastId),
    tenantId: z.string().transform(tenantId),
    sealed: z.boolean(),
    total: count,
    tally: z.record(z.string(), count),
    revision: count,
    toRevise: count,
    notRevised: count,
    repeats: count,
  }),
  upgrades: {},
});

export function toDeliveryBody(delivery: Delivery): JsonObject {
  const { recipient, state } = delivery;
  return deliveryDocument.toBody({
    ...delivery,
    ...(recipient.kind === 'member' && { memberKey: toMemberKey(recipient.memberId).id }),
    stateKind: state.kind,
    ...(state.kind === 'waiting' && { until: state.until }),
  });
}

export function parseDeliveryBody(body: JsonObject): Delivery {
  const { memberKey: _m, stateKind: _s, until: _u, ...delivery } = deliveryDocument.parse(body);
  return delivery;
}

export function toBucketBody(bucket: Bucket): JsonObject {
  return bucketDocument.toBody({ ...bucket, tally: { ...bucket.tally } });
}

export function parseBucketBody(body: JsonObject): Bucket {
  return bucketDocument.parse(body);
}
