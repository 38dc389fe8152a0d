import { beforeEach, describe, expect, it } from 'vitest';
import { announcementLifeMs } from '../../../src/domain/announcement.ts';
import { broadcastId } from '../../../src/domain/ids.ts';
import { discardAnnouncement } from '../../../src/features/announcements/discard-announcement.ts';
import { startDueAnnouncements } from '../../../src/features/announcements/start-due.ts';
import { Announcements } from '../../../src/store/announcements.ts';
import { organiser } from '../user-groups/scene.ts';
import { a1, aScene, keep, stateOf } from './scene.ts';
import type { Scene } from './scene.ts';

let scene: Scene;
const dueIn = (ms: number) => ({ kind: 'scheduled', sendAt: scene.clock.now() + ms }) as const;

beforeEach(async () => {
  scene = await aScene();
});

describe('what is due', () => {
  it('begins when its time has come, with the announcement’s own id, once', async () => {
    await keep(scene, { state: dueIn(1000) });

    const early = await startDueAnnouncements(scene);
    scene.clock.advance(1000);
    const started = await startDueAnnouncements(scene);
    const again = await startDueAnnouncements(scene);

    expect([early, started, again]).toEqual([0, 1, 0]);
    expect(await stateOf(scene)).toEqual({ kind: 'started', at: scene.clock.now() });
    expect((await scene.broadcasts.find(broadcastId(a1)))?.value).toMatchObject({
      subject: { kind: 'announcement', announcementId: a1 },
      audience: [{ kind: 'all-members' }],
      except: [],
      lifeMs: announcementLifeMs,
    });
  });

  it('begins once when several do it at the same moment', async () => {
    await keep(scene, { state: dueIn(0) });

    const counts = await Promise.all(Array.from({ length: 5 }, () => startDueAnnouncements(scene)));

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await scene.broadcasts.inPhase('preparing')).toHaveLength(1);
  });

  it('is completed after a crash between the two writes, also a day later', async () => {
    class Crashing extends Announcements {
      override async replace(): Promise<never> {
        throw new Error('crash');
      }
    }
    await keep(scene, { state: dueIn(0) });
    const crashing = { ...scene, announcements: new Crashing(scene.store) };

    await expect(startDueAnnouncements(crashing)).rejects.toThrow('crash');
    scene.clock.advance(2 * announcementLifeMs);
    await startDueAnnouncements(scene);

    expect((await stateOf(scene))?.kind).toBe('started');
    expect(await scene.broadcasts.inPhase('preparing')).toHaveLength(1);
  });

  it('is missed, and nothing is sent, when the bot stood still for more than a day', async () => {
    await keep(scene, { state: dueIn(0) });
    scene.clock.advance(announcementLifeMs + 1);

    const started = await startDueAnnouncements(scene);

    expect(started).toBe(0);
    expect(await stateOf(scene)).toEqual({ kind: 'missed', at: scene.clock.now() });
    expect(await scene.broadcasts.find(broadcastId(a1))).toBeUndefined();
  });

  it('is stopped again when it was discarded at the last moment where a clock is behind', async () => {
    class Late extends Announcements {
      override async due(now: number) {
        const due = await super.due(now);
        const behind = { ...scene, clock: { now: () => now - 60_000 } };
        await discardAnnouncement(behind, { asker: organiser, announcementId: a1 });
        return due;
      }
    }
    await keep(scene, { state: dueIn(0) });

    const started = await startDueAnnouncements({ ...scene, announcements: new Late(scene.store) });

    expect(started).toBe(0);
    expect((await stateOf(scene))?.kind).toBe('discarded');
    expect((await scene.broadcasts.find(broadcastId(a1)))?.value.cancelledAt).toBe(scene.clock.now());
  });

  it('is nothing but what is planned', async () => {
    await keep(scene, { state: { kind: 'awaiting-confirmation', askedAt: 0, sendAt: 0 } });

    expect(await startDueAnnouncements(scene)).toBe(0);
    expect((await stateOf(scene))?.kind).toBe('awaiting-confirmation');
  });
});
