import { expect, it } from 'vitest';
import { conversationId, userGroupId } from '../../../src/domain/ids.ts';
import type { Reference } from '../../../src/domain/reach.ts';
import { gatherAudience } from '../../../src/features/user-groups/gather-audience.ts';
import { joinUserGroup } from '../../../src/features/user-groups/join-user-group.ts';
import { setUpChannel } from '../../../src/features/user-groups/set-up-channel.ts';
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
    const { memberId, tenantId } = asker;
    await scene.members.add({
      id: memberId,
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
    operator: {
      current: () => ({
        communes: shippedCommunes,
        communesOf: new Map(),
        synonyms: [],
        serviceHosts: new Set<string>(),
      }),
    },
    rules: {
      organisers: new Set(['organiser', 'other-organiser']),
      allowedTenants: new Set<string>(),
      questionRetentionDays: 90,
    },
  };
}

it('finds people and channels of a user group, with the way to each', async () => {
  const deps = await aCommunity();
  const toMember = aReference({ memberId: member.memberId });
  const toChannel = aReference({ kind: 'channel', conversationId: general.conversationId });

  const audience = await gatherAudience(
    deps,
    [
      { kind: 'user-group', userGroupId: g1 },
      { kind: 'user-group-channels', userGroupId: g1 },
    ],
    [toMember, toChannel],
  );

  expect(audience).toEqual({
    recipients: [{ memberId: member.memberId, reference: toMember }],
    unreachable: [],
    channels: [{ conversationId: general.conversationId, reference: toChannel }],
    unreachableChannels: [],
    guests: 0,
  });
});

it('finds organisers, communes and everybody among the members that are kept', async () => {
  const deps = await aCommunity();

  const namesOf = async (part: Parameters<typeof gatherAudience>[1][number]) => {
    const { unreachable } = await gatherAudience(deps, [part], []);
    return unreachable.map(({ memberId }) => memberId.replace(/^.*?\./, ''));
  };

  expect(await namesOf({ kind: 'role', role: 'organiser' })).toEqual(['organiser', 'other-organiser']);
  expect(await namesOf({ kind: 'commune', communeId: hemer })).toEqual(['member']);
  expect(await namesOf({ kind: 'all-members' })).toEqual(['member', 'organiser', 'other-organiser']);
});
