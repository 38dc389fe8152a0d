import { beforeEach, describe, expect, it } from 'vitest';
import { conversationId, storedMemberId, tenantId, userGroupId } from '../../src/domain/ids.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { membershipCollection, Memberships } from '../../src/store/memberships.ts';
import { UserGroupChannels } from '../../src/store/user-group-channels.ts';
import { UserGroups } from '../../src/store/user-groups.ts';
import { aUserGroup } from '../support/builders.ts';
import { FakeClock } from '../support/fake-clock.ts';

const g1 = userGroupId('g1');
const g2 = userGroupId('g2');
const anna = storedMemberId('t.anna');
const berta = storedMemberId('t.berta');

let store: DocumentStore;
let userGroups: UserGroups;
let memberships: Memberships;
let channels: UserGroupChannels;

beforeEach(async () => {
  store = createMemoryStore(new FakeClock(0));
  await store.open(allCollections);
  userGroups = new UserGroups(store);
  memberships = new Memberships(store);
  channels = new UserGroupChannels(store);
});

describe('user groups', () => {
  it('are found as they were added, and none twice', async () => {
    const group = aUserGroup({ id: g1, contact: 'Anna', organisers: [anna] });

    await userGroups.add(group);
    await userGroups.add(aUserGroup({ id: g2, name: 'Straßen' }));

    expect((await userGroups.find(g1))?.value).toEqual(group);
    expect((await userGroups.all()).map(({ value }) => value.id)).toEqual([g1, g2]);
  });

  it('give a name to exactly one of two people who choose it at the same moment', async () => {
    const outcomes = await Promise.all([
      userGroups.add(aUserGroup({ id: g1, name: 'KI Straße' })),
      userGroups.add(aUserGroup({ id: g2, name: ' ki  STRASSE' })),
    ]);

    expect(outcomes.sort()).toEqual(['added', 'name-taken']);
    expect(await userGroups.all()).toHaveLength(1);
  });

  it('are found by their name, whatever the case and the spaces', async () => {
    await userGroups.add(aUserGroup({ id: g1, name: 'Digitale Akte' }));

    expect((await userGroups.findByName('digitaleakte'))?.value.id).toBe(g1);
    expect(await userGroups.findByName('Akte')).toBeUndefined();
  });

  it('give the old name back with a new one, and refuse the name of another', async () => {
    await userGroups.add(aUserGroup({ id: g1, name: 'Telefonie' }));
    await userGroups.add(aUserGroup({ id: g2, name: 'Akte' }));
    const before = await getStored();

    const taken = await userGroups.replace({ ...before.value, name: 'AKTE' }, before);
    const renamed = await userGroups.replace({ ...before.value, name: 'Telefon' }, before);

    expect([taken, renamed]).toEqual(['name-taken', 'replaced']);
    expect(await userGroups.findByName('Telefonie')).toBeUndefined();
    expect((await userGroups.findByName('Telefon'))?.value.id).toBe(g1);
  });

  it('keep their name when it only changes its case', async () => {
    await userGroups.add(aUserGroup({ id: g1, name: 'Telefonie' }));
    const before = await getStored();

    expect(await userGroups.replace({ ...before.value, name: 'TELEFONIE' }, before)).toBe('replaced');
    expect((await userGroups.findByName('telefonie'))?.value.name).toBe('TELEFONIE');
  });

  it('give their name back when they are archived', async () => {
    await userGroups.add(aUserGroup({ id: g1, name: 'Telefonie' }));
    const before = await getStored();

    await userGroups.replace({ ...before.value, archivedAt: 5 }, before);

    expect(await userGroups.add(aUserGroup({ id: g2, name: 'Telefonie' }))).toBe('added');
    expect(await userGroups.replace({ ...before.value, archivedAt: 5 }, await getStored())).toBe('replaced');
    expect((await userGroups.findByName('Telefonie'))?.value.id).toBe(g2);
  });

  it('let the slower of two who change it decide again', async () => {
    await userGroups.add(aUserGroup({ id: g1 }));
    const before = await getStored();
    await userGroups.replace({ ...before.value, description: 'Anders' }, before);

    expect(await userGroups.replace({ ...before.value, description: 'Ganz anders' }, before)).toBe(
      'conflict',
    );
    expect(await userGroups.replace({ ...before.value, name: 'Neu' }, before)).toBe('conflict');
  });

  async function getStored() {
    const stored = await userGroups.find(g1);
    if (stored === undefined) {
      throw new Error('no group');
    }
    return stored;
  }
});

describe('memberships', () => {
  const annaIn = (group = g1, joinedAt = 1) => ({ userGroupId: group, memberId: anna, joinedAt });

  it('are once for each member and group, with the first date', async () => {
    const outcomes = [await memberships.add(annaIn()), await memberships.add(annaIn(g1, 2))];

    expect(outcomes).toEqual(['added', 'exists']);
    expect(await memberships.find(g1, anna)).toEqual(annaIn());
  });

  it('tell who is in a group and in which groups a member is', async () => {
    await memberships.add(annaIn(g1));
    await memberships.add(annaIn(g2));
    await memberships.add({ ...annaIn(g2), memberId: berta });

    const inGroup = await memberships.ofGroup(g2);
    const ofMember = await memberships.ofMember(anna);

    expect(inGroup.map(({ memberId }) => memberId).sort()).toEqual([anna, berta]);
    expect(ofMember.map(({ userGroupId: group }) => group)).toEqual([g1, g2]);
  });

  it('end once', async () => {
    await memberships.add(annaIn());

    expect(await memberships.remove(g1, anna)).toBe('removed');
    expect(await memberships.remove(g1, anna)).toBe('absent');
    expect(await memberships.ofMember(anna)).toEqual([]);
  });

  it('end all together with their group, more of them than a transaction holds, and no others', async () => {
    for (let index = 0; index < 150; index += 1) {
      await memberships.add({ ...annaIn(), memberId: storedMemberId(`t.${index}`) });
    }
    await memberships.add(annaIn(g2));

    await memberships.removeOfGroup(g1);

    expect(await memberships.ofGroup(g1)).toEqual([]);
    expect(await memberships.ofMember(anna)).toEqual([annaIn(g2)]);
  });

  it('leave nobody in a tombstone', async () => {
    await memberships.add(annaIn());
    await memberships.remove(g1, anna);

    const { changes } = await store.changes(membershipCollection, { limit: 10 });

    expect(changes).toHaveLength(1);
    expect(JSON.stringify(changes)).not.toContain('anna');
  });
});

describe('channels of user groups', () => {
  const general = conversationId('19:general@thread.tacv2');
  const channelOf = (group: typeof g1) => ({
    conversationId: general,
    userGroupId: group,
    tenantId: tenantId('t'),
  });

  it('belong to one group at most: the last one said', async () => {
    await channels.set(general, channelOf(g1));
    await channels.set(general, { ...channelOf(g2), name: 'Allgemein' });

    expect(await channels.ofGroup(g1)).toEqual([]);
    expect(await channels.ofGroup(g2)).toEqual([{ ...channelOf(g2), name: 'Allgemein' }]);
    expect(await channels.find(general)).toMatchObject({ userGroupId: g2 });
  });

  it('belong to none any more when that is said, once or twice', async () => {
    await channels.set(general, channelOf(g1));

    await channels.set(general, undefined);
    await channels.set(general, undefined);

    expect(await channels.find(general)).toBeUndefined();
  });
});
