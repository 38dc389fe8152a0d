import type { Deps } from '../../deps.ts';
import type { SubmissionId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { handIn } from '../../domain/submission.ts';
import type { HandedIn, Submission, SubmissionOrigin } from '../../domain/submission.ts';
import type { TypedUseCase, UseCaseContent, UseCaseField } from '../../domain/use-case-form.ts';
import type { Adopter } from '../../domain/use-case.ts';
import type { Stored } from '../../store/use-cases.ts';
import { carryOut } from './carry-out-submission.ts';
import type { CarryOutDeps } from './carry-out-submission.ts';

export interface SubmitRequest {
  readonly asker: Asker;
  /** The draft's: handing in again after a question has the same one. */
  readonly id: SubmissionId;
  readonly origin: SubmissionOrigin;
  readonly content: UseCaseContent;
  readonly adopter?: Adopter;
  readonly changed: readonly UseCaseField[];
  readonly typed: TypedUseCase;
}

/**
 * Hands in a use case, or a change of one, for organisers to look at; they are told. `exists`: it was handed in like this before, or is
 * published already. Throws when the asker is nobody: whoever calls has checked that they may register.
 */
export async function submitUseCase(
  deps: CarryOutDeps,
  { asker, ...request }: SubmitRequest,
): Promise<'submitted' | 'exists'> {
  const { memberId: by, communeId, role } = asker;
  if (by === undefined) {
    throw new TypeError('a submission without an author');
  }
  const submittedAt = deps.clock.now();
  const handedIn = {
    ...request,
    by,
    ...(communeId !== undefined && { communeId }),
    ...(role === 'organiser' && { organiser: true as const }),
    submittedAt,
  };
  const outcome = await store(deps, handedIn);
  await carryOut(deps, request.id);
  return outcome;
}

async function store(deps: CarryOutDeps, handedIn: HandedIn): Promise<'submitted' | 'exists'> {
  for (;;) {
    const known = await deps.submissions.find(handedIn.id);
    const outcome = handIn(known?.value, handedIn);
    if (outcome.kind === 'exists') {
      return 'exists';
    }
    if (await write(deps, outcome.submission, known)) {
      return 'submitted';
    }
  }
}

/** False: somebody else was faster. */
async function write(
  { submissions }: Pick<Deps, 'submissions'>,
  submission: Submission,
  known: Stored<Submission> | undefined,
): Promise<boolean> {
  return known === undefined
    ? (await submissions.add(submission)) === 'added'
    : (await submissions.replace(submission, known.etag)) === 'replaced';
}

/** Whether there is anybody who could publish it. */
export function hasReviewers({ rules }: Pick<Deps, 'rules'>): boolean {
  return rules.organisers.size > 0;
}
