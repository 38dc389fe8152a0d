import { beforeEach, describe, expect, it } from 'vitest';
import { userGroupId } from '../../../src/domain/ids.ts';
import { checkForm } from '../../../src/features/announcements/check-form.ts';
import { offerAnnouncementForm } from '../../../src/features/announcements/offer-announcement-form.ts';
import { AnnouncementTemplates } from '../../../src/store/announcement-templates.ts';
import { aUserGroup } from '../../support/builders.ts';
import { g1, general, guest, member, nobody, organiser, tenant } from '../user-groups/scene.ts';
import { aScene } from './scene.ts';

const g2 = userGroupId('g2');

async function aCommunity() {
  const scene = await aScene();
  await scene.userGroups.add(aUserGroup({ id: g1, name: 'Telefonie', organisers: [member.memberId] }));
  await scene.userGroups.add(aUserGroup({ id: g2, name: 'Akte' }));
  const { conversationId } = general;
  await scene.userGroupChannels.set(conversationId, { conversationId, userGroupId: g1, tenantId: tenant });
  const announcementTemplates = new AnnouncementTemplates(scene.store);
  await announcementTemplates.add({
    id: 't1',
    content: { title: 'Wie immer', text: 'Wir treffen uns.', acknowledgement: true },
    audience: [{ kind: 'all-members' }, { kind: 'user-group', userGroupId: g1 }],
    createdAt: 1,
  });
  return { ...scene, announcementTemplates };
}

let scene: Awaited<ReturnType<typeof aCommunity>>;

beforeEach(async () => {
  scene = await aCommunity();
});

describe('the form', () => {
  it('offers organisers of the community everybody and every open group', async () => {
    const offered = await offerAnnouncementForm(scene, { asker: organiser });

    expect(offered).toMatchObject({
      kind: 'offered',
      fields: { audience: [] },
      choices: {
        everybody: true,
        userGroups: [
          { userGroup: { name: 'Akte' }, hasChannels: false },
          { userGroup: { name: 'Telefonie' }, hasChannels: true },
        ],
      },
      hasTemplates: true,
    });
  });

  it('offers a group’s organiser the own group alone, chosen already', async () => {
    const offered = await offerAnnouncementForm(scene, { asker: member });

    expect(offered).toMatchObject({
      fields: { audience: [{ kind: 'user-group', userGroupId: g1 }] },
      choices: { everybody: false, userGroups: [{ userGroup: { id: g1 } }], districts: [], communes: [] },
    });
  });

  it('is chosen for the group from whose card it was opened, if the asker may announce to it', async () => {
    const forOrganiser = await offerAnnouncementForm(scene, { asker: organiser, userGroupId: g2 });
    const forMember = await offerAnnouncementForm(scene, { asker: member, userGroupId: g2 });

    expect(forOrganiser).toMatchObject({ fields: { audience: [{ userGroupId: g2 }] } });
    expect(forMember).toMatchObject({ fields: { audience: [{ userGroupId: g1 }] } });
  });

  it('is filled from a template, and not for whoever may not announce to all of its audience', async () => {
    const forOrganiser = await offerAnnouncementForm(scene, { asker: organiser, templateId: 't1' });
    const forMember = await offerAnnouncementForm(scene, { asker: member, templateId: 't1' });
    const gone = await offerAnnouncementForm(scene, { asker: organiser, templateId: 't2' });

    expect(forOrganiser).toMatchObject({
      fields: { title: 'Wie immer', acknowledgement: true, audience: [{}, {}] },
    });
    expect(forMember).toEqual({ kind: 'template-gone' });
    expect(gone).toEqual({ kind: 'template-gone' });
  });

  it('is refused, and that is logged, to whoever organises nothing', async () => {
    const others = { ...member, memberId: organiser.memberId };

    const results = [];
    for (const asker of [others, guest, nobody]) {
      results.push(await offerAnnouncementForm(scene, { asker }));
    }

    expect(results).toEqual([
      { kind: 'denied', because: 'not-organiser' },
      { kind: 'denied', because: 'guest' },
      { kind: 'denied', because: 'anonymous' },
    ]);
    expect(scene.warnings.map(({ event }) => event)).toEqual(Array(3).fill('announcement.denied'));
  });
});

describe('what was sent with it', () => {
  const typed = { title: 'Titel', text: 'Text' };
  const check = (audience: string, communes = '') =>
    checkForm(scene, organiser, { ...typed, audience, communes });

  it('names everybody once', async () => {
    expect(await check(`all,group:${g1}, all,,channels:${g1}`, '05962016,05962016')).toMatchObject({
      kind: 'valid',
      audience: [
        { kind: 'all-members' },
        { kind: 'user-group', userGroupId: g1 },
        { kind: 'user-group-channels', userGroupId: g1 },
        { kind: 'commune', communeId: '05962016' },
      ],
    });
  });

  it.each(['group:unknown', 'channels:unknown', 'district:99999', '99999999', 'nonsense', 'channel:19:x'])(
    'says when "%s" is not there, and keeps the rest',
    async (key) => {
      expect(await check(`all,${key}`)).toMatchObject({
        kind: 'invalid',
        problems: ['audience-gone'],
        fields: { title: 'Titel', audience: [{ kind: 'all-members' }] },
      });
    },
  );

  it('says when nobody was chosen', async () => {
    expect(await check('')).toMatchObject({ kind: 'invalid', problems: ['audience-missing'] });
  });
});
