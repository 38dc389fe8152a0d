import fc from 'fast-check';
import { expect, it } from 'vitest';
import { secondMs } from '../../../src/domain/instant.ts';
import { showCounts, showEveryMs } from '../../../src/features/meetings/show-counts.ts';
import { seeded } from '../../support/seeded.ts';
import { unsteady } from '../../support/unsteady-store.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { CountsScene } from './show-counts-scene.ts';

/** What happens at one time: people press, and instances of the app look, all at once. */
const moment = fc.record({
  presses: fc.integer({ min: 0, max: 4 }),
  looks: fc.integer({ min: 0, max: 3 }),
  thenMs: fc.integer({ min: 0, max: 1500 }),
});
type Moment = typeof moment extends fc.Arbitrary<infer One> ? One : never;

interface Drawn {
  readonly at: number;
  readonly accepted: number;
}

/** A community and three processes on a store that fails now and then; returns the card as it was drawn, and how many said yes in the end. */
async function play(moments: readonly Moment[], seed: number) {
  const scene = await CountsScene.start();
  const drawn: Promise<Drawn>[] = [];
  const chance = seeded(seed, 'store');
  const watched = scene.meddled({
    before: () => wait(chance),
    after: () => {
      const at = scene.clock.now();
      // As soon as it may be drawn after the revision: what is drawn later shows no less.
      drawn.push(scene.stored().then(({ seats }) => ({ at, accepted: seats.accepted })));
      return wait(chance);
    },
  });
  const how = { chance, none: 0.1, unknown: 0.1, conflicts: 0.1 };
  const failing = unsteady(watched, new VirtualTime(0), how);
  const instances = [1, 2, 3].map(() => scene.startInstance(failing));
  for (const { presses, looks, thenMs } of moments) {
    await Promise.allSettled([
      ...Array.from({ length: presses }, () => wait(chance).then(() => scene.press())),
      ...instances.slice(0, looks).map(showCounts),
    ]);
    scene.clock.advance(thenMs);
  }
  const steady = scene.startInstance(watched);
  while ((await scene.stored()).isShownLate === true) {
    scene.clock.advance(showEveryMs);
    await showCounts(steady);
  }
  return { drawn: await Promise.all(drawn), accepted: (await scene.stored()).seats.accepted };
}

/** Others have their turn meanwhile. */
async function wait(chance: () => number): Promise<void> {
  for (let turns = Math.floor(chance() * 50); turns > 0; turns -= 1) {
    await Promise.resolve();
  }
}

it(
  'whatever is interrupted, the card ends with the right counts and changes at most every two seconds',
  async () => {
    const moments = fc.array(moment, { minLength: 5, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(moments, fc.integer(), async (played, seed) => {
        const { drawn, accepted } = await play(played, seed);

        expect(drawn.at(-1)?.accepted ?? 0).toBe(accepted);
        for (const [index, { at }] of drawn.entries()) {
          expect(at - (drawn[index - 1]?.at ?? -showEveryMs)).toBeGreaterThanOrEqual(showEveryMs);
        }
      }),
      { numRuns: 300 },
    );
  },
  60 * secondMs,
);
