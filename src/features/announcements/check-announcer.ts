import type { Deps } from '../../deps.ts';
import type { AudiencePart } from '../../domain/audience.ts';
import type { MemberId, UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may, mayAnnounceTo } from '../../domain/permissions.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import type { DeniedAnnouncement } from './announcement-results.ts';

export type CheckAnnouncerResult =
  | { readonly kind: 'allowed'; readonly memberId: MemberId }
  | DeniedAnnouncement;

/** Every user group, archived ones included. */
export async function mapUserGroups({
  userGroups,
}: Pick<Deps, 'userGroups'>): Promise<ReadonlyMap<UserGroupId, UserGroup>> {
  return new Map((await userGroups.all()).map(({ value }) => [value.id, value]));
}

/** Whether the asker may announce to these; or why not, which is logged, for no card offers it to them. */
export function checkAnnouncer(
  deps: Pick<Deps, 'logger'>,
  asker: Asker,
  audience: readonly AudiencePart[],
  groups: ReadonlyMap<UserGroupId, UserGroup>,
): CheckAnnouncerResult {
  return toResult(deps, asker, 'announce', mayAnnounceTo(asker, audience, groups));
}

/** Whether the asker may confirm what others want to send. */
export function checkConfirmer(deps: Pick<Deps, 'logger'>, asker: Asker): CheckAnnouncerResult {
  return toResult(deps, asker, 'confirm-announcement', may(asker, 'confirm-announcement'));
}

/** Organisers of the community and of the groups they organise themselves, in the order of the groups' names. */
export function ownOpenGroups(
  asker: Asker,
  groups: ReadonlyMap<UserGroupId, UserGroup>,
): readonly UserGroup[] {
  return [...groups.values()]
    .filter((group) => group.archivedAt === undefined && may(asker, 'announce', group).kind === 'allowed')
    .sort((one, other) => one.name.localeCompare(other.name, 'de'));
}

function toResult(
  { logger }: Pick<Deps, 'logger'>,
  { memberId }: Asker,
  action: string,
  permission: Permission,
): CheckAnnouncerResult {
  if (permission.kind === 'allowed' && memberId !== undefined) {
    return { kind: 'allowed', memberId };
  }
  const why = permission.kind === 'denied' ? permission.because : 'anonymous';
  const because = why === 'anonymous' || why === 'guest' ? why : 'not-organiser';
  logger.warn('announcement.denied', { action, because });
  return { kind: 'denied', because };
}
