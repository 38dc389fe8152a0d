import { beforeEach, describe, expect, it } from 'vitest';
import type { Announcement } from '../../src/domain/announcement.ts';
import { keepDraftsMs } from '../../src/domain/announcement-steps.ts';
import type { SendResult } from '../../src/domain/send-result.ts';
import { showEveryMs, showProgress } from '../../src/jobs/show-progress.ts';
import type { Message } from '../../src/ports/messenger.ts';
import { keepReportLive } from '../../src/features/announcements/keep-report-live.ts';
import { anAnnouncement } from '../support/builders.ts';
import { member, organiser } from '../features/user-groups/scene.ts';
import { a1 } from '../features/announcements/scene.ts';
import { aSentScene, b1, send } from '../features/announcements/sent-scene.ts';
import type { SentScene } from '../features/announcements/sent-scene.ts';

const shownIn = { memberId: organiser.memberId, activityId: 'card-1' };
const accepted: SendResult = { kind: 'accepted', activityId: 'card-1' };

/** A timer that rings when the test says so. */
class Alarm {
  readonly waits: number[] = [];
  #callback: (() => void) | undefined;

  uptime(): number {
    return 0;
  }

  after(ms: number, callback: () => void): () => void {
    this.waits.push(ms);
    this.#callback = callback;
    return () => {
      this.#callback = undefined;
    };
  }

  get isSet(): boolean {
    return this.#callback !== undefined;
  }

  ring(): void {
    const callback = this.#callback;
    this.#callback = undefined;
    callback?.();
  }
}

let scene: SentScene;
/** What the card says at this moment. */
let words: string;
let updates: { to: string; activityId: string; message: Message }[];
let answer: () => SendResult;

beforeEach(async () => {
  scene = await aSentScene();
  words = 'eins';
  updates = [];
  answer = () => accepted;
});

function start(deps: SentScene = scene) {
  const alarm = new Alarm();
  const messenger = {
    send: () => Promise.reject(new Error('posts nothing anew')),
    update: async (address: { conversationId: string }, activityId: string, message: Message) => {
      updates.push({ to: address.conversationId, activityId, message });
      return answer();
    },
  };
  const drawReport = async () => ({ card: { words }, summary: words });
  const job = showProgress(deps, { messenger, timer: alarm, drawReport });
  return {
    ...job,
    alarm,
    /** Three seconds pass. */
    async tick() {
      scene.clock.advance(showEveryMs);
      alarm.ring();
      await expect.poll(() => alarm.isSet, { timeout: 20_000 }).toBe(true);
    },
  };
}

async function sending(announcement: Partial<Announcement> = {}) {
  await send(scene, { announcement: { shownIn, ...announcement }, broadcast: { phase: 'sending' } });
}

async function finish() {
  await scene.broadcasts.change(b1, (known) => ({ ...known, phase: 'finished' }));
}

const shown = () => updates.map(({ message }) => message.summary);
const isShown = async () => (await scene.announcements.find(a1))?.value.reportShown;

describe("the author's card", () => {
  it('follows what happens, every three seconds and only when it changed, until it is over', async () => {
    await sending();
    const job = start();

    await job.tick();
    await job.tick();
    words = 'zwei';
    await job.tick();
    await finish();
    words = 'Abgeschlossen';
    await job.tick();
    words = 'danach';
    await job.tick();

    expect(shown()).toEqual(['eins', 'zwei', 'Abgeschlossen']);
    expect(updates[0]).toMatchObject({ to: `a:${organiser.memberId}`, activityId: 'card-1' });
    expect(new Set(job.alarm.waits)).toEqual(new Set([3000]));
    expect(await isShown()).toBe(true);
  });

  it('is not sent again while nothing happens, for however long', async () => {
    await sending();
    const job = start();
    await job.tick();

    scene.clock.advance(2 * 60 * 60 * 1000);
    await job.tick();

    expect(shown()).toEqual(['eins']);
  });

  it('shows how it ended after a restart, once', async () => {
    await sending();
    const first = start();
    await first.tick();
    await first.stop();
    await finish();
    words = 'Abgeschlossen';

    const second = start();
    await second.tick();
    await second.tick();

    expect(shown()).toEqual(['eins', 'Abgeschlossen']);
  });

  it('shows that somebody else discarded it, which is forgotten no later for that', async () => {
    const state = { kind: 'discarded', at: scene.clock.now() } as const;
    await scene.announcements.add(anAnnouncement({ by: organiser.memberId, shownIn, state }));

    const job = start();
    await job.tick();
    await job.tick();
    await job.stop();
    const wasNoted = (await scene.announcements.find(a1))?.value.reportShown;
    scene.clock.advance(keepDraftsMs);

    expect(updates).toHaveLength(1);
    expect(wasNoted).toBe(true);
    expect(await scene.announcements.find(a1)).toBeUndefined();
  });

  it('shows what was over before anybody looked', async () => {
    await sending();
    await finish();

    await start().tick();

    expect(shown()).toEqual(['eins']);
    expect(await isShown()).toBe(true);
  });

  it('follows again after a correction', async () => {
    await sending({ reportShown: true });
    await finish();
    const job = start();
    await job.tick();
    await scene.broadcasts.change(b1, (known) => ({ ...known, phase: 'sending', revision: 2 }));
    await keepReportLive(scene, a1);

    await job.tick();

    expect(shown()).toEqual(['eins']);
  });

  it('is left as it is until Teams has surely drawn what the press brought', async () => {
    await sending();
    const job = start();

    job.alarm.ring();
    await expect.poll(() => job.alarm.isSet, { timeout: 20_000 }).toBe(true);
    const early = shown();
    await job.tick();

    expect([early, shown()]).toEqual([[], ['eins']]);
  });

  it.each<[string, SendResult]>([
    ['is gone', { kind: 'refused', failure: { status: 404, code: 'ActivityNotFoundInConversation' } }],
    [
      'cannot be reached any more',
      { kind: 'refused', failure: { status: 403, code: 'BotNotInConversationRoster' } },
    ],
  ])('is not tried again when it %s', async (_, result) => {
    await sending();
    answer = () => result;
    const job = start();

    await job.tick();
    words = 'zwei';
    await job.tick();

    expect(shown()).toEqual(['eins']);
    expect(await isShown()).toBe(true);
  });

  it('is not shown to somebody who has taken the app away', async () => {
    await sending({ shownIn: { memberId: member.memberId, activityId: 'card-1' } });
    const at = scene.clock.now();
    const place = await scene.references.find({ memberId: member.memberId });
    if (place !== undefined) {
      await scene.references.learn(place, { sign: 'removed', at: at + 1 });
    }

    await start().tick();

    expect(shown()).toEqual([]);
    expect(await isShown()).toBe(true);
  });

  it('waits when Teams throttles, and then shows what is true then', async () => {
    await sending();
    await finish();
    answer = () => ({ kind: 'refused', failure: { status: 429 }, retryAfter: '5' });
    const job = start();

    await job.tick();
    await job.tick();
    answer = () => accepted;
    words = 'zwei';
    await job.tick();

    expect(shown()).toEqual(['eins', 'zwei']);
    expect(await isShown()).toBe(true);
  });

  it('is tried again when the answer was lost, which doubles nothing', async () => {
    await sending();
    answer = () => ({ kind: 'no-answer', reason: 'reset' });
    const job = start();
    await job.tick();
    answer = () => accepted;

    await job.tick();

    expect(shown()).toEqual(['eins', 'eins']);
  });

  it('is updated by one of several instances', async () => {
    await sending();
    const [one, other] = [start(), start()];

    await one.tick();
    await other.tick();
    words = 'zwei';
    await other.tick();
    await one.tick();

    expect(shown()).toEqual(['eins', 'zwei']);
  });

  it('is looked at again after the store could not be read', async () => {
    await sending();
    let isBroken = true;
    const broken = Object.assign(Object.create(scene.announcements), {
      withLiveReport: () =>
        isBroken ? Promise.reject(new Error('busy')) : scene.announcements.withLiveReport(),
    });
    const job = start({ ...scene, announcements: broken });

    await job.tick();
    isBroken = false;
    await job.tick();

    expect(shown()).toEqual(['eins']);
  });

  it('is left alone once the job has stopped', async () => {
    await sending();
    const job = start();

    await job.stop();
    job.alarm.ring();

    expect(shown()).toEqual([]);
    expect(job.alarm.isSet).toBe(false);
  });
});
