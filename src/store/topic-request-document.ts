import { z } from 'zod';
import {
  communeId,
  meetingId,
  storedMemberId,
  topicRequestId,
  useCaseId,
  userGroupId,
} from '../domain/ids.ts';
import { hasUndone, invitationAnswers } from '../domain/topic-request.ts';
import type { Participation, TopicComment, TopicInvitation, TopicRequest } from '../domain/topic-request.ts';
import type { ChangePage, JsonObject, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { toMemberKey } from './member-key.ts';

const time = z.number().int();
const count = z.number().int().nonnegative();
const number = z.number().int().positive();
const member = z.string().transform(storedMemberId);
const commune = z.string().transform(communeId);
const requestId = z.string().transform(topicRequestId);

const state = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  z.object({
    kind: z.literal('planned'),
    plan: z.object({
      date: z.string().exactOptional(),
      reference: z.string().exactOptional(),
      meetingId: z.string().transform(meetingId).exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('treated'),
    result: z.object({ text: z.string(), link: z.string().exactOptional() }),
  }),
  z.object({ kind: z.literal('declined'), reason: z.string() }),
  z.object({ kind: z.literal('merged'), into: requestId, reason: z.string().exactOptional() }),
]);

const requestDocument = defineDocument({
  name: 'topic-request',
  version: 1,
  schema: z.object({
    id: requestId,
    title: z.string(),
    question: z.string().exactOptional(),
    userGroupId: z.string().transform(userGroupId).exactOptional(),
    tags: z.array(z.string()),
    by: member.exactOptional(),
    createdAt: time,
    state,
    changedAt: time,
    votes: count,
    comments: count,
    numberedComments: count,
    numberedInvitations: count,
    edition: number,
    version: number,
    history: z.array(z.object({ number, at: time, state, again: z.boolean() })),
    untold: z.array(z.object({ number, except: member.exactOptional() })),
    moving: z.object({ kind: z.enum(['to', 'back-from']), other: requestId }).exactOptional(),
    /** The hash under which everything of a member is found. */
    authorKey: z.string().exactOptional(),
    hasUndone: z.literal(true).exactOptional(),
  }),
  upgrades: {},
});

const participationDocument = defineDocument({
  name: 'topic-participation',
  version: 1,
  schema: z.object({
    document: z.literal('participation'),
    topicRequestId: requestId,
    memberId: member,
    votedAt: time.exactOptional(),
    votedBy: requestId.exactOptional(),
    movedTo: requestId.exactOptional(),
    followsSince: time.exactOptional(),
    followsBy: requestId.exactOptional(),
    offer: z
      .object({ at: time, communeId: commune.exactOptional(), text: z.string().exactOptional() })
      .exactOptional(),
    memberKey: z.string(),
    hasOffer: z.literal(true).exactOptional(),
  }),
  upgrades: {},
});

const commentDocument = defineDocument({
  name: 'topic-comment',
  version: 1,
  schema: z.object({
    document: z.literal('comment'),
    topicRequestId: requestId,
    number,
    by: member,
    communeId: commune.exactOptional(),
    at: time,
    text: z.string(),
    memberKey: z.string(),
  }),
  upgrades: {},
});

const invitationDocument = defineDocument({
  name: 'topic-invitation',
  version: 1,
  schema: z.object({
    document: z.literal('invitation'),
    topicRequestId: requestId,
    number,
    useCaseId: z.string().transform(useCaseId),
    memberId: member,
    askedBy: member.exactOptional(),
    askedAt: time,
    round: number,
    answer: z.enum(invitationAnswers).exactOptional(),
    answeredAt: time.exactOptional(),
    version: count,
    dueAt: time.exactOptional(),
    memberKey: z.string(),
    /** Of the organiser who asked. */
    askerKey: z.string().exactOptional(),
  }),
  upgrades: {},
});

export function toRequestBody(request: TopicRequest): JsonObject {
  return requestDocument.toBody({
    ...request,
    tags: [...request.tags],
    history: [...request.history],
    untold: [...request.untold],
    ...(request.by !== undefined && { authorKey: toMemberKey(request.by).id }),
    ...(hasUndone(request) && { hasUndone: true }),
  });
}

export function toRequest({ body }: Pick<StoredDocument, 'body'>): TopicRequest {
  const { authorKey: _a, hasUndone: _h, ...request } = requestDocument.parse(body);
  return request;
}

export function toParticipationBody(participation: Participation): JsonObject {
  const memberKey = toMemberKey(participation.memberId).id;
  return participationDocument.toBody({
    ...participation,
    document: 'participation',
    memberKey,
    ...(participation.offer !== undefined && { hasOffer: true }),
  });
}

export function toParticipation({ body }: Pick<StoredDocument, 'body'>): Participation {
  const { document: _d, memberKey: _m, hasOffer: _o, ...participation } = participationDocument.parse(body);
  return participation;
}

export function toCommentBody(comment: TopicComment): JsonObject {
  return commentDocument.toBody({
    ...comment,
    document: 'comment',
    memberKey: toMemberKey(comment.by).id,
  });
}

export function toComment({ body }: Pick<StoredDocument, 'body'>): TopicComment {
  const { document: _d, memberKey: _m, ...comment } = commentDocument.parse(body);
  return comment;
}

export function toInvitationBody(invitation: TopicInvitation): JsonObject {
  const { memberId, askedBy } = invitation;
  return invitationDocument.toBody({
    ...invitation,
    document: 'invitation',
    memberKey: toMemberKey(memberId).id,
    ...(askedBy !== undefined && { askerKey: toMemberKey(askedBy).id }),
  });
}

export function toInvitation({ body }: Pick<StoredDocument, 'body'>): TopicInvitation {
  const { document: _d, memberKey: _m, askerKey: _a, ...invitation } = invitationDocument.parse(body);
  return invitation;
}

export function isParticipation({ body }: Pick<StoredDocument, 'body'>): boolean {
  return body['document'] === 'participation';
}

/** What happened to requests since a cursor. */
export interface TopicRequestChanges {
  readonly written: readonly TopicRequest[];
  readonly removed: readonly string[];
  readonly cursor: string;
  readonly more: boolean;
}

/** Of the changes in all partitions those of the requests themselves. */
export function toChanges({ changes, cursor, more }: ChangePage): TopicRequestChanges {
  const written: TopicRequest[] = [];
  const removed: string[] = [];
  for (const change of changes) {
    const { partition, id } = change.kind === 'written' ? change.document : change;
    if (partition !== id) {
      continue;
    }
    if (change.kind === 'written') {
      written.push(toRequest(change.document));
    } else {
      removed.push(id);
    }
  }
  return { written, removed, cursor, more };
}
