import { conversationId, memberId, tenantId, userGroupId } from '../../../src/domain/ids.ts';
import type { Asker } from '../../../src/domain/member.ts';
import { createUserGroup } from '../../../src/features/user-groups/create-user-group.ts';
import { Members } from '../../../src/store/members.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Follows } from '../../../src/store/follows.ts';
import { Memberships } from '../../../src/store/memberships.ts';
import { UserGroupChannels } from '../../../src/store/user-group-channels.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { UserGroups } from '../../../src/store/user-groups.ts';
import { anAsker } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';

export const tenant = tenantId('11111111-0000-4000-8000-000000000000');
export const general = { conversationId: conversationId('19:general@thread.tacv2') };

function person(
  name: string,
  fields: Partial<Asker> = {},
): Asker & { readonly memberId: NonNullable<Asker['memberId']> } {
  return { ...anAsker(fields), memberId: memberId(tenant, name) };
}

export const organiser = person('organiser', { role: 'organiser' });
export const otherOrganiser = person('other-organiser', { role: 'organiser' });
export const member = person('member');
export const guest = person('guest', { guest: true });
const { memberId: _, ...withoutAccount } = anAsker({ guest: true });
export const nobody: Asker = withoutAccount;

/** What is refused to whom, and was logged. */
export interface Warning {
  readonly event: string;
  readonly facts: Readonly<Record<string, unknown>> | undefined;
}

/** Everything that features about user groups ask for, on a store in memory. */
export async function aScene() {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const warnings: Warning[] = [];
  let given = 0;
  return {
    clock,
    store,
    warnings,
    ids: {
      next() {
        given += 1;
        return `g${given}`;
      },
    },
    logger: {
      info: () => undefined,
      error: () => undefined,
      warn(event: string, facts?: Readonly<Record<string, unknown>>) {
        warnings.push({ event, facts });
      },
    },
    members: new Members(store),
    follows: new Follows(store),
    userGroups: new UserGroups(store),
    userGroupChannels: new UserGroupChannels(store),
    memberships: new Memberships(store),
    topicRequests: new TopicRequests(store),
    meetings: new Meetings(store),
  };
}

export type Scene = Awaited<ReturnType<typeof aScene>>;

export const typed = { kind: 'user-group', name: 'Telefonie', description: 'Wer Anrufe mit KI annimmt.' };
/** The first group that is created in a scene. */
export const g1 = userGroupId('g1');
export const unknown = userGroupId('unknown');

export async function createGroup(scene: Scene): Promise<void> {
  await createUserGroup(scene, { asker: organiser, typed });
}
