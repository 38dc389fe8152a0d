import type { Deps } from '../../deps.ts';
import type { Draft } from '../../domain/draft.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { toTypedUseCase } from '../../domain/use-case-form-values.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { checkRegistrar } from './find-draft.ts';
import { findChangeable } from './find-changeable.ts';
import type { NotChangeable } from './find-changeable.ts';
import { openDraft } from './offer-form.ts';
import type { OfferFormDeps } from './offer-form.ts';
import type { DeniedRegistration } from './registration-results.ts';

export type OfferChangeResult =
  | { readonly kind: 'offered'; readonly draft: Draft; readonly useCase: UseCase }
  | { readonly kind: 'too-many'; readonly drafts: readonly Draft[] }
  | NotChangeable
  | DeniedRegistration;

/** The form with a use case as it is now, for those who may change it. */
export async function offerChange(
  deps: OfferFormDeps & Pick<Deps, 'useCases'>,
  { asker, useCaseId }: { readonly asker: Asker; readonly useCaseId: UseCaseId },
): Promise<OfferChangeResult> {
  const permission = checkRegistrar(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const found = await findChangeable(deps, { asker, useCaseId });
  if (found.kind !== 'changeable') {
    return found;
  }
  const { useCase } = found;
  const base = toTypedUseCase(useCase);
  const origin = { kind: 'change', useCaseId, base } as const;
  const opened = await openDraft(deps, permission.memberId, { origin, typed: base, isKept: false });
  return opened.kind === 'offered' ? { ...opened, useCase } : opened;
}
