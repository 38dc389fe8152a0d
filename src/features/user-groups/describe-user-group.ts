import type { Deps } from '../../deps.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { isCollectionOver } from '../../domain/topic-collection.ts';
import type { UserGroup } from '../../domain/user-group.ts';

/** A user group as one person sees it. */
export interface DescribedUserGroup {
  readonly userGroup: UserGroup;
  readonly members: number;
  readonly channels: number;
  /** The last day of its collection of topics is over. Absent: there is none, or it is still to come. */
  readonly collectionIsOver?: true;
  /** The asker's own state: never for a card that others see. */
  readonly own: {
    readonly joinedAt?: Instant;
    readonly organises: boolean;
    readonly mayJoin: boolean;
    readonly mayChange: boolean;
    readonly mayOrganise: boolean;
  };
}

export type DescribeDeps = Pick<Deps, 'clock' | 'memberships' | 'userGroupChannels'>;

/** Counts a group's members and channels, and says what it is to the asker. */
export async function describeUserGroup(
  deps: DescribeDeps,
  asker: Asker,
  userGroup: UserGroup,
): Promise<DescribedUserGroup> {
  const { memberId } = asker;
  const [memberships, channels] = await Promise.all([
    deps.memberships.ofGroup(userGroup.id),
    deps.userGroupChannels.ofGroup(userGroup.id),
  ]);
  const own = memberships.find((one) => memberId !== undefined && one.memberId === memberId);
  return {
    userGroup,
    members: memberships.length,
    channels: channels.length,
    ...(isCollectionOver(userGroup.topics ?? {}, deps.clock.now()) && { collectionIsOver: true }),
    own: {
      ...(own !== undefined && { joinedAt: own.joinedAt }),
      organises: memberId !== undefined && userGroup.organisers.includes(memberId),
      mayJoin: may(asker, 'join-user-group').kind === 'allowed',
      mayChange: may(asker, 'change-user-group', userGroup).kind === 'allowed',
      mayOrganise: may(asker, 'organise-user-group').kind === 'allowed',
    },
  };
}
