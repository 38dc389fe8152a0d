import type { Deps } from '../../deps.ts';
import { objectIdOf, tenantOf } from '../../domain/ids.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { recogniseAsker } from '../members/identify-asker.ts';
import { findWay } from '../reach/find-way.ts';

/** Only members are told anything on the bot's own account. */
export interface NoMember {
  readonly kind: 'no-member';
  readonly because: 'anonymous' | 'guest';
}

export type TellDeps = Pick<Deps, 'clock' | 'isServiceAllowed' | 'references'>;

export function whyNoMember({ memberId }: Asker): NoMember {
  return { kind: 'no-member', because: memberId === undefined ? 'anonymous' : 'guest' };
}

/** Whether the app can write to somebody at this moment. */
export async function canBeTold(deps: TellDeps, memberId: MemberId): Promise<boolean> {
  return (await findWay(deps, { memberId })).kind === 'open';
}

/** Somebody who is to be told something, with what they may see at this moment; nobody when they are no member any more. */
export async function findReader(
  deps: Pick<Deps, 'members' | 'rules'>,
  member: MemberId,
): Promise<Asker | undefined> {
  const identity = await recogniseAsker(deps, { tenantId: tenantOf(member), objectId: objectIdOf(member) });
  return identity.kind === 'known' && may(identity.asker, 'follow').kind === 'allowed'
    ? identity.asker
    : undefined;
}
