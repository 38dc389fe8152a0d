import { beforeEach, describe, expect, it } from 'vitest';
import { addOrganiser } from '../../../src/domain/user-group.ts';
import { setTopicCollection } from '../../../src/features/topics/set-topic-collection.ts';
import { archiveUserGroup } from '../../../src/features/user-groups/archive-user-group.ts';
import { changeUserGroup } from '../../../src/features/user-groups/change-user-group.ts';
import type { Asker } from '../../../src/domain/member.ts';
import type { TypedTopicCollection } from '../../../src/domain/topic-collection-form.ts';
import {
  aScene,
  createGroup,
  g1,
  guest,
  member,
  nobody,
  organiser,
  otherOrganiser,
  typed,
  unknown,
} from '../user-groups/scene.ts';
import type { Scene } from '../user-groups/scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await aScene();
  await createGroup(scene);
});

const set = (asker: Asker, words: TypedTopicCollection, userGroupId = g1) =>
  setTopicCollection(scene, { asker, userGroupId, typed: words });

async function stored() {
  return (await scene.userGroups.find(g1))?.value;
}

describe('how a group collects topics', () => {
  it('is set, changed and ended by an organiser', async () => {
    const first = await set(organiser, { until: '5.12.2026', votes: '3' });
    const topicsAtFirst = (await stored())?.topics;
    await set(otherOrganiser, { until: '2026-12-12', votes: '' });
    const topicsThen = (await stored())?.topics;
    const last = await set(organiser, { until: '', votes: '' });

    expect(first).toMatchObject({ kind: 'changed', described: { userGroup: { topics: topicsAtFirst } } });
    expect([topicsAtFirst, topicsThen]).toEqual([
      { until: '2026-12-05', votesPerMember: 3 },
      { until: '2026-12-12' },
    ]);
    expect(last.kind).toBe('changed');
    expect(await stored()).not.toHaveProperty('topics');
  });

  it("is up to the group's own organisers, too", async () => {
    const before = await scene.userGroups.find(g1);
    if (before !== undefined) {
      await scene.userGroups.replace(addOrganiser(before.value, member.memberId), before);
    }

    expect((await set(member, { votes: '2' })).kind).toBe('changed');
    expect((await stored())?.topics).toEqual({ votesPerMember: 2 });
  });

  it('is refused to members, guests and people without an account, and logged', async () => {
    const results = [];
    for (const asker of [member, guest, nobody]) {
      results.push(await set(asker, { votes: '2' }));
    }

    expect(results).toEqual([
      { kind: 'denied', because: 'not-organiser' },
      { kind: 'denied', because: 'guest' },
      { kind: 'denied', because: 'anonymous' },
    ]);
    expect(scene.warnings.map(({ event }) => event)).toEqual(Array(3).fill('user-group.denied'));
    expect(await stored()).not.toHaveProperty('topics');
  });

  it('is nothing of a group that is archived or never was', async () => {
    await archiveUserGroup(scene, { asker: organiser, userGroupId: g1 });

    expect(await set(organiser, { votes: '2' })).toEqual({ kind: 'gone' });
    expect(await set(organiser, { votes: '2' }, unknown)).toEqual({ kind: 'gone' });
    expect(await stored()).not.toHaveProperty('topics');
  });

  it('stays as it is when anything of the form is wrong', async () => {
    await set(organiser, { until: '2026-12-05', votes: '3' });

    const refused = await set(organiser, { until: '2026-12-12', votes: 'zwei' });

    expect(refused).toMatchObject({
      kind: 'invalid',
      problems: ['votes-invalid'],
      typed: { until: '2026-12-12', votes: 'zwei' },
    });
    expect((await stored())?.topics).toEqual({ until: '2026-12-05', votesPerMember: 3 });
  });

  it('says of itself when its last day is over', async () => {
    const during = await set(organiser, { until: '2026-11-22' });
    scene.clock.advance(15 * 60 * 60 * 1000);
    const after = await set(organiser, { until: '2026-11-22', votes: '2' });

    expect(during).not.toHaveProperty('described.collectionIsOver');
    expect(after).toHaveProperty('described.collectionIsOver', true);
  });
});

describe('together with other changes of the group', () => {
  it('makes no form outdated in which the group is being changed, and is kept by it', async () => {
    const version = (await stored())?.version ?? 0;
    await set(organiser, { until: '2026-12-05', votes: '3' });

    const changed = await changeUserGroup(scene, {
      asker: otherOrganiser,
      userGroupId: g1,
      version,
      typed: { ...typed, description: 'Etwas anderes.' },
    });

    expect(changed.kind).toBe('changed');
    expect(await stored()).toMatchObject({
      description: 'Etwas anderes.',
      topics: { until: '2026-12-05', votesPerMember: 3 },
      version: version + 1,
    });
  });

  it('loses nothing of them when both happen at the same moment', async () => {
    const change = changeUserGroup(scene, {
      asker: otherOrganiser,
      userGroupId: g1,
      version: 1,
      typed: { ...typed, description: 'Etwas anderes.' },
    });

    const results = await Promise.all([
      set(organiser, { votes: '3' }),
      change,
      set(organiser, { votes: '4' }),
    ]);

    expect(results.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'changed']);
    expect(await stored()).toMatchObject({ description: 'Etwas anderes.', version: 2 });
    expect((await stored())?.topics?.votesPerMember).toBeOneOf([3, 4]);
  });

  it('is not written again when it is so already', async () => {
    await set(organiser, { votes: '3' });
    const before = await scene.userGroups.find(g1);

    await set(otherOrganiser, { until: ' ', votes: '03' });

    expect((await scene.userGroups.find(g1))?.etag).toBe(before?.etag);
  });
});
