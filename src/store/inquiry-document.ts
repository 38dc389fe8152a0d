import { z } from 'zod';
import { communeId, inquiryId, storedMemberId, userGroupId } from '../domain/ids.ts';
import type { InquiryId } from '../domain/ids.ts';
import { answerStages, closesAt, forgetsAt, hasUndone, inquiryAnswerKinds } from '../domain/inquiry.ts';
import type { Inquiry, InquiryAnswer, InquiryPlace } from '../domain/inquiry.ts';
import type { JsonObject, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { toMemberKey } from './member-key.ts';

const time = z.number().int();
const count = z.number().int().nonnegative();
const member = z.string().transform(storedMemberId);
const commune = z.string().transform(communeId);

const inquiryDocument = defineDocument({
  name: 'inquiry',
  version: 1,
  schema: z.object({
    id: z.string().transform(inquiryId),
    question: z.string(),
    more: z.string().exactOptional(),
    named: z.boolean(),
    communeId: commune.exactOptional(),
    by: member.exactOptional(),
    createdAt: time,
    sentAt: time.exactOptional(),
    sendingAt: time.exactOptional(),
    answeredAt: time.exactOptional(),
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('draft') }),
      z.object({ kind: z.literal('open') }),
      z.object({ kind: z.literal('answered') }),
      z.object({ kind: z.literal('closed'), at: time, because: z.enum(['asker', 'organiser', 'time']) }),
    ]),
    answers: count,
    numbered: count,
    revision: count,
    shown: count,
    posts: z.array(z.object({ to: z.string().transform(toPlace), begun: z.boolean() })),
    untold: z.array(z.object({ number: count, version: count })),
    /** The hash under which everything of a member is found. */
    askerKey: z.string().exactOptional(),
    /** When it closes by itself; and of a closed one, when it is forgotten. */
    closesAt: time.exactOptional(),
    hasUndone: z.literal(true).exactOptional(),
  }),
  upgrades: {},
});

const answerDocument = defineDocument({
  name: 'inquiry-answer',
  version: 1,
  schema: z.object({
    inquiryId: z.string().transform(inquiryId),
    number: count,
    kind: z.enum(inquiryAnswerKinds),
    stage: z.enum(answerStages).exactOptional(),
    text: z.string(),
    by: member,
    communeId: commune.exactOptional(),
    at: time,
    version: count,
    answererKey: z.string(),
  }),
  upgrades: {},
});

export function toInquiryBody(inquiry: Inquiry): JsonObject {
  const ending = closesAt(inquiry) ?? forgetsAt(inquiry);
  return inquiryDocument.toBody({
    ...inquiry,
    posts: [...inquiry.posts],
    untold: [...inquiry.untold],
    ...(inquiry.by !== undefined && { askerKey: toMemberKey(inquiry.by).id }),
    ...(ending !== undefined && { closesAt: ending }),
    ...(hasUndone(inquiry) && { hasUndone: true }),
  });
}

export function toAnswerBody(id: InquiryId, answer: InquiryAnswer): JsonObject {
  const { id: answererKey } = toMemberKey(answer.by);
  return answerDocument.toBody({ ...answer, inquiryId: id, answererKey });
}

export function toInquiry({ body }: StoredDocument): Inquiry {
  const { askerKey: _a, closesAt: _c, hasUndone: _h, ...inquiry } = inquiryDocument.parse(body);
  return inquiry;
}

export function toAnswer({ body }: StoredDocument) {
  const { answererKey: _, inquiryId: inquiry, ...answer } = answerDocument.parse(body);
  return { inquiryId: inquiry, answer };
}

function toPlace(stored: string): InquiryPlace {
  return stored === 'community' ? stored : userGroupId(stored);
}
