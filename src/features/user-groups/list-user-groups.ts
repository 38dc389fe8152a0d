import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UserGroup, UserGroupKind } from '../../domain/user-group.ts';

export interface ListedUserGroup {
  readonly userGroup: UserGroup;
  /** Whether the asker is in it; false for everybody on a list that others see. */
  readonly joined: boolean;
}

export interface ListUserGroupsResult {
  readonly rows: readonly ListedUserGroup[];
  readonly counts: Readonly<Record<UserGroupKind, number>>;
  /** How many of them the asker is in; 0 on a list that others see. */
  readonly joined: number;
  /** From 1, and never behind the last one. */
  readonly page: number;
  readonly pages: number;
  readonly mayCreate: boolean;
}

const rowsOnAPage = 5;

/** The open groups: the asker's own first, then by name. `shared`: everybody sees the list, so it is the same for all. */
export async function listUserGroups(
  deps: Pick<Deps, 'userGroups' | 'memberships'>,
  request: { readonly asker: Asker; readonly shared: boolean; readonly page: number },
): Promise<ListUserGroupsResult> {
  const { asker, shared } = request;
  const [groups, own] = await Promise.all([deps.userGroups.all(), shared ? [] : ownGroups(deps, asker)]);
  const ownIds = new Set(own);
  const listed = groups
    .filter(({ value }) => value.archivedAt === undefined)
    .map(({ value }): ListedUserGroup => ({ userGroup: value, joined: ownIds.has(value.id) }));
  listed.sort(
    (one, other) =>
      Number(other.joined) - Number(one.joined) ||
      one.userGroup.name.localeCompare(other.userGroup.name, 'de'),
  );
  const pages = Math.max(1, Math.ceil(listed.length / rowsOnAPage));
  const page = Math.min(request.page, pages);
  return {
    rows: listed.slice((page - 1) * rowsOnAPage, page * rowsOnAPage),
    counts: {
      'user-group': countOf(listed, 'user-group'),
      'working-group': countOf(listed, 'working-group'),
    },
    joined: listed.filter(({ joined }) => joined).length,
    page,
    pages,
    mayCreate: may(asker, 'create-user-group').kind === 'allowed',
  };
}

async function ownGroups({ memberships }: Pick<Deps, 'memberships'>, { memberId }: Asker) {
  const own = memberId === undefined ? [] : await memberships.ofMember(memberId);
  return own.map(({ userGroupId }) => userGroupId);
}

function countOf(listed: readonly ListedUserGroup[], kind: UserGroupKind): number {
  return listed.filter(({ userGroup }) => userGroup.kind === kind).length;
}
