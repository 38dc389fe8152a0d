import type { Deps } from '../../deps.ts';
import type { CommuneId, UseCaseId } from '../../domain/ids.ts';
import { stateInterest as applyInterest } from '../../domain/interest.ts';
import type { StatedInterest } from '../../domain/interest.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { actForCommune } from '../use-cases/act-for-commune.ts';
import type { NotActing } from '../use-cases/act-for-commune.ts';
import { tellOrganisers } from './tell-organisers.ts';

export type StateInterestResult = { readonly kind: 'stated' | 'changed' | 'ended' | 'unchanged' } | NotActing;

export interface StateInterestRequest {
  readonly asker: Asker;
  readonly useCaseId: UseCaseId;
  /** The one that the form was for. */
  readonly communeId: CommuneId;
  readonly stated: StatedInterest;
}

/** Keeps what a commune would like to do together with others; organisers are told as soon as enough communes want the same. */
export async function stateInterest(
  deps: Pick<Deps, 'broadcasts' | 'clock' | 'logger' | 'operator' | 'rules' | 'useCases'>,
  { asker, useCaseId, communeId, stated }: StateInterestRequest,
): Promise<StateInterestResult> {
  const acting = await actForCommune(deps, { asker, useCaseId, communeId, action: 'state-interest' });
  if (acting.kind !== 'acting') {
    return acting;
  }
  const { memberId } = acting;
  let result: StateInterestResult = { kind: 'unknown-use-case' };
  const changed = await deps.useCases.change(useCaseId, (useCase) => {
    if (may(asker, 'see-use-case', useCase).kind === 'denied') {
      result = { kind: 'denied' };
      return undefined;
    }
    const outcome = applyInterest(useCase, communeId, stated, { by: memberId, now: deps.clock.now() });
    result = { kind: outcome.kind };
    return 'useCase' in outcome ? { useCase: outcome.useCase } : undefined;
  });
  if (changed !== undefined) {
    await tellOrganisers(deps, changed);
  }
  return result;
}
