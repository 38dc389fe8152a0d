import { expect, it } from 'vitest';
import { finishBroadcast } from '../../src/features/broadcasts/finish-broadcast.ts';
import { repeatUnclear, reviseBroadcast } from '../../src/features/broadcasts/request-change.ts';
import { OutboxScene } from '../support/outbox-scene.ts';

it('does not finish a broadcast that was corrected or repeated since it was looked at', async () => {
  const scene = new OutboxScene();
  await scene.fill(3);
  const id = await scene.begin();
  const instance = scene.instance();
  await scene.finish();
  instance.kill();
  const seen = (await scene.deps.broadcasts.find(id))?.value;
  if (seen === undefined) {
    throw new Error('There is no broadcast');
  }
  const phase = async () => (await scene.deps.broadcasts.find(id))?.value.phase;

  await repeatUnclear(scene.deps, id);
  await finishBroadcast(scene.deps, seen);
  const repeated = await phase();
  const again = { ...seen, repeats: 1 };
  await reviseBroadcast(scene.deps, id);
  await finishBroadcast(scene.deps, again);

  expect([repeated, await phase()]).toEqual(['sending', 'sending']);
  await finishBroadcast(scene.deps, { ...again, revision: 2 });
  expect(await phase()).toBe('finished');
});
