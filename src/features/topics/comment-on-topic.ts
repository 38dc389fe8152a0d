import type { Deps } from '../../deps.ts';
import type { TopicRequestId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import {
  checkComment,
  commentOnTopic as toCommented,
  takesComments,
  withoutComment,
} from '../../domain/topic-comment.ts';
import type { CommentOutcome, CommentProblem } from '../../domain/topic-comment.ts';
import type { TopicComment } from '../../domain/topic-request.ts';
import { ownCommune } from '../inquiries/offer-inquiry.ts';
import { changeTopic } from './change-topic.ts';
import type { ChangeTopicDeps } from './change-topic.ts';
import { checkMember, findShown } from './topic-results.ts';
import type { DeniedTopic, GoneTopic, ShownTopic, ShowTopicDeps, TopicDone } from './topic-results.ts';

type CommentDeps = ChangeTopicDeps & ShowTopicDeps & Pick<Deps, 'logger'>;

interface CommentRequest {
  readonly asker: Asker;
  readonly topicRequestId: TopicRequestId;
}

/** What stands in the form, and which commune it would be of. */
export interface CommentForm {
  readonly shown: ShownTopic;
  readonly commune?: string;
  readonly text?: string;
  readonly problem?: CommentProblem;
}

export type OfferCommentResult =
  | { readonly kind: 'offered'; readonly form: CommentForm }
  | TopicDone<'closed'>
  | GoneTopic
  | DeniedTopic;

export async function offerComment(
  deps: ShowTopicDeps & Pick<Deps, 'logger'>,
  { asker, topicRequestId }: CommentRequest,
): Promise<OfferCommentResult> {
  const permission = checkMember(deps, asker, 'take-part-in-topics');
  if (permission.kind === 'denied') {
    return permission;
  }
  const shown = await findShown(deps, asker, topicRequestId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  return takesComments(shown.request)
    ? { kind: 'offered', form: { shown, ...ownCommune(deps, asker) } }
    : { kind: 'closed', shown };
}

export type CommentOnTopicResult =
  | { readonly kind: 'commented' | 'already' }
  | { readonly kind: 'invalid'; readonly form: CommentForm }
  | TopicDone<'closed'>
  | GoneTopic
  | DeniedTopic;

/** The same words of the same member stand there once, however often they are sent. */
export async function commentOnTopic(
  deps: CommentDeps,
  { asker, topicRequestId, typed }: CommentRequest & { readonly typed: string },
): Promise<CommentOnTopicResult> {
  const offered = await offerComment(deps, { asker, topicRequestId });
  if (offered.kind !== 'offered') {
    return offered;
  }
  const { memberId, communeId } = asker;
  if (memberId === undefined) {
    return { kind: 'denied', because: 'anonymous' };
  }
  const checked = checkComment(typed);
  if (checked.kind === 'invalid') {
    const { text, problem } = checked;
    return { kind: 'invalid', form: { ...offered.form, text, problem } };
  }
  const outcome = await write(deps, topicRequestId, {
    by: memberId,
    text: checked.text,
    ...(communeId !== undefined && { communeId }),
  });
  switch (outcome) {
    case 'commented':
    case 'already':
      return { kind: outcome };
    case 'gone':
      return { kind: 'gone' };
    case 'closed': {
      const shown = await findShown(deps, asker, topicRequestId);
      return shown === undefined ? { kind: 'gone' } : { kind: 'closed', shown };
    }
  }
}

/** Decided with all comments before it: whenever somebody else was faster, they are read again. */
async function write(
  deps: CommentDeps,
  id: TopicRequestId,
  given: Pick<TopicComment, 'by' | 'communeId' | 'text'>,
): Promise<CommentOutcome['kind'] | 'gone'> {
  for (;;) {
    const before = await deps.topicRequests.find(id);
    if (before === undefined) {
      return 'gone';
    }
    const known = await deps.topicRequests.comments(id);
    let outcome: CommentOutcome | undefined;
    const about = { comment: before.numberedComments + 1 };
    const written = await changeTopic(deps, id, about, ({ request }) => {
      const isOvertaken = request.numberedComments !== before.numberedComments;
      outcome = isOvertaken ? undefined : toCommented(request, known, { ...given, now: deps.clock.now() });
      return outcome?.kind === 'commented' ? outcome : undefined;
    });
    if (outcome !== undefined && (outcome.kind !== 'commented' || written !== undefined)) {
      return outcome.kind;
    }
  }
}

export type RemoveCommentResult =
  | { readonly kind: 'removed' | 'absent' | 'not-yours' }
  | GoneTopic
  | DeniedTopic;

/** By whoever wrote it, also as a guest since, and by those who organise the request. */
export async function removeComment(
  deps: CommentDeps,
  { asker, topicRequestId, number }: CommentRequest & { readonly number: number },
): Promise<RemoveCommentResult> {
  if (asker.memberId === undefined) {
    return { kind: 'denied', because: 'anonymous' };
  }
  const shown = await findShown(deps, asker, topicRequestId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  const comment = shown.comments.find((one) => one.number === number);
  if (comment === undefined) {
    return { kind: 'absent' };
  }
  if (comment.by !== asker.memberId && !shown.viewer.organises) {
    deps.logger.warn('topic.denied', { action: 'remove-comment', because: 'not-yours' });
    return { kind: 'not-yours' };
  }
  const removed = await changeTopic(deps, topicRequestId, { comment: number }, (known) =>
    known.comment === undefined
      ? undefined
      : { request: withoutComment(known.request), comment: { removed: known.comment } },
  );
  return { kind: removed === undefined ? 'absent' : 'removed' };
}
