import type { Deps } from '../../deps.ts';
import { fromAudienceKey, toAudienceKey } from '../../domain/audience-keys.ts';
import type { AudiencePart } from '../../domain/audience.ts';
import type { Commune } from '../../domain/commune.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { ownOpenGroups } from './check-announcer.ts';

/** To whom somebody may announce. */
export interface AudienceChoices {
  /** All members, the organisers, districts and communes, too. */
  readonly everybody: boolean;
  /** In the order of their names. */
  readonly userGroups: readonly { readonly userGroup: UserGroup; readonly hasChannels: boolean }[];
  /** One of each district, the district itself where the list has it; in the order of the names. */
  readonly districts: readonly Commune[];
  /** Cities and municipalities, and districts' own administrations, in the order of their names. */
  readonly communes: readonly Commune[];
}

export async function findAudienceChoices(
  deps: Pick<Deps, 'userGroupChannels' | 'operator'>,
  asker: Asker,
  groups: ReadonlyMap<UserGroupId, UserGroup>,
): Promise<AudienceChoices> {
  const everybody = may(asker, 'announce').kind === 'allowed';
  const userGroups = await Promise.all(
    ownOpenGroups(asker, groups).map(async (userGroup) => ({
      userGroup,
      hasChannels: (await deps.userGroupChannels.ofGroup(userGroup.id)).length > 0,
    })),
  );
  const communes = everybody ? [...deps.operator.current().communes.values()].sort(byName) : [];
  return { everybody, userGroups, districts: districtsOf(communes), communes };
}

function districtsOf(communes: readonly Commune[]): readonly Commune[] {
  const districts = new Map<string, Commune>();
  for (const commune of communes) {
    if (commune.kind === 'kreis' || !districts.has(commune.districtKey)) {
      districts.set(commune.districtKey, commune);
    }
  }
  return [...districts.values()].sort(byName);
}

function byName(one: Commune, other: Commune): number {
  return one.name.localeCompare(other.name, 'de');
}

export interface ReadAudience {
  readonly audience: readonly AudiencePart[];
  /** Something was chosen that does not exist, or no longer. */
  readonly hasUnknown: boolean;
}

/** What the keys of a form mean: groups that are open, districts and communes that are on the list; each once. */
export function readAudience(
  { operator }: Pick<Deps, 'operator'>,
  keys: readonly string[],
  groups: ReadonlyMap<UserGroupId, UserGroup>,
): ReadAudience {
  const { communes } = operator.current();
  const districts = new Set([...communes.values()].map(({ districtKey }) => districtKey));
  const found = new Map<string, AudiencePart>();
  let hasUnknown = false;
  for (const key of keys) {
    const part = fromAudienceKey(key);
    if (part === undefined || !isThere(part)) {
      hasUnknown = true;
    } else {
      found.set(toAudienceKey(part), part);
    }
  }
  return { audience: [...found.values()], hasUnknown };

  function isThere(part: AudiencePart): boolean {
    switch (part.kind) {
      case 'user-group':
      case 'user-group-channels': {
        const group = groups.get(part.userGroupId);
        return group !== undefined && group.archivedAt === undefined;
      }
      case 'district':
        return districts.has(part.districtKey);
      case 'commune':
        return communes.has(part.communeId);
      case 'role':
      case 'all-members':
        return true;
      case 'channel':
        // No form offers one.
        return false;
    }
  }
}
