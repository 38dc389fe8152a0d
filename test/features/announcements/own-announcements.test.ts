import { beforeEach, describe, expect, it } from 'vitest';
import { announcementId } from '../../../src/domain/ids.ts';
import { ownAnnouncementsSource } from '../../../src/features/announcements/own-announcements.ts';
import { announcementCollection } from '../../../src/store/announcements.ts';
import { organiser, otherOrganiser } from '../user-groups/scene.ts';
import { aScene, keep } from './scene.ts';
import type { Scene } from './scene.ts';

let scene: Scene;
const [draft, sent, others] = [announcementId('draft'), announcementId('sent'), announcementId('others')];

beforeEach(async () => {
  scene = await aScene();
  const { memberId } = organiser;
  const started = { kind: 'started', at: 5 } as const;
  await keep(scene, { id: draft });
  await keep(scene, { id: sent, state: started, shownIn: { memberId, activityId: '1' } });
  await keep(scene, { id: others, state: started, by: otherOrganiser.memberId, confirmedBy: memberId });
});

describe('what is kept about who announces', () => {
  it('is told: what they wrote and what they confirmed', async () => {
    const told = await ownAnnouncementsSource(scene).read(organiser.memberId);

    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ announcementState: 'draft', announcementRole: 'author' }),
        expect.objectContaining({ announcementState: 'started', announcementRole: 'author' }),
        expect.objectContaining({ announcementState: 'started', announcementRole: 'confirmed' }),
      ]),
    );
  });

  it('is erased: drafts altogether, the rest without the person', async () => {
    const erased = await ownAnnouncementsSource(scene).erase(organiser.memberId);
    await scene.store.purgeExpired();

    const { documents } = await scene.store.query(announcementCollection, { limit: 10 });
    expect(erased).toBe(3);
    expect(documents.map(({ id }) => id)).toEqual([others, sent]);
    expect(JSON.stringify(documents)).not.toContain(organiser.memberId);
    expect((await scene.announcements.find(others))?.value.by).toBe(otherOrganiser.memberId);
    expect(await ownAnnouncementsSource(scene).read(organiser.memberId)).toEqual([]);
  });
});
