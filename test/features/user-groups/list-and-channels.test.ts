import { beforeEach, describe, expect, it } from 'vitest';
import { conversationId, userGroupId } from '../../../src/domain/ids.ts';
import { userGroupsSource } from '../../../src/features/members/own-data.ts';
import { archiveUserGroup } from '../../../src/features/user-groups/archive-user-group.ts';
import { createUserGroup } from '../../../src/features/user-groups/create-user-group.ts';
import { joinUserGroup } from '../../../src/features/user-groups/join-user-group.ts';
import { listUserGroups } from '../../../src/features/user-groups/list-user-groups.ts';
import { organiseUserGroup } from '../../../src/features/user-groups/organise-user-group.ts';
import { offerChannel, setUpChannel } from '../../../src/features/user-groups/set-up-channel.ts';
import { aUserGroup } from '../../support/builders.ts';
import { UserGroupChannels } from '../../../src/store/user-group-channels.ts';
import {
  aScene,
  createGroup,
  g1,
  general,
  guest,
  member,
  nobody,
  organiser,
  otherOrganiser,
  typed,
  unknown,
} from './scene.ts';
import type { Scene } from './scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await aScene();
});

describe('the list', () => {
  beforeEach(async () => {
    for (const name of ['Zeta', 'Ärzte', 'beta', 'Alpha', 'Gamma', 'Delta']) {
      await scene.userGroups.add(aUserGroup({ id: userGroupId(name), name }));
    }
    await scene.userGroups.add(aUserGroup({ id: userGroupId('old'), name: 'Alt', archivedAt: 1 }));
    const joined = { userGroupId: userGroupId('Zeta'), memberId: member.memberId, joinedAt: 1 };
    await scene.memberships.add(joined);
  });

  const names = ({ rows }: Awaited<ReturnType<typeof listUserGroups>>) =>
    rows.map(({ userGroup }) => userGroup.name);

  it('has the own groups first, then the others by name, five a page, and no archived ones', async () => {
    const first = await listUserGroups(scene, { asker: member, shared: false, page: 1 });
    const second = await listUserGroups(scene, { asker: member, shared: false, page: 2 });

    expect(names(first)).toEqual(['Zeta', 'Alpha', 'Ärzte', 'beta', 'Delta']);
    expect(names(second)).toEqual(['Gamma']);
    expect(first).toMatchObject({ joined: 1, page: 1, pages: 2, mayCreate: false });
  });

  it('is the same for everybody where everybody sees it', async () => {
    const shared = await listUserGroups(scene, { asker: member, shared: true, page: 1 });
    const others = await listUserGroups(scene, { asker: guest, shared: true, page: 1 });

    expect(shared).toEqual(others);
    expect(names(shared)).toEqual(['Alpha', 'Ärzte', 'beta', 'Delta', 'Gamma']);
    expect(shared.rows.filter(({ joined }) => joined)).toEqual([]);
  });

  it('ends with its last page', async () => {
    const behind = await listUserGroups(scene, { asker: nobody, shared: false, page: 99 });

    expect([behind.page, names(behind)]).toEqual([2, ['Zeta']]);
  });
});

describe('the channel of a group', () => {
  beforeEach(async () => {
    await createGroup(scene);
    await createUserGroup(scene, { asker: otherOrganiser, typed: { ...typed, name: 'Akte' } });
  });

  const place = { ...general, name: 'Allgemein' };
  const setUp = (asker: typeof member, owner: 'g1' | 'g2' | 'community' | 'none') =>
    setUpChannel(scene, {
      asker,
      place,
      userGroupId: owner === 'none' || owner === 'community' ? owner : userGroupId(owner),
    });

  it('is kept with its name, and offered as chosen the next time', async () => {
    const result = await setUp(organiser, 'g1');
    const offered = await offerChannel(scene, { asker: organiser, place });

    expect(result).toMatchObject({ kind: 'set-up', described: { channels: 1 } });
    expect(await scene.userGroupChannels.ofGroup(g1)).toEqual([
      {
        conversationId: place.conversationId,
        userGroupId: g1,
        tenantId: organiser.tenantId,
        name: 'Allgemein',
      },
    ]);
    expect(offered).toMatchObject({
      kind: 'offered',
      userGroups: [{ name: 'Akte' }, { name: 'Telefonie' }],
      chosen: g1,
    });
  });

  it('is offered to the own organisers of a group for their group alone', async () => {
    const former = { ...organiser, role: 'member' } as const;

    const offered = await offerChannel(scene, { asker: former, place });

    expect(offered).toMatchObject({ kind: 'offered', userGroups: [{ name: 'Telefonie' }] });
    expect(offered).toHaveProperty('userGroups.length', 1);
    expect(await setUp(former, 'g2')).toMatchObject({ kind: 'denied' });
  });

  it('is not taken from a group by somebody who may not change that one', async () => {
    const former = { ...organiser, role: 'member' } as const;
    await setUp(otherOrganiser, 'g2');

    expect(await setUp(former, 'g1')).toMatchObject({ kind: 'denied' });
    expect(await setUp(former, 'none')).toMatchObject({ kind: 'denied' });
    expect(await scene.userGroupChannels.ofGroup(userGroupId('g2'))).toHaveLength(1);
  });

  it('belongs to none any more when an organiser says so', async () => {
    await setUp(organiser, 'g1');

    expect(await setUp(organiser, 'none')).toEqual({ kind: 'taken-off' });
    expect(await setUp(organiser, 'none')).toEqual({ kind: 'taken-off' });
    expect(await scene.userGroupChannels.ofGroup(g1)).toEqual([]);
  });

  it('cannot be one of a group that is archived or never was', async () => {
    await archiveUserGroup(scene, { asker: organiser, userGroupId: g1 });

    expect(await setUp(organiser, 'g1')).toEqual({ kind: 'gone' });
    expect(await setUpChannel(scene, { asker: organiser, place, userGroupId: unknown })).toEqual({
      kind: 'gone',
    });
    expect(await scene.userGroupChannels.find(place.conversationId)).toBeUndefined();
  });

  it("becomes the whole community's when an organiser says so, and no group's any more", async () => {
    await setUp(organiser, 'g1');

    const result = await setUp(organiser, 'community');
    const offered = await offerChannel(scene, { asker: organiser, place });

    expect(result).toEqual({ kind: 'set-up-for-community' });
    expect(offered).toMatchObject({ chosen: 'community', mayBeCommunity: true, name: 'Allgemein' });
    expect(await scene.userGroupChannels.ofGroup(g1)).toEqual([]);
    expect(await scene.userGroupChannels.ofCommunity()).toEqual([
      { conversationId: place.conversationId, tenantId: organiser.tenantId, name: 'Allgemein' },
    ]);
  });

  it('is given to the community, and taken from it, by organisers of the community alone', async () => {
    const former = { ...organiser, role: 'member' } as const;
    const offered = await offerChannel(scene, { asker: former, place });

    const refused = await setUp(former, 'community');
    await setUp(organiser, 'community');
    const taken = await setUp(former, 'g1');

    expect(offered).toMatchObject({ kind: 'offered', mayBeCommunity: false });
    expect([refused.kind, taken.kind]).toEqual(['denied', 'denied']);
    expect(await scene.userGroupChannels.ofCommunity()).toHaveLength(1);
  });

  it('is free again when the group is archived at the same moment', async () => {
    class Late extends UserGroupChannels {
      #archived = false;

      override async set(...args: Parameters<UserGroupChannels['set']>) {
        if (!this.#archived) {
          this.#archived = true;
          await archiveUserGroup(scene, { asker: organiser, userGroupId: g1 });
        }
        return super.set(...args);
      }
    }
    const deps = { ...scene, userGroupChannels: new Late(scene.store) };

    const result = await setUpChannel(deps, { asker: organiser, place, userGroupId: g1 });

    expect(result).toEqual({ kind: 'gone' });
    expect(await scene.userGroupChannels.find(place.conversationId)).toBeUndefined();
  });

  it('is offered for the whole community to organisers, also while there is no group', async () => {
    const empty = await aScene();

    const offered = await offerChannel(empty, {
      asker: organiser,
      place: { conversationId: conversationId('19:x') },
    });

    expect(offered).toEqual({ kind: 'offered', userGroups: [], mayBeCommunity: true });
  });
});

describe('data rights', () => {
  it('tell the groups somebody is in or organises, and erase both', async () => {
    await createGroup(scene);
    await createUserGroup(scene, { asker: otherOrganiser, typed: { ...typed, name: 'Akte' } });
    await joinUserGroup(scene, { asker: organiser, userGroupId: userGroupId('g2') });
    await organiseUserGroup(scene, { asker: otherOrganiser, userGroupId: g1, organises: true });
    const source = userGroupsSource(scene);
    const joinedAt = scene.clock.now();

    const told = await source.read(organiser.memberId);
    const erased = await source.erase(organiser.memberId);

    expect(told).toEqual([
      { userGroupId: 'g1', userGroup: 'Telefonie', joinedAt, organises: true },
      { userGroupId: 'g2', userGroup: 'Akte', joinedAt, organises: false },
    ]);
    expect(erased).toBe(3);
    expect(await source.read(organiser.memberId)).toEqual([]);
    expect((await scene.userGroups.find(g1))?.value.organisers).toEqual([otherOrganiser.memberId]);
    expect(await source.read(otherOrganiser.memberId)).toHaveLength(2);
  });
});
