import type { Deps } from '../../deps.ts';
import { findAdopter } from '../../domain/adoption.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, UseCaseId } from '../../domain/ids.ts';
import type { Adopter, Cooperation, Interest, UseCase } from '../../domain/use-case.ts';

/** A commune that would like to do something together, and what organisers need to bring it about. */
export interface InterestedCommune {
  readonly interest: Interest;
  /** What it does there itself, with whom to ask. */
  readonly adopter?: Adopter;
}

/** Who wants one kind of cooperation at this moment, the first to say so first. */
export interface DescribedInterest {
  readonly useCase: UseCase;
  readonly cooperation: Cooperation;
  readonly interested: readonly InterestedCommune[];
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

/** Undefined: nobody wants it any more, or the use case is gone or archived. */
export async function describeInterest(
  deps: Pick<Deps, 'operator' | 'useCases'>,
  { useCaseId, cooperation }: { readonly useCaseId: UseCaseId; readonly cooperation: Cooperation },
): Promise<DescribedInterest | undefined> {
  const useCase = (await deps.useCases.find(useCaseId))?.value;
  if (useCase === undefined || useCase.archived !== undefined) {
    return undefined;
  }
  const interested = useCase.interests
    .filter((interest) => interest.cooperations.includes(cooperation))
    .map((interest) => {
      const adopter = findAdopter(useCase, interest.communeId);
      return adopter === undefined ? { interest } : { interest, adopter };
    });
  return interested.length === 0
    ? undefined
    : { useCase, cooperation, interested, communes: deps.operator.current().communes };
}
