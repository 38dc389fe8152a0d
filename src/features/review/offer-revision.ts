import type { Deps } from '../../deps.ts';
import { isUnfinished } from '../../domain/draft.ts';
import type { Draft, DraftOrigin } from '../../domain/draft.ts';
import { draftId } from '../../domain/ids.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { isRevisable } from '../../domain/submission.ts';
import type { Submission } from '../../domain/submission.ts';
import type { TypedUseCase } from '../../domain/use-case-form.ts';
import { toTypedUseCase } from '../../domain/use-case-form-values.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { isAuthor } from './show-submission.ts';

export type OfferRevisionResult =
  | { readonly kind: 'offered'; readonly draft: Draft }
  /** Nobody asks for it: it waits, is published or was withdrawn. */
  | { readonly kind: 'not-now'; readonly submission: Submission }
  /** The use case that was to be changed is archived or gone. */
  | { readonly kind: 'impossible'; readonly submission: Submission }
  | { readonly kind: 'unknown-submission' };

type OfferRevisionDeps = Pick<Deps, 'submissions' | 'useCases' | 'useCaseDrafts' | 'clock' | 'logger'>;

/** "Überarbeiten": a draft with what its author handed in, or the one in which they went on with it already. */
export async function offerRevision(
  deps: OfferRevisionDeps,
  { asker, submissionId }: { readonly asker: Asker; readonly submissionId: SubmissionId },
): Promise<OfferRevisionResult> {
  const submission = (await deps.submissions.find(submissionId))?.value;
  if (submission === undefined || !isAuthor(deps, asker, submission)) {
    return { kind: 'unknown-submission' };
  }
  if (!isRevisable(submission)) {
    return { kind: 'not-now', submission };
  }
  const origin = await findOrigin(deps, submission);
  return origin === undefined
    ? { kind: 'impossible', submission }
    : { kind: 'offered', draft: await keepDraft(deps, submission, origin) };
}

async function findOrigin(
  { useCases }: Pick<Deps, 'useCases'>,
  submission: Submission,
): Promise<DraftOrigin | undefined> {
  const { origin } = submission;
  if (origin.kind === 'new') {
    return origin;
  }
  const useCase = (await useCases.find(origin.useCaseId))?.value;
  return useCase === undefined || useCase.archived !== undefined
    ? undefined
    : { ...origin, base: baseOf(useCase, submission) };
}

/** What differs from it is the author's change: of all other fields, what others changed since stays theirs. */
function baseOf(useCase: UseCase, { changed, typed }: Submission): TypedUseCase {
  const now = toTypedUseCase(useCase);
  const ofChanged = Object.fromEntries(changed.map((field) => [field, now[field] ?? '']));
  return { ...typed, ...ofChanged };
}

/** It has the submission's id, so that handing it in again is a round of the same. */
async function keepDraft(
  { useCaseDrafts, clock }: OfferRevisionDeps,
  { id, by, typed }: Submission,
  origin: DraftOrigin,
): Promise<Draft> {
  const draft: Draft = {
    id: draftId(id),
    memberId: by,
    origin,
    typed,
    savedAt: clock.now(),
    state: { kind: 'saved' },
  };
  for (;;) {
    const known = await useCaseDrafts.change(by, draft.id, (one) => (isUnfinished(one) ? one : draft));
    if (known !== undefined) {
      return known;
    }
    if ((await useCaseDrafts.add(draft)) === 'added') {
      return draft;
    }
  }
}
