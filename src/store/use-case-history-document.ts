import { z } from 'zod';
import { communeId, storedMemberId, useCaseId } from '../domain/ids.ts';
import { stages } from '../domain/stage.ts';
import type { HistoryEntry } from '../domain/use-case-history.ts';
import { defineDocument } from './document.ts';
import { AdopterBodySchema } from './use-case-document.ts';

const text = z.string();

const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('published') }),
  z.object({
    kind: z.literal('edited'),
    fields: z.array(z.object({ field: text, before: text, after: text })),
  }),
  z.object({ kind: z.literal('adopted'), body: AdopterBodySchema, stage: z.enum(stages) }),
  z.object({
    kind: z.literal('adoption-changed'),
    body: AdopterBodySchema,
    from: z.enum(stages),
    to: z.enum(stages),
  }),
  z.object({ kind: z.literal('adoption-withdrawn'), body: AdopterBodySchema }),
  z.object({ kind: z.literal('confirmed') }),
  z.object({ kind: z.literal('archived'), reason: text.exactOptional() }),
  z.object({ kind: z.literal('restored') }),
]);

/** One entry of a use case's history; it stands in the partition of the use case, so that both are written at once. */
export const historyDocument = defineDocument<HistoryEntry>({
  name: 'use-case-history',
  version: 1,
  schema: z.object({
    useCaseId: text.transform(useCaseId),
    version: z.number().int().positive(),
    at: z.number().int(),
    by: z.object({
      memberId: text.transform(storedMemberId).exactOptional(),
      communeId: text.transform(communeId).exactOptional(),
      organiser: z.boolean(),
    }),
    change: Change,
  }),
  upgrades: {},
});
