import { describe, expect, it } from 'vitest';
import { memberId } from '../../../src/domain/ids.ts';
import { confirmAnnouncement } from '../../../src/features/announcements/confirm-announcement.ts';
import { sendAnnouncement } from '../../../src/features/announcements/send-announcement.ts';
import { Announcements } from '../../../src/store/announcements.ts';
import { aUserGroup } from '../../support/builders.ts';
import { g1, member, organiser, otherOrganiser, tenant } from '../user-groups/scene.ts';
import { a1, aScene, join, keep, stateOf } from './scene.ts';

const press = { asker: organiser, announcementId: a1, version: 1 };

describe('sending', () => {
  it('is done once of many presses at the same moment, and the others hear that it is under way (fault 22)', async () => {
    const scene = await aScene();
    await keep(scene);

    const results = await Promise.all(Array.from({ length: 10 }, () => sendAnnouncement(scene, press)));

    expect(results.map(({ kind }) => kind).sort()).toEqual(['scheduled', ...Array(9).fill('under-way')]);
  });

  it('counts again at the press: whoever has come since the preview may make a second organiser necessary', async () => {
    const scene = await aScene({ confirmAbove: 3 });
    await keep(scene);
    await join(scene, memberId(tenant, 'newcomer'));

    const result = await sendAnnouncement(scene, press);

    expect(result).toMatchObject({ kind: 'awaiting', described: { count: { recipients: 4 } } });
    expect(await scene.broadcasts.inPhase('preparing')).toMatchObject([
      { id: 'confirm.a1.1', except: [organiser.memberId], lifeMs: 7 * 86_400_000 },
    ]);
  });

  it('pressed again asks the other organisers where a crash had kept that from happening', async () => {
    const scene = await aScene({ confirmAbove: 1 });
    await keep(scene, { state: { kind: 'awaiting-confirmation', askedAt: 5 } });

    const result = await sendAnnouncement(scene, press);

    expect(result.kind).toBe('awaiting');
    expect(await stateOf(scene)).toEqual({ kind: 'awaiting-confirmation', askedAt: 5 });
    expect(await scene.broadcasts.inPhase('preparing')).toHaveLength(1);
  });

  it('of a user group’s organiser needs an organiser of the community, be it the only one', async () => {
    const scene = await aScene({ confirmAbove: 0 });
    const rules = { ...scene.rules, organisers: new Set(['organiser']) };
    const userGroupId = g1;
    await scene.userGroups.add(aUserGroup({ id: g1, organisers: [member.memberId] }));
    await scene.memberships.add({ userGroupId, memberId: organiser.memberId, joinedAt: 1 });
    await keep(scene, { by: member.memberId, audience: [{ kind: 'user-group', userGroupId }] });

    const own = await sendAnnouncement({ ...scene, rules }, { ...press, asker: member });

    expect(own).toMatchObject({ kind: 'awaiting' });
  });

  it('remembers the card of whoever sends', async () => {
    const scene = await aScene();
    await keep(scene);

    await sendAnnouncement(scene, { ...press, shownIn: { activityId: 'x' } });

    expect((await scene.announcements.find(a1))?.value.shownIn).toEqual({
      memberId: organiser.memberId,
      activityId: 'x',
    });
  });
});

describe('confirming', () => {
  it('is done once of many presses at the same moment', async () => {
    const scene = await aScene();
    await keep(scene, { state: { kind: 'awaiting-confirmation', askedAt: 5 } });
    const confirm = { ...press, asker: otherOrganiser };

    const results = await Promise.all(Array.from({ length: 5 }, () => confirmAnnouncement(scene, confirm)));

    expect(results.map(({ kind }) => kind).sort()).toEqual(['confirmed', ...Array(4).fill('under-way')]);
  });

  it('loses against a change at the same moment', async () => {
    const scene = await aScene();
    const announcement = await keep(scene, { state: { kind: 'awaiting-confirmation', askedAt: 5 } });
    let isFirst = true;
    class Late extends Announcements {
      override async find(id: typeof a1) {
        const found = await super.find(id);
        if (found !== undefined && isFirst) {
          isFirst = false;
          await super.replace({ ...announcement, version: 2 }, found.etag);
        }
        return found;
      }
    }

    const deps = { ...scene, announcements: new Late(scene.store) };
    const result = await confirmAnnouncement(deps, { ...press, asker: otherOrganiser });

    expect(result.kind).toBe('outdated');
    expect((await stateOf(scene))?.kind).toBe('awaiting-confirmation');
  });
});
