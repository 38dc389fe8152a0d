import { describe, expect, it } from 'vitest';
import { minuteMs, secondMs } from '../../src/domain/instant.ts';
import { LeaseKeeper } from '../../src/jobs/outbox/lease-keeper.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { leaseCollection, Leases } from '../../src/store/leases.ts';
import { VirtualTime } from '../support/virtual-time.ts';

const leaseMs = 12 * secondMs;

async function twoKeepers() {
  const timer = new VirtualTime(0);
  const store = createMemoryStore(timer);
  await store.open([leaseCollection]);
  const deps = { leases: new Leases(store), clock: timer, timer };
  const pass = async (ms: number): Promise<void> => {
    const end = timer.now() + ms;
    timer.after(ms, () => undefined);
    await timer.run(() => timer.now() >= end);
  };
  return { one: new LeaseKeeper(deps, 'one', leaseMs), other: new LeaseKeeper(deps, 'other', leaseMs), pass };
}

describe('a lease', () => {
  it('is held by one alone, as long as they show that they live', async () => {
    const { one, other, pass } = await twoKeepers();
    await one.take('t');

    for (let time = 0; time < minuteMs; time += 3 * secondMs) {
      expect(await other.take('t')).toBeUndefined();
      await pass(3 * secondMs);
      await one.renewAll();
    }

    expect([one.holds('t'), other.holds('t')]).toEqual([true, false]);
  });

  it('is no longer believed in by its holder before anybody else can have it', async () => {
    const { one, other, pass } = await twoKeepers();
    await one.take('t');
    await other.take('t');

    await pass(leaseMs - 1);
    expect([one.holds('t'), await other.take('t')]).toEqual([false, undefined]);
    await pass(1);

    expect(await other.take('t')).toBe(2);
  });

  it('is taken over in a new epoch, and the one before hears of it', async () => {
    const { one, other, pass } = await twoKeepers();
    await one.take('t');
    await other.take('t');
    await pass(leaseMs);
    await other.take('t');

    await one.renewAll();
    await one.release('t');

    expect([one.holds('t'), other.holds('t')]).toEqual([false, true]);
    expect(await one.take('t')).toBeUndefined();
  });

  it('that was given back is there for others at once', async () => {
    const { one, other } = await twoKeepers();
    await one.take('t');

    await one.release('t');

    expect(await other.take('t')).toBe(2);
    expect(one.holds('t')).toBe(false);
  });

  it('goes to exactly one of two who ask at the same moment', async () => {
    const { one, other } = await twoKeepers();

    const epochs = await Promise.all([one.take('t'), other.take('t')]);

    expect(epochs.filter((epoch) => epoch !== undefined)).toEqual([1]);
  });
});
