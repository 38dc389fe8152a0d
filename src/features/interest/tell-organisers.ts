import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, UseCaseId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import { untoldInterests } from '../../domain/interest.ts';
import type { Cooperation, UseCase } from '../../domain/use-case.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';

/** Organisers may be away for two weeks. */
const lifeMs = 14 * dayMs;

type TellDeps = Pick<Deps, 'broadcasts' | 'clock' | 'rules' | 'useCases'>;

/**
 * Tells the organisers about every kind of cooperation that enough communes want, once per use case and kind. The message is begun
 * first, under an id of its own, and only then it is noted that they were told: whatever happens between, nobody is told twice, and
 * what was not noted is done again.
 */
export async function tellOrganisers(deps: TellDeps, useCase: UseCase): Promise<void> {
  for (const cooperation of untoldInterests(useCase, deps.rules.interestFrom)) {
    await startBroadcast(deps, {
      id: interestBroadcastId(useCase.id, cooperation),
      subject: { kind: 'interest', useCaseId: useCase.id, cooperation },
      audience: [{ kind: 'role', role: 'organiser' }],
      lifeMs,
    });
    await deps.useCases.change(useCase.id, (current) =>
      current.interestsReported.includes(cooperation)
        ? undefined
        : { useCase: { ...current, interestsReported: [...current.interestsReported, cooperation] } },
    );
  }
}

/** In one run; the next one goes on. */
const mostAtOnce = 100;

/** Tells what a crash or a failure of the store kept from being told. Those it concerns are looked for in memory, in no order. */
export async function tellForgottenInterests(deps: TellDeps & Pick<Deps, 'catalogue'>): Promise<void> {
  const { interestFrom } = deps.rules;
  const untold = [...deps.catalogue.all()].filter(
    (useCase) => untoldInterests(useCase, interestFrom).length > 0,
  );
  for (const { id } of untold.slice(0, mostAtOnce)) {
    const stored = await deps.useCases.find(id);
    if (stored !== undefined) {
      await tellOrganisers(deps, stored.value);
    }
  }
}

export function interestBroadcastId(useCase: UseCaseId, cooperation: Cooperation): BroadcastId {
  return broadcastId(`interest.${useCase}.${cooperation}`);
}
