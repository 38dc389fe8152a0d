import type { Deps } from '../../deps.ts';
import type { DraftId, MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { DeniedRegistration, OwnDraft, UnknownDraft } from './registration-results.ts';

/** Whether the asker may enter use cases; or why not, which is logged. */
export function checkRegistrar(
  { logger }: Pick<Deps, 'logger'>,
  asker: Asker,
): { readonly kind: 'allowed'; readonly memberId: MemberId } | DeniedRegistration {
  const permission = may(asker, 'register-use-case');
  const { memberId } = asker;
  if (permission.kind === 'allowed' && memberId !== undefined) {
    return { kind: 'allowed', memberId };
  }
  const because = permission.kind === 'denied' && permission.because === 'guest' ? 'guest' : 'anonymous';
  logger.warn('registration.denied', { because });
  return { kind: 'denied', because };
}

export type FindDraftResult =
  | ({ readonly kind: 'found'; readonly etag: string } & OwnDraft)
  | DeniedRegistration
  | UnknownDraft;

/** The asker's own draft. Another one is unknown, and that is logged: no card of theirs names it. */
export async function findDraft(
  deps: Pick<Deps, 'logger' | 'useCaseDrafts'>,
  { asker, draftId }: { readonly asker: Asker; readonly draftId: DraftId },
): Promise<FindDraftResult> {
  const permission = checkRegistrar(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const stored = await deps.useCaseDrafts.find(memberId, draftId);
  if (stored === undefined) {
    deps.logger.warn('registration.unknown-draft');
    return { kind: 'unknown-draft' };
  }
  return { kind: 'found', draft: stored.value, etag: stored.etag, memberId };
}
