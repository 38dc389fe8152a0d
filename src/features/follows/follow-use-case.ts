import type { Deps } from '../../deps.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { findVisible } from '../use-cases/show-use-case.ts';
import type { NotShown } from '../use-cases/show-use-case.ts';
import { canBeTold, whyNoMember } from './may-be-told.ts';
import type { NoMember, TellDeps } from './may-be-told.ts';

export type FollowUseCaseResult =
  /** `isNew`: it was not so before. `reachable`: the app can write to them at this moment. */
  | { readonly kind: 'followed'; readonly isNew: boolean; readonly reachable: boolean }
  | { readonly kind: 'archived' }
  | NoMember
  | NotShown;

interface FollowRequest {
  readonly asker: Asker;
  readonly useCaseId: UseCaseId;
}

/** "Benachrichtigen": from now on the person is told when a commune joins or its stage changes. */
export async function followUseCase(
  deps: TellDeps & Pick<Deps, 'follows' | 'useCases'>,
  { asker, useCaseId }: FollowRequest,
): Promise<FollowUseCaseResult> {
  const { memberId } = asker;
  if (memberId === undefined || may(asker, 'follow').kind === 'denied') {
    return whyNoMember(asker);
  }
  const found = await findVisible(deps, { asker, useCaseId });
  if (found.kind !== 'visible') {
    return found;
  }
  if (found.useCase.archived !== undefined) {
    return { kind: 'archived' };
  }
  const outcome = await deps.follows.add({ useCaseId, memberId, since: deps.clock.now() });
  return { kind: 'followed', isNew: outcome === 'added', reachable: await canBeTold(deps, memberId) };
}

/** "Beenden"; also of what they cannot see any more. Done again it changes nothing. */
export async function endFollowing(
  deps: Pick<Deps, 'follows'>,
  { asker, useCaseId }: FollowRequest,
): Promise<{ readonly kind: 'ended' } | NoMember> {
  if (asker.memberId === undefined) {
    return whyNoMember(asker);
  }
  await deps.follows.remove(useCaseId, asker.memberId);
  return { kind: 'ended' };
}
