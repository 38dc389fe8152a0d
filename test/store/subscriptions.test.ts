import { beforeEach, describe, expect, it } from 'vitest';
import { storedMemberId } from '../../src/domain/ids.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { subscriptionCollection, Subscriptions } from '../../src/store/subscriptions.ts';
import { FakeClock } from '../support/fake-clock.ts';

const anna = storedMemberId('t.anna');
const berta = storedMemberId('t.berta');
let store: DocumentStore;
let subscriptions: Subscriptions;

beforeEach(async () => {
  store = createMemoryStore(new FakeClock(0));
  await store.open([subscriptionCollection]);
  subscriptions = new Subscriptions(store);
});

function ofAnna(fields: Partial<Subscription> = {}): Subscription {
  return { memberId: anna, frequencies: {}, ...fields };
}

describe('what members want to get', () => {
  it('is kept as it was chosen', async () => {
    const chosen = ofAnna({ frequencies: { topics: 'daily' }, quietHours: '18-8', stoppedAt: 5 });

    await subscriptions.change(anna, () => chosen);

    expect(await subscriptions.find(anna)).toEqual(chosen);
    expect(await subscriptions.find(berta)).toBeUndefined();
  });

  it('is decided again when somebody else was faster', async () => {
    await Promise.all([
      subscriptions.change(anna, (known) => ({ ...ofAnna(), ...known, quietHours: 'none' })),
      subscriptions.change(anna, (known) => ({ ...ofAnna(), ...known, stoppedAt: 7 })),
    ]);

    expect(await subscriptions.find(anna)).toEqual(ofAnna({ quietHours: 'none', stoppedAt: 7 }));
  });

  it('is not written when it stays as it is', async () => {
    await subscriptions.change(anna, () => ofAnna());
    const { changes: before } = await store.changes(subscriptionCollection, { limit: 10 });

    await subscriptions.change(anna, (known) => known);
    await subscriptions.change(berta, (known) => known);

    expect((await store.changes(subscriptionCollection, { limit: 10 })).changes).toEqual(before);
  });

  it('is listed for all who chose something, over as many pages as there are', async () => {
    const members = Array.from({ length: 501 }, (_, index) => storedMemberId(`t.${index}`));
    for (const memberId of members) {
      await subscriptions.change(memberId, () => ({ memberId, frequencies: {} }));
    }

    const listed = await Array.fromAsync(subscriptions.all());

    expect(listed.map(({ memberId }) => memberId).sort()).toEqual([...members].sort());
  });

  it('is erased, and nothing names the member then', async () => {
    await subscriptions.change(anna, () => ofAnna());

    expect([await subscriptions.eraseOf(anna), await subscriptions.eraseOf(anna)]).toEqual([1, 0]);

    const { changes } = await store.changes(subscriptionCollection, { limit: 10 });
    expect(await subscriptions.find(anna)).toBeUndefined();
    expect(JSON.stringify(changes)).not.toContain('anna');
  });
});
