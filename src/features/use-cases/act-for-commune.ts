import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, MemberId, UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { findVisible } from './show-use-case.ts';
import type { NotShown } from './show-use-case.ts';

/** Why somebody cannot act there for a commune. */
export type NotActing =
  | NotShown
  | { readonly kind: 'archived' }
  | { readonly kind: 'not-member'; readonly because: 'anonymous' | 'guest' }
  /** Theirs is not known, or no longer in the operator's list. */
  | { readonly kind: 'no-commune'; readonly useCase: UseCase; readonly memberId: MemberId }
  /** They work for another one. */
  | { readonly kind: 'not-own-commune'; readonly useCase: UseCase };

export type ActForCommuneResult =
  | {
      readonly kind: 'acting';
      readonly useCase: UseCase;
      readonly commune: Commune;
      readonly memberId: MemberId;
    }
  | NotActing;

export interface ActForCommuneRequest {
  readonly asker: Asker;
  readonly useCaseId: UseCaseId;
  readonly action: 'adopt-use-case' | 'state-interest';
  /** Absent: their own. */
  readonly communeId?: CommuneId | undefined;
}

/** For which commune somebody adopts a use case or states an interest: members for their own, organisers may adopt for any. */
export async function actForCommune(
  deps: Pick<Deps, 'logger' | 'operator' | 'useCases'>,
  { asker, useCaseId, action, communeId }: ActForCommuneRequest,
): Promise<ActForCommuneResult> {
  const permission = may(asker, action);
  const { memberId } = asker;
  if (permission.kind === 'denied' || memberId === undefined) {
    const because = permission.kind === 'denied' && permission.because === 'guest' ? 'guest' : 'anonymous';
    return { kind: 'not-member', because };
  }
  const found = await findVisible(deps, { asker, useCaseId });
  if (found.kind !== 'visible') {
    return found;
  }
  const { useCase } = found;
  if (useCase.archived !== undefined) {
    return { kind: 'archived' };
  }
  const mayForAny = action === 'adopt-use-case' && asker.role === 'organiser';
  if (communeId !== undefined && communeId !== asker.communeId && !mayForAny) {
    deps.logger.warn('use-case.denied', { action, because: 'not-own-commune' });
    return { kind: 'not-own-commune', useCase };
  }
  const id = communeId ?? asker.communeId;
  const commune = id === undefined ? undefined : deps.operator.current().communes.get(id);
  return commune === undefined
    ? { kind: 'no-commune', useCase, memberId }
    : { kind: 'acting', useCase, commune, memberId };
}
