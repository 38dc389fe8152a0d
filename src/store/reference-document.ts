import { z } from 'zod';
import { conversationId, storedMemberId, tenantId } from '../domain/ids.ts';
import type { KnownPlace } from '../domain/known-place.ts';
import type { JsonObject } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';

const instant = z.number().int();

const signs = z.strictObject({
  installed: instant.exactOptional(),
  wrote: instant.exactOptional(),
  restored: instant.exactOptional(),
  active: instant.exactOptional(),
  removed: instant.exactOptional(),
  deleted: instant.exactOptional(),
  blocked: instant.exactOptional(),
  'disabled-by-admin': instant.exactOptional(),
});

const met = z.strictObject({
  conversationId: z.string().transform(conversationId),
  kind: z.enum(['personal', 'group', 'channel']),
  tenantId: z.string().transform(tenantId),
  serviceUrl: z.string(),
  botId: z.string(),
  memberId: z.string().transform(storedMemberId).exactOptional(),
  teamId: z.string().exactOptional(),
  seenAt: instant,
  signs,
});

/** A place that was met, flat so that its fields can be indexed; or the signs alone, which name nobody. */
const referenceDocument = defineDocument({
  name: 'reference',
  version: 1,
  schema: z.union([met, z.strictObject({ signs })]),
  upgrades: {},
});

export function toPlaceBody({ met: place, signs: known }: KnownPlace): JsonObject {
  return referenceDocument.toBody(
    place === undefined ? { signs: known } : { ...place.address, seenAt: place.seenAt, signs: known },
  );
}

export function parsePlaceBody(body: JsonObject): KnownPlace {
  const parsed = referenceDocument.parse(body);
  if (!('conversationId' in parsed)) {
    return parsed;
  }
  const { seenAt, signs: known, ...address } = parsed;
  return { signs: known, met: { address, seenAt } };
}
