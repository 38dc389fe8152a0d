import type { Deps } from '../../deps.ts';
import { isDecided } from '../../domain/draft.ts';
import type { Draft } from '../../domain/draft.ts';
import type { DraftId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { findDraft } from './find-draft.ts';
import type { DecidedDraft, DeniedRegistration, UnknownDraft } from './registration-results.ts';

/** A draft as it was left, to go on with. */
export async function goOn(
  deps: Pick<Deps, 'logger' | 'useCaseDrafts'>,
  request: { readonly asker: Asker; readonly draftId: DraftId },
): Promise<
  { readonly kind: 'offered'; readonly draft: Draft } | DecidedDraft | UnknownDraft | DeniedRegistration
> {
  const found = await findDraft(deps, request);
  if (found.kind !== 'found') {
    return found;
  }
  const { draft } = found;
  return isDecided(draft) ? { kind: 'decided' } : { kind: 'offered', draft };
}
