import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, secondMs } from '../../src/domain/instant.ts';
import type { SendResult } from '../../src/domain/send-result.ts';
import { OutboxScene } from '../support/outbox-scene.ts';
import { expectSettled } from '../support/settled.ts';

function refused(status: number, code?: string, retryAfter?: string): SendResult {
  return {
    kind: 'refused',
    failure: { status, ...(code !== undefined && { code }) },
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** Sixty people in three tenants; the service answers as told. */
async function sendTo(
  answer: (call: {
    readonly nth: number;
    readonly to: string;
    readonly now: number;
  }) => SendResult | undefined,
  lifeMs = dayMs,
): Promise<OutboxScene & { calls: { to: string; at: number }[] }> {
  const scene = Object.assign(new OutboxScene(), { calls: new Array<{ to: string; at: number }>() });
  const counts = new Map<string, number>();
  scene.before = (now, to) => {
    const nth = (counts.get(to) ?? 0) + 1;
    counts.set(to, nth);
    scene.calls.push({ to, at: now });
    return answer({ nth, to, now: now - scene.start });
  };
  scene.patienceMs = 30 * hourMs;
  await scene.fill(60, 3);
  await scene.begin('b1', [{ kind: 'all-members' }], { lifeMs });
  scene.instance();
  await scene.finish();
  await expectSettled(scene, 60);
  return scene;
}

const isFirst = ({ to }: { readonly to: string }) => to === 't0-m0';

describe('a refused send', () => {
  it.each([
    [400, undefined, 'rejected:400'],
    [403, 'ConversationBlockedByUser', 'rejected:403 ConversationBlockedByUser'],
    [403, 'BotNotInConversationRoster', 'rejected:403 BotNotInConversationRoster'],
    [404, 'ConversationNotFound', 'rejected:404 ConversationNotFound'],
    [307, undefined, 'rejected:307'],
    [500, undefined, 'unclear'],
    [503, undefined, 'unclear'],
    [408, undefined, 'unclear'],
  ])('of status %i %s ends as it should, and the others get theirs', async (status, code, key) => {
    const scene = await sendTo((call) => (isFirst(call) ? refused(status, code) : undefined));

    expect(await scene.tally()).toEqual({ delivered: 59, [key]: 1 });
    expect(scene.calls).toHaveLength(60);
    expect(scene.logged).toEqual(status === 400 ? ['broadcast.message-refused'] : []);
  });

  it('of every message tells of our mistake once in each tenant', async () => {
    const scene = await sendTo(() => refused(400));

    expect(await scene.tally()).toEqual({ 'rejected:400': 60 });
    expect(scene.logged).toEqual(Array.from({ length: 3 }, () => 'broadcast.message-refused'));
  });

  it('because the bot is not registered stops everything, with one alarm', async () => {
    const scene = await sendTo(({ now }) => (now > 200 ? refused(401, 'BotNotRegistered') : undefined));

    const { delivered = 0 } = await scene.tally();
    const report = await scene.tally();
    const rejected = (report['rejected:401'] ?? 0) + (report['rejected:401 BotNotRegistered'] ?? 0);
    expect(delivered + rejected).toBe(60);
    expect(scene.logged).toEqual(['broadcast.stopped']);
  });

  it('by an administrator ends the tenant, and the others get theirs', async () => {
    const scene = await sendTo(({ to }) =>
      to.startsWith('t1') ? refused(403, 'BotDisabledByAdmin') : undefined,
    );

    const report = await scene.tally();
    const rejected = report['rejected:403 BotDisabledByAdmin'] ?? 0;
    expect(report['delivered']).toBe(40);
    expect(rejected + (report['unreachable:disabled-by-admin'] ?? 0)).toBe(20);
    expect(rejected).toBeLessThan(20);
  });

  it('for a conflict is tried again, five times at most', async () => {
    const once = await sendTo((call) => (isFirst(call) && call.nth === 1 ? refused(412) : undefined));
    const always = await sendTo((call) => (isFirst(call) ? refused(412) : undefined));

    expect(await once.tally()).toEqual({ delivered: 60 });
    expect(await always.tally()).toEqual({ delivered: 59, 'rejected:412': 1 });
    expect(always.calls.filter(isFirst)).toHaveLength(5);
  });

  it('as too big is followed by a short card, once', async () => {
    const once = await sendTo((call) => (isFirst(call) && call.nth === 1 ? refused(413) : undefined));
    const always = await sendTo((call) => (isFirst(call) ? refused(413) : undefined));

    expect(await once.tally()).toEqual({ delivered: 60 });
    expect(once.composed.filter(({ short }) => short)).toHaveLength(1);
    expect(await always.tally()).toEqual({ delivered: 59, 'rejected:413': 1 });
    expect(always.calls.filter(isFirst)).toHaveLength(2);
  });

  it.each(['1', '90', 'Mon, 23 Nov 2026 09:01:00 GMT', 'soon', '-5', '0', '1e9', undefined])(
    'that asks to wait (%s) costs no attempt, and is obeyed',
    async (retryAfter) => {
      const scene = await sendTo((call) =>
        isFirst(call) && call.nth <= 8 ? refused(429, undefined, retryAfter) : undefined,
      );

      const times = scene.calls.filter(isFirst).map(({ at }) => at);
      const wanted = { '1': 1, '90': 90 }[retryAfter ?? ''] ?? 1;
      expect(await scene.tally()).toEqual({ delivered: 60 });
      expect(times).toHaveLength(9);
      expect(
        times.every((at, index) => index === 0 || at - (times[index - 1] ?? 0) >= wanted * secondMs),
      ).toBe(true);
    },
  );

  it('of several for the whole tenant makes the tenant wait, and no other', async () => {
    const scene = await sendTo(({ to, now }) =>
      to.startsWith('t1') && now < 20 * secondMs ? refused(429, undefined, '60') : undefined,
    );

    const early = scene.calls.filter(({ at }) => at - scene.start < minuteMs);
    expect(early.filter(({ to }) => to.startsWith('t1')).length).toBeLessThan(15);
    expect(early.filter(({ to }) => !to.startsWith('t1'))).toHaveLength(40);
    expect(await scene.tally()).toEqual({ delivered: 60 });
  });
});

describe('the outbox', () => {
  it('pauses while the login is down, tells it once, and loses nothing', async () => {
    const scene = await sendTo(({ now }) =>
      now < hourMs ? { kind: 'no-token', reason: 'login' } : undefined,
    );

    expect(await scene.tally()).toEqual({ delivered: 60 });
    expect(scene.logged).toEqual(['broadcast.paused']);
    expect(scene.calls.length).toBeLessThan(24 * 130);
  });

  it('delivers after an hour without a network', async () => {
    const scene = await sendTo(({ now }) =>
      now < hourMs ? { kind: 'not-sent', reason: 'ENOTFOUND' } : undefined,
    );

    expect(await scene.tally()).toEqual({ delivered: 60 });
    expect(scene.calls.length).toBeLessThan(60 * 30);
  });

  it('gives up when the network comes back too late', async () => {
    const scene = await sendTo(() => ({ kind: 'not-sent', reason: 'ENOTFOUND' }), hourMs);

    expect(await scene.tally()).toEqual({ expired: 60 });
  });

  it('gives up when the login works again too late', async () => {
    const scene = await sendTo(() => ({ kind: 'no-token', reason: 'login' }), hourMs);

    expect(await scene.tally()).toEqual({ expired: 60 });
    expect(scene.logged).toEqual(['broadcast.paused']);
  });

  it('goes on when a message cannot be composed', async () => {
    const scene = new OutboxScene();
    await scene.fill(100);
    scene.composeFails = (to) => to.endsWith('7');
    await scene.begin();
    scene.instance();

    await scene.finish();

    expect(await scene.tally()).toEqual({ delivered: 90, 'rejected:not-composed': 10 });
    expect(scene.logged).toEqual(['broadcast.message-not-composed']);
  });

  it('sends to nobody whose service is not allowed', async () => {
    const scene = await sendTo((call) => (isFirst(call) ? { kind: 'foreign-service' } : undefined));

    expect(await scene.tally()).toEqual({ delivered: 59, 'unreachable:foreign-service': 1 });
  });
});
