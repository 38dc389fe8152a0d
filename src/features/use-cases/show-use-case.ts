import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UseCase } from '../../domain/use-case.ts';

export type ShowUseCaseResult =
  | {
      readonly kind: 'shown';
      readonly useCase: UseCase;
      readonly communes: ReadonlyMap<CommuneId, Commune>;
    }
  /** Deleted in the meantime, or never there. */
  | { readonly kind: 'unknown-use-case' }
  | { readonly kind: 'denied' };

/** A use case with everything that is known about it, as it is stored now. */
export async function showUseCase(
  deps: Pick<Deps, 'useCases' | 'operator'>,
  request: { readonly asker: Asker; readonly useCaseId: UseCaseId },
): Promise<ShowUseCaseResult> {
  const stored = await deps.useCases.find(request.useCaseId);
  if (stored === undefined) {
    return { kind: 'unknown-use-case' };
  }
  if (may(request.asker, 'see-use-case', stored.value).kind === 'denied') {
    return { kind: 'denied' };
  }
  return { kind: 'shown', useCase: stored.value, communes: deps.operator.current().communes };
}
