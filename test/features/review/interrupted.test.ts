import { describe, expect, it } from 'vitest';
import { broadcastId, useCaseId } from '../../../src/domain/ids.ts';
import { carryOutInterrupted } from '../../../src/features/review/carry-out-submission.ts';
import { decideSubmission } from '../../../src/features/review/decide-submission.ts';
import { organiser } from '../../support/submissions.ts';
import { asOrganiser, before, change, clock, dying, openStore, overStore, s1, submitted } from './scene.ts';
import type { Scene } from './scene.ts';

function decided(scene: Scene) {
  const decision = { kind: 'publish' } as const;
  return decideSubmission(scene, { asker: asOrganiser, submissionId: s1, version: 1, decision });
}

describe.each([
  ['a new use case', {}],
  ['a change', change],
] as const)('a crash while %s is published', (_, fields) => {
  // The decision, the use case, its state, two broadcasts, and that they were told: then the press is over.
  const crashes = [1, 2, 3, 4, 5, 6, 7].flatMap((write) => [
    { write, withEffect: false },
    { write, withEffect: true },
  ]);

  it.each(crashes)(
    'at write $write (done: $withEffect) is completed, once',
    async ({ write, withEffect }) => {
      const store = await openStore();
      await overStore(store).useCases.add(before);
      await submitted(overStore(store), fields);
      const press = decided(overStore(dying(store, write, withEffect))).then(
        () => 'lived',
        () => 'died',
      );
      const end = await press;

      await carryOutInterrupted(overStore(store));
      clock.advance(60_000);
      const again = await decided(overStore(store));
      await carryOutInterrupted(overStore(store));

      const scene = overStore(store);
      const id = 'origin' in fields ? before.id : useCaseId('s1');
      expect(again).toMatchObject({ kind: 'decided' });
      expect((await scene.submissions.find(s1))?.value).toMatchObject({
        version: 2,
        state: { kind: 'published', by: organiser, useCaseId: id },
        untold: false,
      });
      expect(await scene.useCases.historyOf(id)).toHaveLength(1);
      expect((await scene.useCases.find(id))?.value.summary).toBe(
        'origin' in fields ? 'Neu beschrieben.' : before.summary,
      );
      expect((await scene.broadcasts.find(broadcastId('review-outcome.s1.2')))?.value.revision).toBe(1);
      expect((await scene.broadcasts.find(broadcastId('review.s1.1')))?.value.revision).toBe(2);
      expect(end).toBe(write > 6 ? 'lived' : 'died');
    },
  );
});

it('several instances that find a decided change at once publish it once', async () => {
  const store = await openStore();
  await overStore(store).useCases.add(before);
  await submitted(overStore(store), change);
  await expect(decided(overStore(dying(store, 1, true)))).rejects.toThrow('dead');

  await Promise.all([1, 2, 3].map(() => carryOutInterrupted(overStore(store))));

  expect(await overStore(store).useCases.historyOf(before.id)).toHaveLength(1);
  expect((await overStore(store).submissions.find(s1))?.value).toMatchObject({
    version: 2,
    state: { kind: 'published', version: 2 },
  });
});

it('a crash after handing in keeps the organisers from being asked only until the next look', async () => {
  const store = await openStore();
  await expect(submitted(overStore(dying(store, 1, true)))).rejects.toThrow('dead');
  const { broadcasts } = overStore(store);
  const missing = await broadcasts.find(broadcastId('review.s1.1'));

  await carryOutInterrupted(overStore(store));
  const again = await submitted(overStore(store));

  expect(missing).toBeUndefined();
  expect(again).toBe('exists');
  expect((await broadcasts.find(broadcastId('review.s1.1')))?.value.revision).toBe(1);
});
