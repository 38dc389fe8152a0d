import { beforeEach, describe, expect, it } from 'vitest';
import { startDueAnnouncements } from '../../../src/features/announcements/start-due.ts';
import { cancelAnnouncement, repeatAnnouncement } from '../../../src/features/announcements/steer-sending.ts';
import { startBroadcast } from '../../../src/features/broadcasts/start-broadcast.ts';
import { Announcements } from '../../../src/store/announcements.ts';
import { member, organiser, otherOrganiser } from '../user-groups/scene.ts';
import { a1, keep } from './scene.ts';
import { aSentScene, b1, broadcastOf, send } from './sent-scene.ts';
import type { SentScene } from './sent-scene.ts';

const asked = { asker: organiser, announcementId: a1 };
const toMember = { kind: 'member', memberId: member.memberId } as const;

let scene: SentScene;

beforeEach(async () => {
  scene = await aSentScene();
});

async function stored() {
  return (await scene.announcements.find(a1))?.value;
}

describe('steering what is being sent', () => {
  it('cancels it once', async () => {
    await send(scene, { broadcast: { phase: 'sending' } });

    const results = [await cancelAnnouncement(scene, asked), await cancelAnnouncement(scene, asked)];

    expect(results.map(({ kind }) => kind)).toEqual(['requested', 'unchanged']);
    expect(await broadcastOf(scene)).toMatchObject({ cancelledAt: scene.clock.now() });
  });

  it('discards what is due and has not begun, so that nothing goes out', async () => {
    const shownIn = { memberId: organiser.memberId, activityId: 'x' };
    await keep(scene, { state: { kind: 'scheduled', sendAt: scene.clock.now() }, shownIn });

    const results = [
      await cancelAnnouncement(scene, { ...asked, asker: otherOrganiser }),
      await cancelAnnouncement(scene, asked),
    ];
    await startDueAnnouncements(scene);

    expect(results.map(({ kind }) => kind)).toEqual(['discarded', 'unchanged']);
    expect(await stored()).toMatchObject({ state: { kind: 'discarded' }, shownIn });
    expect(await broadcastOf(scene)).toBeUndefined();
    expect((await scene.announcements.withLiveReport()).map(({ value }) => value.id)).toEqual([a1]);
  });

  it.each(['find', 'replace'] as const)(
    'cancels what begins at the very moment at which it is cancelled: at its %s',
    async (moment) => {
      await keep(scene, { state: { kind: 'scheduled', sendAt: scene.clock.now() } });

      const { kind } = await cancelWhileStarting(moment);

      expect(kind).toBe('requested');
      expect(await stored()).toMatchObject({ state: { kind: 'started' } });
      expect(await broadcastOf(scene)).toMatchObject({ cancelledAt: scene.clock.now() });
    },
  );

  /** Its job begins it after the announcement was read; or before it is written, and has not noted that yet. */
  async function cancelWhileStarting(moment: 'find' | 'replace') {
    let isFirst = true;
    const begin = async () => {
      if (isFirst) {
        isFirst = false;
        const subject = { kind: 'announcement', announcementId: a1 } as const;
        await (moment === 'find'
          ? startDueAnnouncements(scene)
          : startBroadcast(scene, { id: b1, subject, audience: [], lifeMs: 1 }));
      }
    };
    class Late extends Announcements {
      override async find(id: typeof a1) {
        const found = await super.find(id);
        await (moment === 'find' ? begin() : undefined);
        return found;
      }
      override async replace(...args: Parameters<Announcements['replace']>) {
        await (moment === 'replace' ? begin() : undefined);
        return super.replace(...args);
      }
    }
    const deps = { ...scene, announcements: new Late(scene.store) };
    return cancelAnnouncement(deps, asked);
  }

  it('says that nothing is unclear any more instead of repeating nothing', async () => {
    await send(scene, { deliveries: [{ recipient: toMember }] });

    const { kind } = await repeatAnnouncement(scene, asked);

    expect(kind).toBe('nothing-unclear');
    expect(await broadcastOf(scene)).toMatchObject({ repeats: 0, phase: 'finished' });
  });

  it('repeats the unclear ones of what is finished, and the card of the author follows', async () => {
    const unclear = { recipient: toMember, state: { kind: 'unclear', epoch: 1, since: 1 } } as const;
    await send(scene, { announcement: { reportShown: true }, deliveries: [unclear] });

    const results = [await repeatAnnouncement(scene, asked), await repeatAnnouncement(scene, asked)];

    expect(results.map(({ kind }) => kind)).toEqual(['requested', 'unchanged']);
    expect(await broadcastOf(scene)).toMatchObject({ repeats: 1, phase: 'sending' });
    expect(await stored()).not.toHaveProperty('reportShown');
  });
});
