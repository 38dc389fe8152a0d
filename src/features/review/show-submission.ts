import type { Deps } from '../../deps.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { Submission } from '../../domain/submission.ts';
import { describeSubmission } from './describe-submission.ts';
import type { DescribedSubmission, DescribeDeps } from './describe-submission.ts';

export type ShowSubmissionResult =
  /** To an organiser, with all that is needed to decide. */
  | { readonly kind: 'to-review'; readonly described: DescribedSubmission }
  /** To its author. */
  | { readonly kind: 'own'; readonly submission: Submission }
  /** It is not there any more, or is somebody else's: that is not told apart. */
  | { readonly kind: 'unknown-submission' };

/** A submission as it is now, for those whom it concerns. */
export async function showSubmission(
  deps: DescribeDeps & Pick<Deps, 'submissions' | 'logger'>,
  { asker, submissionId }: { readonly asker: Asker; readonly submissionId: SubmissionId },
): Promise<ShowSubmissionResult> {
  const submission = (await deps.submissions.find(submissionId))?.value;
  if (submission === undefined) {
    return { kind: 'unknown-submission' };
  }
  if (may(asker, 'review-use-cases').kind === 'allowed') {
    return { kind: 'to-review', described: await describeSubmission(deps, asker, submission) };
  }
  return isAuthor(deps, asker, submission) ? { kind: 'own', submission } : { kind: 'unknown-submission' };
}

/** Whose it is; no card offers it to others, so that is logged. */
export function isAuthor({ logger }: Pick<Deps, 'logger'>, { memberId }: Asker, { by }: Submission): boolean {
  const isOwn = memberId !== undefined && memberId === by;
  if (!isOwn) {
    logger.warn('review.denied', { because: 'not-author' });
  }
  return isOwn;
}
