import { beforeEach, describe, expect, it } from 'vitest';
import type { Membership } from '../../../src/domain/user-group.ts';
import { archiveUserGroup } from '../../../src/features/user-groups/archive-user-group.ts';
import { changeUserGroup } from '../../../src/features/user-groups/change-user-group.ts';
import { createUserGroup } from '../../../src/features/user-groups/create-user-group.ts';
import { joinUserGroup } from '../../../src/features/user-groups/join-user-group.ts';
import { leaveUserGroup } from '../../../src/features/user-groups/leave-user-group.ts';
import { offerChange } from '../../../src/features/user-groups/offer-change.ts';
import { offerUserGroupForm } from '../../../src/features/user-groups/offer-form.ts';
import { organiseUserGroup } from '../../../src/features/user-groups/organise-user-group.ts';
import { setUpChannel } from '../../../src/features/user-groups/set-up-channel.ts';
import { showUserGroup } from '../../../src/features/user-groups/show-user-group.ts';
import { Memberships } from '../../../src/store/memberships.ts';
import {
  aScene,
  createGroup,
  g1,
  general,
  member,
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

describe('creating', () => {
  it('makes the creator organiser and first member', async () => {
    const result = await createUserGroup(scene, { asker: organiser, typed });

    expect(result).toMatchObject({
      kind: 'created',
      described: {
        userGroup: { name: 'Telefonie', organisers: [organiser.memberId], version: 1 },
        members: 1,
        own: { joinedAt: scene.clock.now(), organises: true },
      },
    });
  });

  it('is done once when it is sent twice, with the same answer', async () => {
    const first = await createUserGroup(scene, { asker: organiser, typed });

    const again = await createUserGroup(scene, { asker: organiser, typed });

    expect(again).toEqual(first);
    expect(await scene.userGroups.all()).toHaveLength(1);
  });

  it('does not take the same words of somebody else for the same group', async () => {
    await createGroup(scene);

    expect(await createUserGroup(scene, { asker: otherOrganiser, typed })).toMatchObject({
      kind: 'invalid',
      problem: 'name-taken',
    });
  });

  it('refuses a name that is taken, and gives back what was typed', async () => {
    await createGroup(scene);

    const result = await createUserGroup(scene, {
      asker: otherOrganiser,
      typed: { ...typed, name: ' TELE fonie', description: 'Anderes' },
    });

    expect(result).toEqual({
      kind: 'invalid',
      problem: 'name-taken',
      fields: { kind: 'user-group', name: 'TELE fonie', description: 'Anderes' },
    });
  });

  it('refuses what is missing before anything is written', async () => {
    expect(await createUserGroup(scene, { asker: organiser, typed: {} })).toMatchObject({
      kind: 'invalid',
      problem: 'name-missing',
    });
    expect(await scene.userGroups.all()).toEqual([]);
  });
});

describe('joining and leaving', () => {
  beforeEach(() => createGroup(scene));

  it('is counted, and twice is once', async () => {
    const results = [
      await joinUserGroup(scene, { asker: member, userGroupId: g1 }),
      await joinUserGroup(scene, { asker: member, userGroupId: g1 }),
      await leaveUserGroup(scene, { asker: member, userGroupId: g1 }),
      await leaveUserGroup(scene, { asker: member, userGroupId: g1 }),
    ];

    expect(results.map(({ kind }) => kind)).toEqual(['joined', 'already-in', 'left', 'not-in']);
    expect(results).toMatchObject([2, 2, 1, 1].map((members) => ({ described: { members } })));
  });

  it('is once when it is pressed ten times at the same moment', async () => {
    const presses = Array.from({ length: 10 }, () =>
      joinUserGroup(scene, { asker: member, userGroupId: g1 }),
    );

    const kinds = (await Promise.all(presses)).map(({ kind }) => kind);

    expect(kinds.filter((kind) => kind === 'joined')).toHaveLength(1);
    expect(await scene.memberships.ofGroup(g1)).toHaveLength(2);
  });

  it('lets somebody leave who has become a guest', async () => {
    await joinUserGroup(scene, { asker: member, userGroupId: g1 });

    const result = await leaveUserGroup(scene, { asker: { ...member, guest: true }, userGroupId: g1 });

    expect(result.kind).toBe('left');
  });

  it('leaves nobody behind in a group that is archived at the same moment', async () => {
    class Late extends Memberships {
      override async add(membership: Membership) {
        await archiveUserGroup(scene, { asker: organiser, userGroupId: g1 });
        return super.add(membership);
      }
    }
    const deps = { ...scene, memberships: new Late(scene.store) };

    expect(await joinUserGroup(deps, { asker: member, userGroupId: g1 })).toEqual({ kind: 'gone' });
    expect(await scene.memberships.ofGroup(g1)).toEqual([]);
  });

  it('is over when the group is archived', async () => {
    await archiveUserGroup(scene, { asker: organiser, userGroupId: g1 });

    expect(await joinUserGroup(scene, { asker: member, userGroupId: g1 })).toEqual({ kind: 'gone' });
    expect(await joinUserGroup(scene, { asker: member, userGroupId: unknown })).toEqual({ kind: 'gone' });
  });
});

describe('changing', () => {
  beforeEach(() => createGroup(scene));

  const change = (asker: typeof member, version: number, words: Partial<typeof typed>) =>
    changeUserGroup(scene, { asker, userGroupId: g1, version, typed: { ...typed, ...words } });

  it('takes the new words, and is done already when it is sent twice', async () => {
    const first = await change(otherOrganiser, 1, { name: 'Telefon', kind: 'working-group' });
    const again = await change(otherOrganiser, 1, { name: 'Telefon', kind: 'working-group' });

    expect(first).toMatchObject({
      kind: 'changed',
      described: { userGroup: { name: 'Telefon', kind: 'working-group', version: 2 } },
    });
    expect(again).toEqual(first);
  });

  it('gives the form back when somebody else was faster, with what is there now', async () => {
    await change(organiser, 1, { description: 'Von der einen' });

    const result = await change(otherOrganiser, 1, { description: 'Vom anderen' });

    expect(result).toMatchObject({
      kind: 'invalid',
      problem: 'outdated',
      fields: { description: 'Vom anderen' },
      userGroup: { description: 'Von der einen', version: 2 },
    });
  });

  it('refuses the name of another group', async () => {
    await createUserGroup(scene, { asker: organiser, typed: { ...typed, name: 'Akte' } });

    expect(await change(organiser, 1, { name: 'akte' })).toMatchObject({
      kind: 'invalid',
      problem: 'name-taken',
    });
    expect(await change(organiser, 1, { name: ' ' })).toMatchObject({
      kind: 'invalid',
      problem: 'name-missing',
    });
  });

  it('is over when the group is archived', async () => {
    await archiveUserGroup(scene, { asker: organiser, userGroupId: g1 });

    expect(await change(organiser, 1, { name: 'Neu' })).toEqual({ kind: 'gone' });
    expect(await offerChange(scene, { asker: organiser, userGroupId: g1 })).toEqual({ kind: 'gone' });
    expect(await showUserGroup(scene, { asker: organiser, userGroupId: g1 })).toEqual({ kind: 'gone' });
  });
});

describe('archiving', () => {
  beforeEach(() => createGroup(scene));

  it('ends memberships and channels, frees the name, and finishes what was interrupted when it is done again', async () => {
    await setUpChannel(scene, { asker: organiser, place: general, userGroupId: g1 });
    await archiveUserGroup(scene, { asker: organiser, userGroupId: g1 });
    // As after a crash between the steps.
    await scene.memberships.add({ userGroupId: g1, memberId: member.memberId, joinedAt: 1 });

    const again = await archiveUserGroup(scene, { asker: organiser, userGroupId: g1 });

    expect(again.kind).toBe('archived');
    expect(await scene.memberships.ofGroup(g1)).toEqual([]);
    expect(await scene.userGroupChannels.ofGroup(g1)).toEqual([]);
    expect(await createUserGroup(scene, { asker: otherOrganiser, typed })).toMatchObject({ kind: 'created' });
  });
});

describe('organising', () => {
  beforeEach(() => createGroup(scene));

  it('is for the organisers of the community, once each; whoever stops changes nothing for the others', async () => {
    const twice = { asker: otherOrganiser, userGroupId: g1, organises: true };
    await organiseUserGroup(scene, twice);
    const result = await organiseUserGroup(scene, twice);
    const stopped = await organiseUserGroup(scene, { ...twice, asker: organiser, organises: false });

    expect(result).toMatchObject({ kind: 'organises', described: { own: { organises: true } } });
    expect(stopped).toMatchObject({
      kind: 'stopped',
      described: { userGroup: { organisers: [otherOrganiser.memberId] } },
    });
  });

  it('stays with an organiser of the group whose role in the community ended', async () => {
    const former = { ...organiser, role: 'member' } as const;

    expect(await offerChange(scene, { asker: former, userGroupId: g1 })).toMatchObject({ kind: 'offered' });
    expect(offerUserGroupForm(scene, former)).toMatchObject({ kind: 'denied' });
  });
});
