import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { Adopter, UseCase } from '../../domain/use-case.ts';

/** What somebody has to do with a use case, and what they may do there. */
export interface Standing {
  readonly mayAdopt: boolean;
  /** What the own commune does there. */
  readonly ownAdopter?: Adopter;
  readonly follows: boolean;
  readonly mayChange: boolean;
}

export async function describeStanding(
  { follows }: Pick<Deps, 'follows'>,
  asker: Asker,
  useCase: UseCase,
): Promise<Standing> {
  const { memberId, communeId } = asker;
  const ownAdopter = useCase.adopters.find(
    ({ body }) => body.kind === 'commune' && communeId !== undefined && body.communeId === communeId,
  );
  const follow = memberId === undefined ? undefined : await follows.find(useCase.id, memberId);
  return {
    mayAdopt: may(asker, 'adopt-use-case', useCase).kind === 'allowed',
    ...(ownAdopter !== undefined && { ownAdopter }),
    follows: follow !== undefined,
    mayChange: may(asker, 'change-use-case', useCase).kind === 'allowed',
  };
}
