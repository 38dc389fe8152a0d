import { beforeEach, describe, expect, it } from 'vitest';
import { dayMs } from '../../../src/domain/instant.ts';
import { meetingId } from '../../../src/domain/ids.ts';
import { showCounts, showEveryMs } from '../../../src/features/meetings/show-counts.ts';
import { StoreUnavailableError } from '../../../src/ports/document-store.ts';
import { aMeeting } from '../../support/meetings.ts';
import { CountsScene } from './show-counts-scene.ts';

let scene: CountsScene;

beforeEach(async () => {
  scene = await CountsScene.start();
});

describe('the counts on the card in the channels', () => {
  it('are brought up to date where they changed, and nowhere else', async () => {
    const instance = scene.startInstance();

    await showCounts(instance);
    expect(await scene.revision()).toBe(1);
    await scene.press();
    await scene.press();
    await showCounts(instance);

    expect(await scene.revision()).toBe(2);
    expect(await scene.stored()).toMatchObject({ shownAt: 0 });
    expect(await scene.stored()).not.toHaveProperty('isShownLate');
  });

  it('follow at most every two seconds, and what comes meanwhile is shown together', async () => {
    const instance = scene.startInstance();
    await scene.press();
    await showCounts(instance);

    await scene.press();
    scene.clock.advance(showEveryMs - 1);
    await showCounts(instance);
    expect(await scene.revision()).toBe(2);
    await scene.press();
    scene.clock.advance(1);
    await showCounts(instance);

    expect(await scene.revision()).toBe(3);
    expect(await scene.stored()).not.toHaveProperty('isShownLate');
  });

  it('follow when the clock was far ahead for a while', async () => {
    const instance = scene.startInstance();
    scene.clock.advance(dayMs);
    await scene.press();
    await showCounts(instance);
    scene.clock.advance(-dayMs);
    await scene.press();

    await showCounts(instance);

    expect(await scene.revision()).toBe(3);
  });

  it('are shown once by however many instances of the app', async () => {
    const instances = [1, 2, 3].map(() => scene.startInstance());
    await scene.press();

    await Promise.all(instances.map(showCounts));

    expect(await scene.revision()).toBe(2);
    expect(scene.failures).toEqual([]);
  });

  it('are shown once more when somebody presses while the card is drawn', async () => {
    await scene.press();
    const instance = scene.startInstance(scene.meddled({ before: () => scene.press() }));

    await showCounts(instance);

    expect(await scene.stored()).toMatchObject({ isShownLate: true });
    scene.clock.advance(showEveryMs);
    await showCounts(scene.startInstance());
    expect(await scene.revision()).toBe(3);
    expect(await scene.stored()).not.toHaveProperty('isShownLate');
  });

  it('are shown later when the program ended before the card was', async () => {
    await scene.press();
    const dying = scene.startInstance(
      scene.meddled({ before: () => Promise.reject(new StoreUnavailableError('failed', 'none')) }),
    );

    await showCounts(dying);
    expect(scene.failures).toHaveLength(1);
    scene.clock.advance(showEveryMs);
    await showCounts(scene.startInstance());

    expect(await scene.revision()).toBe(2);
    expect(await scene.stored()).not.toHaveProperty('isShownLate');
  });

  it('of one meeting keep none of the others from being shown', async () => {
    const other = aMeeting({ id: meetingId('m2') });
    await scene.announce(other);
    await scene.press();
    await scene.press(other.id);
    let calls = 0;
    const failing = scene.meddled({
      before: async () => {
        calls += 1;
        await (calls === 1 ? Promise.reject(new StoreUnavailableError('failed', 'none')) : undefined);
      },
    });

    await showCounts(scene.startInstance(failing));

    const revisions = await Promise.all([scene.revision(), scene.revision(other.id)]);
    expect(revisions.toSorted()).toEqual([1, 2]);
    expect(scene.failures).toHaveLength(1);
  });
});
