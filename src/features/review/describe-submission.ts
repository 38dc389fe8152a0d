import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { Submission } from '../../domain/submission.ts';
import type { ChangedField } from '../../domain/use-case-history.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { findSimilar } from '../registration/find-similar.ts';
import { describeChange, toNewUseCase } from '../use-cases/publish-use-case.ts';
import { toNewContent } from './publish-submission.ts';

/** Everything that an organiser looks at before deciding. */
export interface DescribedSubmission {
  readonly submission: Submission;
  readonly about: DescribedOrigin;
  /** What looks like it, as far as the organiser may see it. */
  readonly similar: readonly UseCase[];
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

export type DescribedOrigin =
  /** As it will be. */
  | { readonly kind: 'new'; readonly useCase: UseCase }
  /** The use case as it is now, and what would become of it. */
  | { readonly kind: 'change'; readonly useCase: UseCase; readonly fields: readonly ChangedField[] }
  /** Nobody finds the use case that was to be changed. */
  | { readonly kind: 'archived'; readonly useCase: UseCase }
  | { readonly kind: 'gone' };

export type DescribeDeps = Pick<Deps, 'useCases' | 'operator' | 'catalogue'>;

export async function describeSubmission(
  deps: DescribeDeps,
  asker: Asker,
  submission: Submission,
): Promise<DescribedSubmission> {
  const about = await describeOrigin(deps, submission);
  const { title, summary } = submission.content;
  const similar =
    about.kind === 'new'
      ? findSimilar(deps, { asker, title, summary }).filter(({ id }) => id !== about.useCase.id)
      : [];
  return { submission, about, similar, communes: deps.operator.current().communes };
}

async function describeOrigin(
  { useCases }: Pick<Deps, 'useCases'>,
  submission: Submission,
): Promise<DescribedOrigin> {
  const { origin, submittedAt } = submission;
  if (origin.kind === 'new') {
    return { kind: 'new', useCase: toNewUseCase(toNewContent(submission), { at: submittedAt }) };
  }
  const useCase = (await useCases.find(origin.useCaseId))?.value;
  if (useCase === undefined) {
    return { kind: 'gone' };
  }
  return useCase.archived === undefined
    ? { kind: 'change', useCase, fields: describeChange(useCase, submission) }
    : { kind: 'archived', useCase };
}
