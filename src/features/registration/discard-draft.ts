import type { Deps } from '../../deps.ts';
import { isDecided } from '../../domain/draft.ts';
import type { DraftId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { checkRegistrar } from './find-draft.ts';
import type { DecidedDraft, DeniedRegistration } from './registration-results.ts';

/** Throws away what was typed; doing it twice does it once. What is registered stays registered. */
export async function discardDraft(
  deps: Pick<Deps, 'logger' | 'useCaseDrafts'>,
  { asker, draftId }: { readonly asker: Asker; readonly draftId: DraftId },
): Promise<{ readonly kind: 'discarded' } | DecidedDraft | DeniedRegistration> {
  const permission = checkRegistrar(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const stored = await deps.useCaseDrafts.find(memberId, draftId);
  if (stored !== undefined && isDecided(stored.value)) {
    return { kind: 'decided' };
  }
  await deps.useCaseDrafts.remove(memberId, draftId);
  return { kind: 'discarded' };
}
