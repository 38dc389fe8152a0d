import { beforeEach, describe, expect, it } from 'vitest';
import { correctAnnouncement } from '../../../src/features/announcements/correct-announcement.ts';
import { reportAnnouncement } from '../../../src/features/announcements/report-announcement.ts';
import { finishInterrupted } from '../../../src/features/announcements/finish-interrupted.ts';
import { withdrawAnnouncement } from '../../../src/features/announcements/withdraw-announcement.ts';
import { reviseBroadcast } from '../../../src/features/broadcasts/request-change.ts';
import { Announcements } from '../../../src/store/announcements.ts';
import { member, organiser, tenant } from '../user-groups/scene.ts';
import { a1 } from './scene.ts';
import { aSentScene, b1, broadcastOf, failing, send } from './sent-scene.ts';
import type { SentScene } from './sent-scene.ts';

const asked = { asker: organiser, announcementId: a1 };
const typed = { title: 'Einladung', text: 'Neuer Text' };
const toMember = { kind: 'member', memberId: member.memberId } as const;

let scene: SentScene;

beforeEach(async () => {
  scene = await aSentScene();
});

async function stored() {
  return (await scene.announcements.find(a1))?.value;
}

describe('a correction or withdrawal that was interrupted', () => {
  const correct = (deps: SentScene, request: { version: number; text?: string }) => {
    const { version, text = typed.text } = request;
    return correctAnnouncement(deps, { ...asked, version, typed: { ...typed, text } });
  };
  const progress = async () => {
    const result = await reportAnnouncement(scene, asked);
    const reported = result.kind === 'reported' ? result.reported : undefined;
    return { kind: reported?.progress.kind, isCounted: reported?.isRevisionCounted };
  };

  it('is not said to be done', async () => {
    await send(scene);

    await expect(correct(failing(scene), { version: 1 })).rejects.toThrow('killed');

    expect(await progress()).toEqual({ kind: 'revising', isCounted: false });
  });

  it('is said to be done only when the messages were counted again', async () => {
    await send(scene, { deliveries: [{ recipient: toMember }] });
    await correct(scene, { version: 1 });

    const atOnce = await progress();
    const bucket = await scene.deliveries.findBucket({ broadcastId: b1, tenantId: tenant });
    if (bucket !== undefined) {
      const { value, etag } = bucket;
      await scene.deliveries.replaceBucket({ ...value, revision: 2 }, etag, scene.clock.now() + 1000);
    }

    expect(atOnce).toEqual({ kind: 'revising', isCounted: false });
    expect((await progress()).isCounted).toBe(true);
  });

  it('is carried out by a job, once, and the card of the author follows', async () => {
    await send(scene, { announcement: { reportShown: true } });
    await expect(withdrawAnnouncement(failing(scene), asked)).rejects.toThrow('killed');

    await Promise.all([finishInterrupted(scene), finishInterrupted(scene)]);
    await finishInterrupted(scene);

    expect(await broadcastOf(scene)).toMatchObject({ revision: 2, cancelledAt: scene.clock.now() });
    expect(await stored()).not.toHaveProperty('revisionWanted');
    expect(await stored()).not.toHaveProperty('reportShown');
  });

  it('is carried out by a press that finds the same words', async () => {
    await send(scene);
    await expect(correct(failing(scene), { version: 1 })).rejects.toThrow('killed');

    const again = await correct(scene, { version: 2 });

    expect(again.kind).toBe('corrected');
    expect(await broadcastOf(scene)).toMatchObject({ revision: 2 });
  });

  it('is not lost to the next one, which asks for a revision of its own', async () => {
    await send(scene);
    await expect(correct(failing(scene), { version: 1 })).rejects.toThrow('killed');
    // A job carries out the first one between the two reads of the second press.
    class Overtaken extends Announcements {
      override async find(id: typeof a1) {
        const found = await super.find(id);
        await reviseBroadcast(scene, b1, { revision: 2 });
        return found;
      }
    }
    const announcements = new Overtaken(scene.store);

    await correct({ ...scene, announcements }, { version: 2, text: 'Noch einmal anders' });

    expect(await broadcastOf(scene)).toMatchObject({ revision: 3 });
  });
});
