import { beforeEach, describe, expect, it } from 'vitest';
import { announcementLifeMs } from '../../../src/domain/announcement.ts';
import { broadcastId, memberId } from '../../../src/domain/ids.ts';
import { dayMs } from '../../../src/domain/instant.ts';
import { confirmAnnouncement } from '../../../src/features/announcements/confirm-announcement.ts';
import { discardAnnouncement } from '../../../src/features/announcements/discard-announcement.ts';
import { sendAnnouncement } from '../../../src/features/announcements/send-announcement.ts';
import { finishInterrupted } from '../../../src/features/announcements/finish-interrupted.ts';
import { startDueAnnouncements } from '../../../src/features/announcements/start-due.ts';
import { cancelAnnouncement } from '../../../src/features/announcements/steer-sending.ts';
import { startBroadcast } from '../../../src/features/broadcasts/start-broadcast.ts';
import { Announcements } from '../../../src/store/announcements.ts';
import { organiser, otherOrganiser, tenant } from '../user-groups/scene.ts';
import { a1, aScene, join, keep, stateOf } from './scene.ts';
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
      override async replace(...args: Parameters<Announcements['replace']>) {
        const behind = { ...scene, clock: { now: () => scene.clock.now() - 60_000 } };
        await discardAnnouncement(behind, { asker: organiser, announcementId: a1 });
        return super.replace(...args);
      }
    }
    await keep(scene, { state: dueIn(0) });

    const started = await startDueAnnouncements({ ...scene, announcements: new Late(scene.store) });

    expect(started).toBe(0);
    expect((await stateOf(scene))?.kind).toBe('discarded');
    expect((await scene.broadcasts.find(broadcastId(a1)))?.value.cancelledAt).toBe(scene.clock.now());
  });

  it('does not begin when it was cancelled while its recipients were counted', async () => {
    class Late extends Announcements {
      override async due(now: number) {
        const due = await super.due(now);
        await cancelAnnouncement(scene, { asker: organiser, announcementId: a1 });
        return due;
      }
    }
    await keep(scene, { state: dueIn(0) });

    const started = await startDueAnnouncements({ ...scene, announcements: new Late(scene.store) });

    expect(started).toBe(0);
    expect((await stateOf(scene))?.kind).toBe('discarded');
    expect(await scene.broadcasts.find(broadcastId(a1))).toBeUndefined();
  });

  it('is nothing but what is planned', async () => {
    await keep(scene, { state: { kind: 'awaiting-confirmation', askedAt: 0, sendAt: 0 } });

    expect(await startDueAnnouncements(scene)).toBe(0);
    expect((await stateOf(scene))?.kind).toBe('awaiting-confirmation');
  });
});

describe('what was planned for few and has grown since', () => {
  const grow = async (count: number) => {
    for (let index = 0; index < count; index += 1) {
      await join(scene, memberId(tenant, `newcomer-${index}`));
    }
  };

  it('asks the other organisers first, once, and goes out when one of them has confirmed', async () => {
    scene = await aScene({ confirmAbove: 3 });
    const shownIn = { memberId: organiser.memberId, activityId: 'x' };
    await keep(scene, { state: dueIn(0), shownIn });
    await grow(1);

    await Promise.all([startDueAnnouncements(scene), startDueAnnouncements(scene)]);
    const held = await stateOf(scene);
    const questions = await scene.broadcasts.inPhase('preparing');
    const live = await scene.announcements.withLiveReport();
    await confirmAnnouncement(scene, { asker: otherOrganiser, announcementId: a1, version: 1 });
    const started = await startDueAnnouncements(scene);

    const now = scene.clock.now();
    expect(held).toEqual({ kind: 'awaiting-confirmation', askedAt: now, sendAt: now });
    expect(questions).toMatchObject([{ id: 'confirm.a1.1', subject: { kind: 'confirmation' } }]);
    expect(live).toHaveLength(1);
    expect(scene.warnings).toEqual([
      {
        event: 'announcement.held',
        facts: { announcementId: a1, agreement: 'second-organiser', recipients: 4 },
      },
    ]);
    expect(started).toBe(1);
    expect((await scene.broadcasts.find(broadcastId(a1)))?.value.audience).toEqual([{ kind: 'all-members' }]);
  });

  it('is a draft again where nobody else could confirm it, to be sent by typing the number', async () => {
    scene = await aScene({ confirmAbove: 3 });
    const alone = { ...scene, rules: { ...scene.rules, organisers: new Set(['organiser']) } };
    await keep(scene, { state: dueIn(0) });
    await grow(1);

    await startDueAnnouncements(alone);
    const held = await stateOf(scene);
    const sent = await sendAnnouncement(alone, {
      asker: organiser,
      announcementId: a1,
      version: 1,
      count: '4',
    });

    expect([held, sent.kind]).toEqual([{ kind: 'draft' }, 'scheduled']);
    expect(await startDueAnnouncements(alone)).toBe(1);
  });

  it('goes out when the only organiser typed a number before, however many have come since', async () => {
    scene = await aScene({ confirmAbove: 2 });
    const alone = { ...scene, rules: { ...scene.rules, organisers: new Set(['organiser']) } };
    await keep(scene);
    await sendAnnouncement(alone, { asker: organiser, announcementId: a1, version: 1, count: '3' });
    await grow(5);

    expect(await startDueAnnouncements(alone)).toBe(1);
  });

  it('is not held any more once it has begun', async () => {
    scene = await aScene({ confirmAbove: 3 });
    await keep(scene, { state: dueIn(0) });
    await startBroadcast(scene, {
      id: broadcastId(a1),
      subject: { kind: 'announcement', announcementId: a1 },
      audience: [],
      lifeMs: 1,
    });
    await grow(1);

    expect(await startDueAnnouncements(scene)).toBe(1);
  });
});

describe('the question to the other organisers', () => {
  it('is asked after a failure of the store, once', async () => {
    await keep(scene, { state: { kind: 'awaiting-confirmation', askedAt: scene.clock.now() } });

    await finishInterrupted(scene);
    await finishInterrupted(scene);

    expect(await scene.broadcasts.inPhase('preparing')).toMatchObject([{ id: 'confirm.a1.1' }]);
  });

  it('is not asked anew when it was so long ago that it was forgotten', async () => {
    await keep(scene, { state: { kind: 'awaiting-confirmation', askedAt: scene.clock.now() - 8 * dayMs } });

    await finishInterrupted(scene);

    expect(await scene.broadcasts.inPhase('preparing')).toEqual([]);
  });
});
