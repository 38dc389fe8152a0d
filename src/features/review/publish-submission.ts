import type { Submission } from '../../domain/submission.ts';
import type { ChangedBy } from '../../domain/use-case-history.ts';
import { publishChange, publishNew } from '../use-cases/publish-use-case.ts';
import type {
  NewContent,
  Publication,
  PublishChangeResult,
  PublishDeps,
} from '../use-cases/publish-use-case.ts';

/** Brings into the store what was handed in; organisers saw what it replaces. Doing it again does nothing more. */
export async function publishSubmission(
  deps: PublishDeps,
  submission: Submission,
  publication: Publication,
): Promise<PublishChangeResult> {
  const { origin } = submission;
  const by = changedBy(submission);
  if (origin.kind === 'new') {
    const { id, provenance } = await publishNew(deps, toNewContent(submission), by, publication);
    return { kind: 'published', useCaseId: id, version: provenance.version };
  }
  const { useCaseId } = origin;
  return publishChange(deps, { ...submission, useCaseId, by, publication });
}

/** What a submission says of a new use case. */
export function toNewContent({ id, by, content, adopter }: Submission): NewContent {
  return { id, author: by, content, ...(adopter !== undefined && { adopter }) };
}

/** Its author: what they may as an organiser is told of them, as of everybody. */
function changedBy({ by, communeId, organiser }: Submission): ChangedBy {
  return { memberId: by, ...(communeId !== undefined && { communeId }), organiser: organiser === true };
}
