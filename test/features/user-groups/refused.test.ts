import { beforeEach, describe, expect, it } from 'vitest';
import { archiveUserGroup } from '../../../src/features/user-groups/archive-user-group.ts';
import { changeUserGroup } from '../../../src/features/user-groups/change-user-group.ts';
import { createUserGroup } from '../../../src/features/user-groups/create-user-group.ts';
import { joinUserGroup } from '../../../src/features/user-groups/join-user-group.ts';
import { listUserGroups } from '../../../src/features/user-groups/list-user-groups.ts';
import { offerChange } from '../../../src/features/user-groups/offer-change.ts';
import { offerUserGroupForm } from '../../../src/features/user-groups/offer-form.ts';
import { organiseUserGroup } from '../../../src/features/user-groups/organise-user-group.ts';
import { offerChannel, setUpChannel } from '../../../src/features/user-groups/set-up-channel.ts';
import {
  aScene,
  createGroup,
  g1,
  general,
  guest,
  member,
  nobody,
  organiser,
  typed,
  unknown,
} from './scene.ts';
import type { Scene } from './scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await aScene();
});

describe('what is refused, and logged', () => {
  const acts: readonly (readonly [string, (asker: typeof nobody) => Promise<{ readonly kind: string }>])[] = [
    ['the form', async (asker) => offerUserGroupForm(scene, asker)],
    ['creating', (asker) => createUserGroup(scene, { asker, typed: { ...typed, name: 'Neu' } })],
    ['changing', (asker) => changeUserGroup(scene, { asker, userGroupId: g1, version: 1, typed })],
    ['the form for changing', (asker) => offerChange(scene, { asker, userGroupId: g1 })],
    ['archiving', (asker) => archiveUserGroup(scene, { asker, userGroupId: g1 })],
    ['organising', (asker) => organiseUserGroup(scene, { asker, userGroupId: g1, organises: true })],
    [
      'no longer organising',
      (asker) => organiseUserGroup(scene, { asker, userGroupId: g1, organises: false }),
    ],
    ['the form for a channel', (asker) => offerChannel(scene, { asker, place: general })],
    ['a channel', (asker) => setUpChannel(scene, { asker, place: general, userGroupId: g1 })],
    ['taking a channel off', (asker) => setUpChannel(scene, { asker, place: general, userGroupId: 'none' })],
  ];

  it.each(acts)('%s: to members, guests and people without an account', async (_, act) => {
    await createGroup(scene);

    const results = [await act(member), await act(guest), await act(nobody)];

    expect(results).toEqual([
      { kind: 'denied', because: 'not-organiser' },
      { kind: 'denied', because: 'guest' },
      { kind: 'denied', because: 'anonymous' },
    ]);
    expect(scene.warnings.map(({ event }) => event)).toEqual(Array(3).fill('user-group.denied'));
    expect((await listUserGroups(scene, { asker: member, shared: true, page: 1 })).counts['user-group']).toBe(
      1,
    );
    expect(await scene.userGroupChannels.find(general.conversationId)).toBeUndefined();
    expect((await scene.userGroups.find(g1))?.value).toMatchObject({
      version: 1,
      organisers: [organiser.memberId],
    });
  });

  it('joining to guests and people without an account (fault 42)', async () => {
    await createGroup(scene);

    const results = [
      await joinUserGroup(scene, { asker: guest, userGroupId: g1 }),
      await joinUserGroup(scene, { asker: nobody, userGroupId: g1 }),
    ];

    expect(results).toEqual([
      { kind: 'denied', because: 'guest' },
      { kind: 'denied', because: 'anonymous' },
    ]);
    expect(await scene.memberships.ofGroup(g1)).toHaveLength(1);
  });

  it('a stranger to a group learns nothing of whether it exists when they want to change it', async () => {
    expect(await offerChange(scene, { asker: member, userGroupId: unknown })).toMatchObject({
      kind: 'denied',
    });
    expect(await offerChange(scene, { asker: organiser, userGroupId: unknown })).toEqual({ kind: 'gone' });
  });
});
