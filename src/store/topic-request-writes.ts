import type { MemberId, TopicRequestId } from '../domain/ids.ts';
import { isEmpty } from '../domain/topic-request.ts';
import type { Participation, TopicComment, TopicInvitation, TopicRequest } from '../domain/topic-request.ts';
import type { JsonObject, WriteOperation } from '../ports/document-store.ts';
import { hashedId } from './hashed-id.ts';
import {
  toCommentBody,
  toInvitationBody,
  toParticipationBody,
  toRequestBody,
} from './topic-request-document.ts';

/** What a decision is about, besides the request itself. */
export interface About {
  readonly member?: MemberId;
  /** Its number. */
  readonly comment?: number;
  /** Its number. */
  readonly invitation?: number;
}

/** A request as it is now, with as much of what is about it as was asked for. */
export interface KnownTopic {
  readonly request: TopicRequest;
  readonly participation?: Participation;
  readonly comment?: TopicComment;
  readonly invitation?: TopicInvitation;
}

/** What is to be written, all at once; a participation of which nothing is left goes. The version rises by itself. */
export interface DecidedTopic {
  readonly request: TopicRequest;
  readonly participation?: Participation;
  readonly comment?: TopicComment | { readonly removed: TopicComment };
  readonly invitation?: TopicInvitation | { readonly removed: TopicInvitation };
}

/** Of the documents that were read, by their ids. */
export type Etags = ReadonlyMap<string, string>;

export function toOperations(
  { request, participation, comment, invitation }: DecidedTopic,
  etags: Etags,
): readonly WriteOperation[] {
  return [
    ...put(etags, request.id, toRequestBody(request)),
    ...(participation === undefined ? [] : putParticipation(etags, participation)),
    ...(comment === undefined
      ? []
      : 'removed' in comment
        ? remove(etags, commentId(comment.removed.number))
        : put(etags, commentId(comment.number), toCommentBody(comment))),
    ...(invitation === undefined
      ? []
      : 'removed' in invitation
        ? remove(etags, invitationId(invitation.removed.number))
        : put(etags, invitationId(invitation.number), toInvitationBody(invitation))),
  ];
}

function putParticipation(etags: Etags, participation: Participation): readonly WriteOperation[] {
  const id = participationId(participation.topicRequestId, participation.memberId);
  return isEmpty(participation) ? remove(etags, id) : put(etags, id, toParticipationBody(participation));
}

function put(etags: Etags, id: string, body: JsonObject): readonly WriteOperation[] {
  const etag = etags.get(id);
  return [etag === undefined ? { kind: 'create', id, body } : { kind: 'replace', id, etag, body }];
}

function remove(etags: Etags, id: string): readonly WriteOperation[] {
  const etag = etags.get(id);
  return etag === undefined ? [] : [{ kind: 'delete', id, etag }];
}

export function participationId(id: TopicRequestId, member: MemberId): string {
  return `participation.${hashedId(`${id}\n${member}`)}`;
}

export function commentId(number: number): string {
  return `comment.${number}`;
}

export function invitationId(number: number): string {
  return `invitation.${number}`;
}
