import type { Deps } from '../../deps.ts';
import { isUnfinished } from '../../domain/draft.ts';
import type { Draft } from '../../domain/draft.ts';
import type { Asker } from '../../domain/member.ts';
import { checkRegistrar } from './find-draft.ts';
import type { DeniedRegistration } from './registration-results.ts';

export type ListDraftsResult =
  | { readonly kind: 'listed'; readonly drafts: readonly Draft[] }
  | DeniedRegistration;

/** What the asker has begun and not registered, the latest first. */
export async function listDrafts(
  deps: Pick<Deps, 'logger' | 'useCaseDrafts'>,
  asker: Asker,
): Promise<ListDraftsResult> {
  const permission = checkRegistrar(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const drafts = await deps.useCaseDrafts.ofMember(permission.memberId);
  return { kind: 'listed', drafts: drafts.filter(isUnfinished) };
}
