import { expect } from 'vitest';
import { isFinal } from '../../src/domain/delivery.ts';
import type { OutboxScene } from './outbox-scene.ts';

/** What holds for every broadcast that has ended, whatever happened: everybody is in a final state, and the report's sums say so. */
export async function expectSettled(scene: OutboxScene, people: number, name = 'b1'): Promise<void> {
  const deliveries = await scene.deliveries(name);
  expect(deliveries.filter(({ state }) => !isFinal(state))).toEqual([]);
  expect(deliveries).toHaveLength(people);
  expect(await scene.tally(name)).toEqual(await scene.recount(name));
}
