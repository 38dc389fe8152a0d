import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import { findInterest } from '../../domain/interest.ts';
import type { Asker } from '../../domain/member.ts';
import type { Interest, UseCase } from '../../domain/use-case.ts';
import { actForCommune } from '../use-cases/act-for-commune.ts';
import type { NotActing } from '../use-cases/act-for-commune.ts';

export type OfferInterestResult =
  | {
      readonly kind: 'offered';
      readonly useCase: UseCase;
      readonly commune: Commune;
      /** What the commune wants so far, whoever said so. */
      readonly interest?: Interest;
    }
  | NotActing;

/** The form in which members say what their commune would like to do together with others. */
export async function offerInterest(
  deps: Pick<Deps, 'logger' | 'operator' | 'useCases'>,
  request: { readonly asker: Asker; readonly useCaseId: UseCaseId },
): Promise<OfferInterestResult> {
  const acting = await actForCommune(deps, { ...request, action: 'state-interest' });
  if (acting.kind !== 'acting') {
    return acting;
  }
  const { useCase, commune } = acting;
  const interest = findInterest(useCase, commune.id);
  return { kind: 'offered', useCase, commune, ...(interest !== undefined && { interest }) };
}
