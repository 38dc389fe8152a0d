import { storedMemberId, submissionId } from '../../src/domain/ids.ts';
import type { HandedIn, Submission } from '../../src/domain/submission.ts';
import type { UseCaseContent } from '../../src/domain/use-case-form.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { adopterAt, aUseCase, menden } from './builders.ts';

export const author = storedMemberId(
  '11111111-0000-4000-8000-000000000000.aaaaaaaa-0000-4000-8000-000000000001',
);
export const organiser = storedMemberId(
  '11111111-0000-4000-8000-000000000000.bbbbbbbb-0000-4000-8000-000000000002',
);
export const otherOrganiser = storedMemberId(
  '11111111-0000-4000-8000-000000000000.cccccccc-0000-4000-8000-000000000003',
);

/** What the form says of a use case. */
export function contentOf(useCase: UseCase): UseCaseContent {
  const {
    id: _id,
    adopters: _adopters,
    reportedAdopters: _reported,
    interests: _interests,
    interestsReported: _told,
    archived: _archived,
    example: _example,
    provenance: _provenance,
    ...content
  } = useCase;
  return content;
}

/** A new use case that Menden hands in. */
export function aHandedIn(fields: Partial<HandedIn> = {}): HandedIn {
  const useCase = aUseCase();
  return {
    id: submissionId('s1'),
    origin: { kind: 'new' },
    content: contentOf(useCase),
    adopter: adopterAt(menden, 'pilot', { enteredBy: author }),
    changed: [],
    typed: { title: useCase.title, summary: useCase.summary, body: menden, stage: 'pilot' },
    by: author,
    communeId: menden,
    submittedAt: Date.UTC(2026, 10, 22, 9),
    ...fields,
  };
}

export function aSubmission(fields: Partial<Submission> = {}): Submission {
  return { ...aHandedIn(), round: 1, version: 1, state: { kind: 'waiting' }, untold: false, ...fields };
}
