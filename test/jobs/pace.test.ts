import { describe, expect, it } from 'vitest';
import { conversationId, tenantId } from '../../src/domain/ids.ts';
import { hourMs, minuteMs, secondMs } from '../../src/domain/instant.ts';
import { Pace } from '../../src/features/broadcasts/pace.ts';
import { VirtualTime } from '../support/virtual-time.ts';

const [t1, t2] = [tenantId('t1'), tenantId('t2')];
const never = new AbortController().signal;
const chat = (number: number) => conversationId(`chat-${number}`);

function start() {
  const time = new VirtualTime(1_000_000);
  const pace = new Pace({ clock: time, timer: time });
  const throttle = (number: number, ms = 10 * secondMs) => pace.throttled(t1, chat(number), time.now() + ms);
  return { time, pace, throttle };
}

describe('the pace', () => {
  it('lets the first to a tenant go at once', async () => {
    const { pace } = start();

    expect((await pace.slot(t1, chat(1), never)).kind).toBe('go');
  });

  it('puts off a conversation that was asked to wait, and no other', async () => {
    const { time, pace, throttle } = start();
    throttle(1);

    expect(await pace.slot(t1, chat(1), never)).toEqual({ kind: 'later', until: time.now() + 10 * secondMs });
    expect((await pace.slot(t1, chat(2), never)).kind).toBe('go');
    expect(pace.isPaused(t1)).toBe(false);
  });

  it('takes three conversations throttled in one moment for the whole tenant, and leaves other tenants alone', async () => {
    const { time, pace, throttle } = start();
    throttle(1);
    throttle(2);
    expect(pace.isPaused(t1)).toBe(false);
    throttle(3);

    expect(pace.isPaused(t1)).toBe(true);
    expect(await pace.slot(t1, chat(4), never)).toEqual({ kind: 'later', until: time.now() + 10 * secondMs });
    expect((await pace.slot(t2, chat(5), never)).kind).toBe('go');
  });

  it('does not take one conversation throttled again and again, or three in a long time, for the tenant', async () => {
    const { time, pace, throttle } = start();
    throttle(1);
    throttle(1);
    throttle(1);
    throttle(2);
    time.after(secondMs, () => undefined);
    await time.run(() => time.now() >= 1_000_000 + secondMs);
    throttle(3);

    expect(pace.isPaused(t1)).toBe(false);
  });

  it('tells one alarm for an outage, however often the login is tried again, and a new one for the next', async () => {
    const { time, pace } = start();
    const pause = (): boolean => pace.pauseAll(time.now() + 30 * secondMs);
    const pass = async (ms: number): Promise<void> => {
      const end = time.now() + ms;
      time.after(ms, () => undefined);
      await time.run(() => time.now() >= end);
    };

    expect(pause()).toBe(true);
    await pass(minuteMs);
    expect(pause()).toBe(false);
    await pass(hourMs);
    expect(pause()).toBe(true);
  });

  it('gives nobody a place who has to stop', async () => {
    const { pace } = start();
    const stopping = new AbortController();
    stopping.abort();

    expect((await pace.slot(t1, chat(1), stopping.signal)).kind).toBe('stopped');
  });

  it('knows when a place was used too late', async () => {
    const { time, pace } = start();
    const slot = await pace.slot(t1, chat(1), never);
    expect(pace.isOver(slot)).toBe(false);

    time.after(secondMs, () => undefined);
    await time.run(() => time.now() >= 1_000_000 + secondMs);

    expect(pace.isOver(slot)).toBe(true);
  });
});
