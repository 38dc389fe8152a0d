import { someRules } from '../../support/rules.ts';
import type { Announcement } from '../../../src/domain/announcement.ts';
import { announcementId, conversationId } from '../../../src/domain/ids.ts';
import type { MemberId } from '../../../src/domain/ids.ts';
import { Announcements } from '../../../src/store/announcements.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { References } from '../../../src/store/references.ts';
import { Subscriptions } from '../../../src/store/subscriptions.ts';
import { anAnnouncement } from '../../support/builders.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';
import { aScene as aGroupScene, member, organiser, otherOrganiser, tenant } from '../user-groups/scene.ts';

export const a1 = announcementId('a1');

/** Everything that features about announcements ask for, on a store in memory. Two organisers and a member can be written to. */
export async function aScene({ confirmAbove = 500 } = {}) {
  const scene = await aGroupScene();
  const deps = {
    ...scene,
    announcements: new Announcements(scene.store),
    broadcasts: new Broadcasts(scene.store),
    references: new References(scene.store),
    subscriptions: new Subscriptions(scene.store),
    isServiceAllowed: () => true,
    operator: {
      current: () => ({
        communes: shippedCommunes,
        communesOf: new Map(),
        synonyms: [],
        serviceHosts: new Set<string>(),
      }),
    },
    rules: someRules({ organisers: new Set(['organiser', 'other-organiser']), confirmAbove }),
  };
  for (const { memberId } of [organiser, otherOrganiser, member]) {
    await join(deps, memberId);
  }
  return deps;
}

export type Scene = Awaited<ReturnType<typeof aScene>>;

/** Somebody writes to the bot for the first time. */
export async function join(
  { members, references, clock }: Pick<Scene, 'members' | 'references' | 'clock'>,
  memberId: MemberId,
): Promise<void> {
  const at = clock.now();
  await members.add({ id: memberId, tenantId: tenant, guest: false, firstSeenAt: at, rosterReadAt: at });
  const address = {
    conversationId: conversationId(`a:${memberId}`),
    kind: 'personal' as const,
    tenantId: tenant,
    serviceUrl: 'https://smba.trafficmanager.net/de/',
    botId: '28:bot',
    memberId,
  };
  await references.learn(address, { sign: 'wrote', at, address });
}

/** An announcement of the first organiser, as the fields say, in the store. */
export async function keep(scene: Scene, fields: Partial<Announcement> = {}): Promise<Announcement> {
  const announcement = anAnnouncement({ by: organiser.memberId, state: { kind: 'draft' }, ...fields });
  await scene.announcements.add(announcement);
  return announcement;
}

export async function stateOf({ announcements }: Pick<Scene, 'announcements'>) {
  return (await announcements.find(a1))?.value.state;
}
