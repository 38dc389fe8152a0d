import type { Deps } from '../../deps.ts';
import { submissionId } from '../../domain/ids.ts';
import type { DraftId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { isOpen, isRevisable } from '../../domain/submission.ts';

/**
 * Whether organisers look at a draft before it is published. What they have before them, or gave back, they see again in any case:
 * published past them, the earlier round could be published over it.
 */
export async function isReviewed(
  { rules, submissions }: Pick<Deps, 'rules' | 'submissions'>,
  { role }: Asker,
  id: DraftId,
): Promise<boolean> {
  if (rules.review && role !== 'organiser') {
    return true;
  }
  const known = (await submissions.find(submissionId(id)))?.value;
  return known !== undefined && (isOpen(known) || isRevisable(known));
}
