import { expect, it } from 'vitest';
import { tenantId } from '../../src/domain/ids.ts';
import { fixRecipients } from '../../src/features/broadcasts/fix-recipients.ts';
import { OutboxScene } from '../support/outbox-scene.ts';

it('adds nobody to the recipients of a tenant that are fixed already', async () => {
  const scene = new OutboxScene();
  await scene.fill(4, 2);
  const id = await scene.begin();
  const broadcast = (await scene.deps.broadcasts.find(id))?.value;
  if (broadcast === undefined) {
    throw new Error('There is no broadcast');
  }
  const { signal } = new AbortController();
  await fixRecipients(scene.deps, broadcast, signal);
  // As after a crash right before the last step.
  await scene.deps.broadcasts.change(id, (known) => ({ ...known, phase: 'preparing' }));
  await scene.people.add(tenantId('t1'), 'late');

  await fixRecipients(scene.deps, broadcast, signal);

  expect(await scene.deliveries()).toHaveLength(4);
  expect(await scene.tally()).toEqual({ planned: 4 });
});
