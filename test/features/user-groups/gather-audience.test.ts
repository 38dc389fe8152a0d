import { someRules } from '../../support/rules.ts';
import { expect, it } from 'vitest';
import type { Deps } from '../../../src/deps.ts';
import type { AudiencePart } from '../../../src/domain/audience.ts';
import { conversationId, memberId as toMemberId, userGroupId } from '../../../src/domain/ids.ts';
import type { MemberId } from '../../../src/domain/ids.ts';
import type { Address, Reference } from '../../../src/domain/reach.ts';
import type { SubscriptionKind } from '../../../src/domain/subscription.ts';
import { chooseSubscription } from '../../../src/features/subscriptions/choose-subscription.ts';
import { stopAll } from '../../../src/features/subscriptions/stop-all.ts';
import { gatherAudience } from '../../../src/features/user-groups/gather-audience.ts';
import { joinUserGroup } from '../../../src/features/user-groups/join-user-group.ts';
import { setUpChannel } from '../../../src/features/user-groups/set-up-channel.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { References } from '../../../src/store/references.ts';
import { Subscriptions } from '../../../src/store/subscriptions.ts';
import { aUserGroup, hemer, menden } from '../../support/builders.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';
import { aScene, general, member, organiser, otherOrganiser, tenant } from './scene.ts';

const g1 = userGroupId('g1');

function aReference(fields: Partial<Reference>): Reference {
  return {
    conversationId: conversationId('a:1'),
    kind: 'personal',
    tenantId: tenant,
    serviceUrl: 'https://smba.trafficmanager.net/de/',
    botId: '28:bot',
    seenAt: 1,
    ...fields,
  };
}

async function aCommunity() {
  const scene = await aScene();
  await scene.userGroups.add(aUserGroup({ id: g1 }));
  for (const [asker, communeId] of [
    [organiser, menden],
    [member, hemer],
    [otherOrganiser, menden],
  ] as const) {
    const { memberId: id, tenantId } = asker;
    await scene.members.add({
      id,
      tenantId,
      guest: false,
      communeId,
      firstSeenAt: 1,
      rosterReadAt: 1,
    });
  }
  await joinUserGroup(scene, { asker: member, userGroupId: g1 });
  await setUpChannel(scene, { asker: organiser, place: general, userGroupId: g1 });
  return {
    ...scene,
    references: new References(scene.store),
    subscriptions: new Subscriptions(scene.store),
    isServiceAllowed: (url: string) => url !== 'https://gone.example/',
    operator: {
      current: () => ({
        communes: shippedCommunes,
        communesOf: new Map(),
        synonyms: [],
        serviceHosts: new Set<string>(),
      }),
    },
    rules: someRules({ organisers: new Set(['organiser', 'other-organiser']) }),
  };
}

async function met(deps: Pick<Deps, 'references'>, address: Partial<Address>): Promise<Reference> {
  const { seenAt, ...place } = aReference(address);
  await deps.references.learn(place, { sign: 'wrote', at: seenAt, address: place });
  return { ...place, seenAt };
}

const inGroup: AudiencePart = { kind: 'user-group', userGroupId: g1 };
const inChannels: AudiencePart = { kind: 'user-group-channels', userGroupId: g1 };

it('finds people and channels of a user group, with the way to each', async () => {
  const deps = await aCommunity();
  const toMember = await met(deps, { memberId: member.memberId });
  const toChannel = await met(deps, { kind: 'channel', conversationId: general.conversationId });

  const audience = await gatherAudience(deps, [inGroup, inChannels]);

  expect(audience).toEqual({
    recipients: [{ memberId: member.memberId, way: toMember }],
    unreachable: [],
    channels: [{ conversationId: general.conversationId, way: toChannel }],
    unreachableChannels: [],
    guests: 0,
  });
});

it('says of everybody who is meant why they cannot be reached, by what holds at this moment', async () => {
  const deps = await aCommunity();
  await met(deps, { memberId: member.memberId, serviceUrl: 'https://gone.example/' });

  const { unreachable, unreachableChannels } = await gatherAudience(deps, [inGroup, inChannels]);

  expect(unreachable).toEqual([{ memberId: member.memberId, because: 'foreign-service' }]);
  expect(unreachableChannels).toEqual([{ conversationId: general.conversationId, because: 'never-met' }]);
});

it('finds organisers, communes and everybody among the members that are kept', async () => {
  const deps = await aCommunity();

  const namesOf = async (part: AudiencePart) => {
    const { unreachable } = await gatherAudience(deps, [part]);
    return unreachable.map(({ memberId }) => nameOf(memberId));
  };

  expect(await namesOf({ kind: 'role', role: 'organiser' })).toEqual(['organiser', 'other-organiser']);
  expect(await namesOf({ kind: 'commune', communeId: hemer })).toEqual(['member']);
  expect(await namesOf({ kind: 'all-members' })).toEqual(['member', 'organiser', 'other-organiser']);
});

it('counts those as opted out who want nothing of the kind, or nothing at all', async () => {
  const deps = await aCommunity();
  for (const { memberId } of [member, organiser, otherOrganiser]) {
    await met(deps, { memberId });
  }
  await stopAll(deps, organiser);
  await chooseSubscription(deps, { asker: member, frequencies: { 'user-group': 'never' } });

  const optedOut = async (kind?: SubscriptionKind) => {
    const { recipients, unreachable } = await gatherAudience(deps, [{ kind: 'all-members' }], { kind });
    return {
      reached: recipients.map(({ memberId }) => nameOf(memberId)),
      optedOut: unreachable.map(({ memberId, because }) => `${nameOf(memberId)} ${because}`),
    };
  };

  expect(await optedOut('user-group')).toEqual({
    reached: ['other-organiser'],
    optedOut: ['member opted-out', 'organiser opted-out'],
  });
  expect(await optedOut('meetings')).toEqual({
    reached: ['member', 'other-organiser'],
    optedOut: ['organiser opted-out'],
  });
  expect(await optedOut()).toEqual({
    reached: ['member', 'other-organiser'],
    optedOut: ['organiser opted-out'],
  });
});

it('reads of a small audience what concerns it alone, and of a large one everything at once, with the same result', async () => {
  const deps = await aCommunity();
  const people = Array.from({ length: 301 }, (_, index) => toMemberId(tenant, `p${index}`));
  for (const id of people) {
    await deps.members.add({ id, tenantId: tenant, guest: false, firstSeenAt: 1, rosterReadAt: 1 });
    await met(deps, { memberId: id, conversationId: conversationId(`a:${id}`) });
  }
  const [quiet = member.memberId] = people;
  await stopAll(deps, { ...member, memberId: quiet });
  await joinUserGroup(deps, { asker: { ...member, memberId: quiet }, userGroupId: g1 });
  const reads = countReads(deps);

  const small = await gatherAudience(reads.deps, [inGroup]);
  const readForSmall = { ...reads.counts };
  const large = await gatherAudience(reads.deps, [{ kind: 'all-members' }]);

  expect(readForSmall).toEqual({ find: 4, all: 0 });
  expect(reads.counts).toEqual({ find: 4, all: 2 });
  expect(small.unreachable).toContainEqual({ memberId: quiet, because: 'opted-out' });
  expect(large.unreachable).toContainEqual({ memberId: quiet, because: 'opted-out' });
  expect(large.recipients).toHaveLength(300);
});

/** Counts how often references and subscriptions are looked up one by one, and listed as a whole. */
function countReads<D extends Pick<Deps, 'references' | 'subscriptions'>>(
  deps: D & { store: DocumentStore },
) {
  const counts = { find: 0, all: 0 };
  class CountedReferences extends References {
    override find(...request: Parameters<References['find']>) {
      counts.find += 1;
      return super.find(...request);
    }
    override all(...request: Parameters<References['all']>) {
      counts.all += 1;
      return super.all(...request);
    }
  }
  class CountedSubscriptions extends Subscriptions {
    override find(...request: Parameters<Subscriptions['find']>) {
      counts.find += 1;
      return super.find(...request);
    }
    override all() {
      counts.all += 1;
      return super.all();
    }
  }
  const { store } = deps;
  const counted = {
    ...deps,
    references: new CountedReferences(store),
    subscriptions: new CountedSubscriptions(store),
  };
  return { counts, deps: counted };
}

function nameOf(id: MemberId): string {
  return id.replace(/^.*?\./, '');
}
