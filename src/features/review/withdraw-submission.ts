import type { Deps } from '../../deps.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { withdraw } from '../../domain/submission.ts';
import type { Submission } from '../../domain/submission.ts';
import { carryOut } from './carry-out-submission.ts';
import type { CarryOutDeps } from './carry-out-submission.ts';
import { isAuthor } from './show-submission.ts';

export type WithdrawSubmissionResult =
  | { readonly kind: 'withdrawn' | 'too-late'; readonly submission: Submission }
  | { readonly kind: 'unknown-submission' };

/** Its author takes it back before it is published. */
export async function withdrawSubmission(
  deps: CarryOutDeps & Pick<Deps, 'logger'>,
  { asker, submissionId }: { readonly asker: Asker; readonly submissionId: SubmissionId },
): Promise<WithdrawSubmissionResult> {
  for (;;) {
    const stored = await deps.submissions.find(submissionId);
    if (stored === undefined || !isAuthor(deps, asker, stored.value)) {
      return { kind: 'unknown-submission' };
    }
    const outcome = withdraw(stored.value, deps.clock.now());
    if (
      outcome.kind === 'withdrawn' &&
      (await deps.submissions.replace(outcome.submission, stored.etag)) === 'conflict'
    ) {
      continue;
    }
    const submission = (await carryOut(deps, submissionId)) ?? stored.value;
    return { kind: outcome.kind === 'too-late' ? 'too-late' : 'withdrawn', submission };
  }
}
