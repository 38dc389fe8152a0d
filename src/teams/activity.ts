import { createHash } from 'node:crypto';

import { z } from 'zod';

/** Absent, `null` and (for tolerated fields) malformed are the same: Teams sends all three. */
function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);
}

/** Ids go into headers of other systems, URLs and logs: no control characters, no half surrogate pairs. */
const teamsId = z
  .string()
  .min(1)
  .max(1_024)
  .refine((value) => value.isWellFormed() && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value), 'must be plain text');

/** Object ids and tenant ids become ids of documents. */
const entraId = z.string().regex(/^[0-9a-z-]{1,64}$/i);

const account = z.object({
  id: teamsId,
  name: maybe(z.string().max(1_024)),
  aadObjectId: entraId.nullish().transform((value) => value ?? undefined),
  role: maybe(z.string()),
});

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

const member = z.object({ id: z.string() });

/** The few fields of an activity that we use, https://aka.ms/botSpecs-activitySchema; everything else is dropped. */
export const TeamsActivity = z
  .object({
    type: z.string().min(1).max(64),
    id: maybe(teamsId),
    name: maybe(z.string()),
    action: maybe(z.string()),
    timestamp: maybe(z.iso.datetime({ offset: true })),
    channelId: z.string().catch(''),
    serviceUrl: z.string().catch(''),
    from: account,
    recipient: account,
    conversation: z.object({
      id: teamsId,
      conversationType: maybe(z.string()),
      isGroup: maybe(z.boolean()),
      tenantId: entraId.nullish(),
    }),
    channelData: z
      .object({
        tenant: z.object({ id: entraId }).nullish(),
        /** What a `conversationUpdate` in a team is about. */
        eventType: maybe(z.string()),
        team: maybe(z.object({ id: teamsId })),
        channel: maybe(z.object({ id: teamsId })),
      })
      .nullish(),
    replyToId: maybe(teamsId),
    text: maybe(z.string()),
    value: z.unknown().optional(),
    entities: maybe(z.array(z.unknown())).transform((entities) =>
      (entities ?? []).flatMap((entity) => mention.safeParse(entity).data ?? []),
    ),
    membersAdded: maybe(z.array(member)),
    membersRemoved: maybe(z.array(member)),
  })
  .transform((activity, context) => {
    const tenantId = activity.conversation.tenantId ?? activity.channelData?.tenant?.id;
    if (tenantId === undefined) {
      context.issues.push({ code: 'custom', message: 'Nobody is anybody without a tenant', input: activity });
      return z.NEVER;
    }
    return {
      ...activity,
      tenantId,
      /** The id that Teams gave it, if any; replies refer to it. */
      givenId: activity.id,
      // A repeated delivery has the same content, so without an id the content is the id.
      id: activity.id ?? createHash('sha256').update(JSON.stringify(activity)).digest('hex'),
    };
  });

export type TeamsActivity = z.output<typeof TeamsActivity>;

/** Whoever wrote this is a bot: another one, or we ourselves. */
export function isFromBot(activity: TeamsActivity): boolean {
  const { from, recipient } = activity;
  return from.role === 'bot' || from.id.startsWith('28:') || from.id === recipient.id;
}
