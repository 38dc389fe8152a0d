import { someRules } from '../../support/rules.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { memberId, tenantId } from '../../../src/domain/ids.ts';
import type { Asker } from '../../../src/domain/member.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { chooseSubscription } from '../../../src/features/subscriptions/choose-subscription.ts';
import { decideDelivery } from '../../../src/features/subscriptions/decide-delivery.ts';
import { ownSubscriptionSource } from '../../../src/features/subscriptions/own-subscription.ts';
import { resume } from '../../../src/features/subscriptions/resume.ts';
import { showSubscription } from '../../../src/features/subscriptions/show-subscription.ts';
import { stopAll } from '../../../src/features/subscriptions/stop-all.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { subscriptionCollection, Subscriptions } from '../../../src/store/subscriptions.ts';
import { anAsker } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const id = memberId(tenantId('t'), 'anna');
const anna = { ...anAsker(), memberId: id };
const { memberId: _, ...nobody }: Asker = anAsker({ guest: true });

let store: DocumentStore;
let deps: Awaited<ReturnType<typeof aScene>>;

async function aScene() {
  const clock = new FakeClock(Date.parse('2026-11-24T11:00:00Z'));
  store = createMemoryStore(clock);
  await store.open([subscriptionCollection]);
  return {
    clock,
    subscriptions: new Subscriptions(store),
    rules: someRules({ quietHours: '20-7' }),
  };
}

async function kept(): Promise<number> {
  return (await store.query(subscriptionCollection, { limit: 10 })).documents.length;
}

beforeEach(async () => {
  deps = await aScene();
});

describe('choosing', () => {
  it('holds from now on, and leaves what was not named as it was', async () => {
    await chooseSubscription(deps, { asker: anna, frequencies: { topics: 'never' }, quietHours: '18-8' });
    await chooseSubscription(deps, { asker: anna, frequencies: { 'user-group': 'daily' } });

    const shown = await showSubscription(deps, anna);

    expect(shown).toMatchObject({
      kind: 'shown',
      preferences: {
        frequencies: { 'user-group': 'daily', topics: 'never', meetings: 'at-once' },
        quietHours: '18-8',
      },
    });
  });

  it('is open to guests, and not to people without an account', async () => {
    const request = { frequencies: { topics: 'never' } } as const;

    expect((await chooseSubscription(deps, { ...request, asker: { ...anna, guest: true } })).kind).toBe(
      'chosen',
    );
    expect(await chooseSubscription(deps, { ...request, asker: nobody })).toEqual({ kind: 'denied' });
    expect(await showSubscription(deps, nobody)).toEqual({ kind: 'denied' });
    expect(await stopAll(deps, nobody)).toEqual({ kind: 'denied' });
    expect(await resume(deps, nobody)).toEqual({ kind: 'denied' });
    expect(await kept()).toBe(1);
  });

  it('keeps nothing of those who only look', async () => {
    await showSubscription(deps, anna);
    await resume(deps, anna);

    expect(await kept()).toBe(0);
  });
});

describe('"Stopp"', () => {
  it('ends everything, once, and is taken back with all that was chosen', async () => {
    await chooseSubscription(deps, { asker: anna, frequencies: { topics: 'daily' } });

    const stopped = await stopAll(deps, anna);
    const decided = await decideDelivery(deps, id, 'user-group');
    const again = await stopAll(deps, anna);
    const resumed = await resume(deps, anna);

    expect([stopped, again]).toEqual([
      { kind: 'stopped', isNew: true },
      { kind: 'stopped', isNew: false },
    ]);
    expect(decided).toEqual({ kind: 'never' });
    expect(resumed).toMatchObject({ kind: 'resumed', preferences: { frequencies: { topics: 'daily' } } });
    expect(await decideDelivery(deps, id, 'user-group')).toEqual({ kind: 'now' });
  });

  it('keeps its first time', async () => {
    await stopAll(deps, anna);
    deps.clock.advance(1000);
    await stopAll(deps, anna);

    expect(await showSubscription(deps, anna)).toMatchObject({
      preferences: { stoppedAt: Date.parse('2026-11-24T11:00:00Z') },
    });
  });

  it('ends with the next choice', async () => {
    await stopAll(deps, anna);

    const chosen = await chooseSubscription(deps, { asker: anna, frequencies: {} });

    expect(chosen).not.toHaveProperty('preferences.stoppedAt');
    expect(await decideDelivery(deps, id, 'user-group')).toEqual({ kind: 'now' });
  });
});

describe('whether something may be sent', () => {
  it('is decided at this moment', async () => {
    await chooseSubscription(deps, { asker: anna, frequencies: { 'user-group': 'daily' } });
    const eight = Date.parse('2026-11-25T07:00:00Z');

    const decided = await decideDelivery(deps, id, 'user-group');
    deps.clock.advance(eight - deps.clock.now());
    const due = await decideDelivery(deps, id, 'user-group', { collected: true });

    expect(decided).toEqual({ kind: 'later', until: eight, because: 'daily' });
    expect(due).toEqual({ kind: 'now' });
  });

  it('follows the quiet hours of the setting for whoever chose none', async () => {
    deps.clock.advance(Date.parse('2026-11-24T20:00:00Z') - deps.clock.now());

    expect(await decideDelivery(deps, id, 'user-group')).toEqual({
      kind: 'later',
      until: Date.parse('2026-11-25T06:00:00Z'),
      because: 'quiet-hours',
    });
    expect(
      await decideDelivery({ ...deps, rules: { ...deps.rules, quietHours: 'none' } }, id, 'user-group'),
    ).toEqual({ kind: 'now' });
  });
});

describe('personal data', () => {
  it('tells what was chosen, and erases it', async () => {
    const source = ownSubscriptionSource(deps);
    await chooseSubscription(deps, { asker: anna, frequencies: { topics: 'never' }, quietHours: '18-8' });
    await stopAll(deps, anna);

    const told = await source.read(id);
    const erased = [await source.erase(id), await source.erase(id)];

    expect(told).toEqual([
      { memberId: id, topics: 'never', quietHours: '18-8', stoppedAt: Date.parse('2026-11-24T11:00:00Z') },
    ]);
    expect(erased).toEqual([1, 0]);
    expect(await source.read(id)).toEqual([]);
  });
});
