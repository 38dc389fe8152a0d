import type { Deps } from '../../deps.ts';
import { toFilterKey } from '../../domain/filter-keys.ts';
import type { MemberId } from '../../domain/ids.ts';
import { removeOrganiser } from '../../domain/user-group.ts';
import type { PersonalDataSource } from './personal-data.ts';

/** The member's profile. */
export function profileSource({ members }: Pick<Deps, 'members'>): PersonalDataSource {
  return {
    kind: 'profile',
    async read(id) {
      const stored = await members.find(id);
      return stored === undefined ? [] : [{ ...stored.value }];
    },
    async erase(id) {
      for (;;) {
        const stored = await members.find(id);
        if (stored === undefined) {
          return 0;
        }
        if ((await members.remove(id, stored.etag)) === 'removed') {
          return 1;
        }
      }
    },
  };
}

/** The last question of each conversation. */
export function lastQuestionsSource({ dialogues }: Pick<Deps, 'dialogues'>): PersonalDataSource {
  return {
    kind: 'last-questions',
    async read(id) {
      const kept = await dialogues.ofMember(id);
      return kept.map(({ conversationId, question, page, askedAt }) => ({
        conversationId,
        sought: question.sought,
        filters: question.filters.map(toFilterKey),
        page,
        askedAt,
      }));
    },
    erase: (id) => dialogues.eraseOf(id),
  };
}

/** The user groups that the member is in or organises. */
export function userGroupsSource({
  userGroups,
  memberships,
}: Pick<Deps, 'memberships' | 'userGroups'>): PersonalDataSource {
  return {
    kind: 'user-groups',
    async read(id) {
      const joined = new Map((await memberships.ofMember(id)).map((one) => [one.userGroupId, one.joinedAt]));
      const groups = new Map((await userGroups.all()).map(({ value }) => [value.id, value]));
      const organised = new Set(
        [...groups.values()].filter(({ organisers }) => organisers.includes(id)).map((group) => group.id),
      );
      return [...new Set([...joined.keys(), ...organised])].map((group) => ({
        userGroupId: group,
        userGroup: groups.get(group)?.name,
        joinedAt: joined.get(group),
        organises: organised.has(group),
      }));
    },
    async erase(id) {
      const joined = await memberships.ofMember(id);
      for (const { userGroupId } of joined) {
        await memberships.remove(userGroupId, id);
      }
      return joined.length + (await leaveOrganisers(userGroups, id));
    },
  };
}

/** Returns of how many groups the member was an organiser. */
async function leaveOrganisers(userGroups: Deps['userGroups'], member: MemberId): Promise<number> {
  let left = 0;
  for (const { value } of await userGroups.all()) {
    for (;;) {
      const stored = await userGroups.find(value.id);
      if (stored === undefined || !stored.value.organisers.includes(member)) {
        break;
      }
      if ((await userGroups.replace(removeOrganiser(stored.value, member), stored)) === 'replaced') {
        left += 1;
        break;
      }
    }
  }
  return left;
}
