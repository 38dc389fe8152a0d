import { beforeEach, describe, expect, it } from 'vitest';
import { openCommunesFile, showCommunes } from '../../../src/features/announcements/count-communes.ts';
import { keepTemplate } from '../../../src/features/announcements/keep-template.ts';
import { listTemplates, removeTemplate } from '../../../src/features/announcements/list-templates.ts';
import { menden } from '../../support/builders.ts';
import { member, organiser, otherOrganiser } from '../user-groups/scene.ts';
import { a1, keep } from './scene.ts';
import { aSentScene, send } from './sent-scene.ts';
import type { SentScene } from './sent-scene.ts';

const asked = { asker: organiser, announcementId: a1 };

let scene: SentScene;

beforeEach(async () => {
  scene = await aSentScene();
});

describe('templates', () => {
  it('are kept once per announcement, and take over its words when kept again', async () => {
    await keep(scene);

    const kept = await keepTemplate(scene, asked);
    const found = await scene.announcements.find(a1);
    if (found !== undefined) {
      await scene.announcements.replace(
        { ...found.value, content: { ...found.value.content, title: 'Anders' } },
        found.etag,
      );
    }
    const renewed = await keepTemplate(scene, asked);

    expect([kept.kind, renewed.kind]).toEqual(['kept', 'renewed']);
    expect(await listTemplates(scene, asked)).toMatchObject({
      kind: 'listed',
      templates: [{ id: 'a1', content: { title: 'Anders' }, by: organiser.memberId }],
    });
  });

  it('are removed for everybody, and removing one that is gone is no mistake', async () => {
    await send(scene);
    await keepTemplate(scene, asked);

    const removed = await removeTemplate(scene, { asker: otherOrganiser, templateId: 'a1' });
    const again = await removeTemplate(scene, { asker: organiser, templateId: 'a1' });

    expect(removed).toMatchObject({ templates: [], removed: { id: 'a1' } });
    expect(again).toEqual({ kind: 'listed', templates: [] });
  });
});

describe('the counts per commune', () => {
  it('are opened by the key of the link, for 24 hours', async () => {
    await send(scene, {
      deliveries: [{ recipient: { kind: 'member', memberId: member.memberId }, communeId: menden }],
    });

    const result = await showCommunes(scene, asked);
    const path = result.kind === 'counted' ? result.path : '';
    const [, key = ''] = path.split('?key=');
    const open = () => openCommunesFile(scene, { id: 'a1', key });
    const opened = await open();
    scene.clock.advance(24 * 60 * 60 * 1000 + 1);

    expect(path).toMatch(/^\/files\/announcements\/a1\.csv\?key=.+/);
    expect(opened?.table.rows).toMatchObject([{ of: { communeId: menden }, recipients: 1 }]);
    expect(await open()).toBeUndefined();
    expect(await openCommunesFile(scene, { id: 'a1', key: `${key}x` })).toBeUndefined();
  });

  it('are empty until the recipients are written down', async () => {
    await send(scene, { broadcast: { phase: 'preparing', tenants: [] } });

    expect(await showCommunes(scene, asked)).toEqual({ kind: 'empty' });
  });
});
