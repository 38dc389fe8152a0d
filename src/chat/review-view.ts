import { reviewCard } from '../cards/review-card.ts';
import type { ReviewCardOptions } from '../cards/review-card.ts';
import { ownSubmissionCard } from '../cards/review-own-card.ts';
import { reviewRemarkCard } from '../cards/review-remark-card.ts';
import { isOpen } from '../domain/submission.ts';
import type { Submission } from '../domain/submission.ts';
import type { SubmissionId } from '../domain/ids.ts';
import type { DeniedReview } from '../features/review/check-reviewer.ts';
import type { DecideResult, TypedDecision } from '../features/review/decide-submission.ts';
import type { DescribedSubmission } from '../features/review/describe-submission.ts';
import { offerRevision } from '../features/review/offer-revision.ts';
import { showSubmission } from '../features/review/show-submission.ts';
import { hasReviewers } from '../features/review/submit-use-case.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { reviewTexts } from '../texts/review-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { openRegistration } from './registration-view.ts';

/** Which submission, and which version of it was seen. */
interface Seen {
  readonly submissionId: SubmissionId;
  readonly version: number;
}

/** To an organiser what they decide about, to its author where it is on its way. */
export async function showOne(
  deps: ChatDeps,
  turn: Turn,
  { submissionId, version, page }: Pick<Seen, 'submissionId'> & Partial<Seen> & { readonly page?: number },
): Promise<View> {
  const result = await showSubmission(deps, { asker: turn.asker, submissionId });
  switch (result.kind) {
    case 'to-review': {
      const { submission } = result.described;
      // The pages before were of what has been revised since: it is read from its beginning.
      return version !== undefined && version !== submission.version
        ? toReviewView(result.described, turn, { outcome: reviewTexts.outdated[submission.state.kind] })
        : toReviewView(result.described, turn, page === undefined ? {} : { page });
    }
    case 'own':
      return toOwnView(deps, turn, result.submission);
    case 'unknown-submission':
      return reviewTexts.unknown;
  }
}

/** Asks an organiser for the words that go to the author; what is decided meanwhile is shown instead. */
export async function offerRemark(
  deps: ChatDeps,
  turn: Turn,
  { submissionId, version }: Seen,
  kind: 'ask' | 'return',
): Promise<View> {
  const result = await showSubmission(deps, { asker: turn.asker, submissionId });
  if (result.kind !== 'to-review') {
    return result.kind === 'own' ? reviewTexts.notOrganiser : reviewTexts.unknown;
  }
  const { submission } = result.described;
  if (submission.version !== version || !isOpen(submission)) {
    return toReviewView(result.described, turn, {
      outcome: reviewTexts.outdated[submission.state.kind],
    });
  }
  return toRemarkView({ kind, submission, version }, turn);
}

/** What became of an organiser's press. */
export function toDecidedView(
  result: DecideResult,
  turn: Turn,
  { decision, version }: { readonly decision: TypedDecision; readonly version: number },
): View {
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'unknown-submission':
      return reviewTexts.unknown;
    case 'remark-missing':
      return decision.kind === 'publish'
        ? reviewTexts.unknown
        : toRemarkView(
            { kind: decision.kind, submission: result.submission, version, isMissing: true },
            turn,
          );
    case 'impossible':
      return toReviewView(result.described, turn);
    case 'decided':
      return toReviewView(result.described, turn, {
        outcome: reviewTexts.decided[result.described.submission.state.kind],
      });
    case 'outdated':
      return toReviewView(result.described, turn, {
        outcome: reviewTexts.outdated[result.described.submission.state.kind],
      });
  }
}

/** "Überarbeiten": the form again, with what was typed. */
export async function reopen(
  deps: ChatDeps,
  turn: Turn,
  { submissionId }: Pick<Seen, 'submissionId'>,
): Promise<View> {
  const result = await offerRevision(deps, { asker: turn.asker, submissionId });
  switch (result.kind) {
    case 'unknown-submission':
      return reviewTexts.unknown;
    case 'not-now':
      return toOwnView(deps, turn, result.submission, reviewTexts.own.notNow);
    case 'impossible':
      return toOwnView(deps, turn, result.submission, reviewTexts.own.impossible);
    case 'offered':
      return openRegistration(deps, turn, { draftId: result.draft.id });
  }
}

/** Where the author's submission is on its way; `outcome`: what just happened. */
export function toOwnView(
  deps: ChatDeps,
  { surface }: Pick<Turn, 'surface'>,
  submission: Submission,
  outcome?: string,
): View {
  const card = ownSubmissionCard(submission, surface, {
    hasReviewers: hasReviewers(deps),
    ...(outcome !== undefined && { outcome }),
  });
  return { title: reviewTexts.title, card };
}

/** Why not, in a sentence. */
export function whyDenied({ because }: DeniedReview): string {
  return because === 'not-organiser' ? reviewTexts.notOrganiser : memberTexts[because];
}

function toReviewView(
  described: DescribedSubmission,
  { surface }: Turn,
  options: ReviewCardOptions = {},
): View {
  return { title: reviewTexts.title, card: reviewCard(described, surface, options) };
}

function toRemarkView(state: Parameters<typeof reviewRemarkCard>[0], { surface }: Turn): View {
  return { title: reviewTexts.remark[state.kind].heading, card: reviewRemarkCard(state, surface) };
}
