import type { Deps } from '../../deps.ts';
import { findAdopter, withdrawAdoption as applyWithdrawal } from '../../domain/adoption.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { actForCommune } from '../use-cases/act-for-commune.ts';
import type { NotActing } from '../use-cases/act-for-commune.ts';
import { toChangedBy } from '../use-cases/to-changed-by.ts';

interface WithdrawRequest {
  readonly asker: Asker;
  readonly useCaseId: UseCaseId;
  readonly communeId: CommuneId;
}

type WithdrawDeps = Pick<Deps, 'clock' | 'logger' | 'operator' | 'useCases'>;

export type AskToWithdrawResult =
  | { readonly kind: 'asked'; readonly useCase: UseCase; readonly commune: Commune }
  | { readonly kind: 'not-adopter' }
  | NotActing;

/** What the question is about, before an entry is taken back. */
export async function askToWithdraw(
  deps: Pick<Deps, 'logger' | 'operator' | 'useCases'>,
  request: WithdrawRequest,
): Promise<AskToWithdrawResult> {
  const acting = await actForCommune(deps, { ...request, action: 'adopt-use-case' });
  if (acting.kind !== 'acting') {
    return acting;
  }
  const { useCase, commune } = acting;
  return findAdopter(useCase, commune.id) === undefined
    ? { kind: 'not-adopter' }
    : { kind: 'asked', useCase, commune };
}

export type WithdrawAdoptionResult =
  /** `stillVisible`: whoever withdrew from a record for its own communes may no longer see it. */
  | { readonly kind: 'withdrawn'; readonly stillVisible: boolean }
  | { readonly kind: 'not-adopter' }
  | NotActing;

/** Takes a commune's entry back. The record stays, even when nobody is left. */
export async function withdrawAdoption(
  deps: WithdrawDeps,
  request: WithdrawRequest,
): Promise<WithdrawAdoptionResult> {
  const { asker, useCaseId, communeId } = request;
  const acting = await actForCommune(deps, { ...request, action: 'adopt-use-case' });
  if (acting.kind !== 'acting') {
    return acting;
  }
  let result: WithdrawAdoptionResult = { kind: 'unknown-use-case' };
  await deps.useCases.change(useCaseId, (useCase) => {
    const outcome = applyWithdrawal(useCase, communeId);
    if (outcome.kind !== 'withdrawn') {
      result = { kind: outcome.kind };
      return undefined;
    }
    const { change } = outcome;
    result = {
      kind: 'withdrawn',
      stillVisible: may(asker, 'see-use-case', outcome.useCase).kind === 'allowed',
    };
    return {
      useCase: outcome.useCase,
      entry: { at: deps.clock.now(), by: toChangedBy(asker), change },
    };
  });
  return result;
}
