import type { Deps } from '../../deps.ts';
import type { UserGroup } from '../../domain/user-group.ts';

/** Every group that is not archived, by name. */
export async function listOpenGroups({
  userGroups,
}: Pick<Deps, 'userGroups'>): Promise<readonly UserGroup[]> {
  return (await userGroups.all())
    .map(({ value }) => value)
    .filter(({ archivedAt }) => archivedAt === undefined)
    .toSorted((one, other) => one.name.localeCompare(other.name, 'de'));
}
