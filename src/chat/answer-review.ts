import type { CardAction } from '../cards/actions.ts';
import { reviewListCard } from '../cards/review-list-card.ts';
import { decideSubmission } from '../features/review/decide-submission.ts';
import type { TypedDecision } from '../features/review/decide-submission.ts';
import { listOwnSubmissions, listSubmissions } from '../features/review/list-submissions.ts';
import type { ListedSubmissions } from '../features/review/list-submissions.ts';
import type { DeniedReview } from '../features/review/check-reviewer.ts';
import { withdrawSubmission } from '../features/review/withdraw-submission.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { reviewTexts } from '../texts/review-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';
import { offerRemark, reopen, showOne, toDecidedView, toOwnView, whyDenied } from './review-view.ts';
import type { ReviewIntent } from './understand/read-review-command.ts';

export type ReviewAction = Extract<CardAction, { verb: `review.${string}` }>;

/** Answers a press about what was handed in, by an organiser or its author. */
export async function answerReviewPress(
  deps: ChatDeps,
  turn: Turn,
  action: ReviewAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  const surface = { ...turn.surface, inDialog: answer === 'dialog' };
  return [placeView(turn, answer, await toView(deps, { ...turn, surface }, action))];
}

/** Answers what was typed about it: shown in the 1:1 chat alone. */
export async function answerReviewWords(
  deps: ChatDeps,
  turn: Turn,
  { kind }: ReviewIntent,
): Promise<readonly Reply[]> {
  const verb = kind === 'reviews' ? 'review.list' : 'review.listOwn';
  const view = await toView(deps, turn, { verb, page: 1 });
  return [typeof view === 'string' ? { kind: 'text', text: view } : { kind: 'card', card: view.card }];
}

async function toView(deps: ChatDeps, turn: Turn, action: ReviewAction): Promise<View> {
  const { asker, surface } = turn;
  if (surface.shared && surface.inDialog !== true) {
    return memberTexts.personalOnly;
  }
  switch (action.verb) {
    case 'review.list':
      return toListView(await listSubmissions(deps, { asker, page: action.page }), turn, 'all');
    case 'review.listOwn':
      return toListView(await listOwnSubmissions(deps, { asker, page: action.page }), turn, 'own');
    case 'review.show':
      return showOne(deps, turn, action);
    case 'review.publish':
      return decide(deps, turn, action, { kind: 'publish' });
    case 'review.ask':
      return decide(deps, turn, action, { kind: 'ask', remark: action.remark ?? '' });
    case 'review.return':
      return decide(deps, turn, action, { kind: 'return', remark: action.remark ?? '' });
    case 'review.offerQuestion':
      return offerRemark(deps, turn, action, 'ask');
    case 'review.offerReturn':
      return offerRemark(deps, turn, action, 'return');
    case 'review.reopen':
      return reopen(deps, turn, action);
    case 'review.withdraw': {
      const result = await withdrawSubmission(deps, { asker, submissionId: action.submissionId });
      return result.kind === 'unknown-submission'
        ? reviewTexts.unknown
        : toOwnView(
            deps,
            turn,
            result.submission,
            result.kind === 'too-late' ? reviewTexts.own.tooLate : undefined,
          );
    }
  }
}

async function decide(
  deps: ChatDeps,
  turn: Turn,
  {
    submissionId,
    version,
  }: ReviewAction & { readonly verb: 'review.publish' | 'review.ask' | 'review.return' },
  decision: TypedDecision,
): Promise<View> {
  const { asker } = turn;
  return toDecidedView(await decideSubmission(deps, { asker, submissionId, version, decision }), turn, {
    decision,
    version,
  });
}

function toListView(result: ListedSubmissions | DeniedReview, { surface }: Turn, whose: 'all' | 'own'): View {
  if (result.kind === 'denied') {
    return whyDenied(result);
  }
  return { title: reviewTexts.title, card: reviewListCard(result, surface, whose) };
}
