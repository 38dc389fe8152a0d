import type { Deps } from '../../deps.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UseCase } from '../../domain/use-case.ts';
import type { DeniedRegistration, NothingToChange } from './registration-results.ts';

export type NotChangeable = NothingToChange | DeniedRegistration;

/** The use case as it is now, if it can be changed and the asker may do so; a refusal is logged, for no card offers it. */
export async function findChangeable(
  deps: Pick<Deps, 'logger' | 'useCases'>,
  { asker, useCaseId }: { readonly asker: Asker; readonly useCaseId: UseCaseId },
): Promise<{ readonly kind: 'changeable'; readonly useCase: UseCase } | NotChangeable> {
  const useCase = (await deps.useCases.find(useCaseId))?.value;
  if (useCase === undefined) {
    return { kind: 'gone' };
  }
  const permission = may(asker, 'change-use-case', useCase);
  if (permission.kind === 'denied') {
    const { because } = permission;
    deps.logger.warn('registration.denied', { because });
    return {
      kind: 'denied',
      because: because === 'anonymous' || because === 'guest' ? because : 'not-responsible',
    };
  }
  return useCase.archived === undefined ? { kind: 'changeable', useCase } : { kind: 'archived' };
}
