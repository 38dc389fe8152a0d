import type { CommuneId, MemberId } from './ids.ts';
import type { Instant } from './instant.ts';
import { topicLimits } from './topic-request.ts';
import type { TopicComment, TopicRequest } from './topic-request.ts';
import { beginningOf, hasLetters, toPlainText } from './typed-words.ts';

export type CommentProblem = 'missing' | 'too-long';

export type CheckCommentOutcome =
  | { readonly kind: 'valid'; readonly text: string }
  /** What was typed stands in the form again, and is cut only where no form could hold it. */
  | { readonly kind: 'invalid'; readonly problem: CommentProblem; readonly text: string };

/** Characters that come back in a form; with more a card would be too big. */
const mostKept = 10_000;

/** At least one letter or digit; what is too long is refused, not cut. */
export function checkComment(typed: string): CheckCommentOutcome {
  const text = toPlainText(typed.toWellFormed());
  if (!hasLetters(text)) {
    return { kind: 'invalid', problem: 'missing', text: beginningOf(text, mostKept) };
  }
  return text.length > topicLimits.comment
    ? { kind: 'invalid', problem: 'too-long', text: beginningOf(text, mostKept) }
    : { kind: 'valid', text };
}

/** Nobody reads on where a request was declined, and on a merged one the others are elsewhere. */
export function takesComments({ state }: Pick<TopicRequest, 'state'>): boolean {
  return state.kind !== 'declined' && state.kind !== 'merged';
}

export type CommentOutcome =
  | { readonly kind: 'commented'; readonly request: TopicRequest; readonly comment: TopicComment }
  /** The same member said the same before. */
  | { readonly kind: 'already' }
  | { readonly kind: 'closed' };

/** `known`: every comment of the request. The new one gets the next number. */
export function commentOnTopic(
  request: TopicRequest,
  known: readonly TopicComment[],
  given: {
    readonly by: MemberId;
    readonly communeId?: CommuneId;
    readonly text: string;
    readonly now: Instant;
  },
): CommentOutcome {
  const { now, ...said } = given;
  if (known.some(({ by, text }) => by === said.by && text === said.text)) {
    return { kind: 'already' };
  }
  if (!takesComments(request)) {
    return { kind: 'closed' };
  }
  const number = request.numberedComments + 1;
  return {
    kind: 'commented',
    request: { ...request, comments: request.comments + 1, numberedComments: number },
    comment: { ...said, topicRequestId: request.id, number, at: now },
  };
}

/** Its number is not given again. */
export function withoutComment(request: TopicRequest): TopicRequest {
  return { ...request, comments: request.comments - 1 };
}
