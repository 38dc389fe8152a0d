import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { minuteMs, secondMs } from '../../src/domain/instant.ts';
import { rejectionCode } from '../../src/domain/send-failure.ts';
import type { SendFailure } from '../../src/domain/send-failure.ts';
import { reactToSend } from '../../src/domain/send-reaction.ts';
import type { SendCircumstances, SendReaction } from '../../src/domain/send-reaction.ts';
import type { SendResult } from '../../src/domain/send-result.ts';

const now = Date.UTC(2026, 10, 22, 9);
const post: SendCircumstances = { operation: 'post', attempts: 0, now };
const update: SendCircumstances = { ...post, operation: 'update' };

function refused(status: number, code?: string | number, message?: string): SendResult {
  return {
    kind: 'refused',
    failure: { status, ...(code !== undefined && { code }), ...(message !== undefined && { message }) },
  };
}

function throttled(retryAfter?: string): SendResult {
  return { kind: 'refused', failure: { status: 429 }, ...(retryAfter !== undefined && { retryAfter }) };
}

describe('what follows from a post', () => {
  it.each<[SendResult, SendReaction]>([
    [
      { kind: 'accepted', activityId: 'a1' },
      { kind: 'delivered', activityId: 'a1' },
    ],
    [{ kind: 'accepted' }, { kind: 'delivered' }],
    [refused(400, 'BadSyntax'), { kind: 'rejected', code: '400', alarm: true }],
    [refused(401, 'BotNotRegistered'), { kind: 'stop-broadcast', code: '401 BotNotRegistered' }],
    [refused(401), { kind: 'stop-broadcast', code: '401' }],
    [refused(403, 'BotDisabledByAdmin'), { kind: 'rejected', code: '403 BotDisabledByAdmin' }],
    [
      refused(403, 209, '{"subCode":"MessageWritesBlocked","errorCode":null}'),
      { kind: 'rejected', code: '403 MessageWritesBlocked' },
    ],
    [refused(404, 'ConversationNotFound'), { kind: 'rejected', code: '404 ConversationNotFound' }],
    [refused(412, 'PreconditionFailed'), { kind: 'retry', until: now + 2 * secondMs }],
    [refused(413, 'MessageSizeTooBig'), { kind: 'shorten' }],
    [refused(307), { kind: 'rejected', code: '307' }],
    [refused(409), { kind: 'rejected', code: '409' }],
    [refused(408), { kind: 'unclear' }],
    [refused(500), { kind: 'unclear' }],
    [refused(502, 'ServiceError'), { kind: 'unclear' }],
    [refused(503), { kind: 'unclear' }],
    [refused(504), { kind: 'unclear' }],
    [{ kind: 'no-answer', reason: 'ECONNRESET' }, { kind: 'unclear' }],
    [
      { kind: 'not-sent', reason: 'ECONNREFUSED' },
      { kind: 'retry', until: now + 2 * secondMs },
    ],
    [
      { kind: 'no-token', reason: 'invalid_client' },
      { kind: 'pause', until: now + 30 * secondMs },
    ],
    [{ kind: 'foreign-service' }, { kind: 'unreachable', because: 'foreign-service' }],
  ])('%j: %j', (result, reaction) => {
    expect(reactToSend(result, post)).toEqual(reaction);
  });
});

describe('what follows from an update', () => {
  it.each<[SendResult, SendReaction]>([
    [
      { kind: 'accepted', activityId: 'a1' },
      { kind: 'delivered', activityId: 'a1' },
    ],
    [refused(500), { kind: 'retry', until: now + 2 * secondMs }],
    [refused(504), { kind: 'retry', until: now + 2 * secondMs }],
    [refused(408), { kind: 'retry', until: now + 2 * secondMs }],
    [
      { kind: 'no-answer', reason: 'TimeoutError' },
      { kind: 'retry', until: now + 2 * secondMs },
    ],
    [
      refused(404, 'ActivityNotFoundInConversation'),
      { kind: 'rejected', code: '404 ActivityNotFoundInConversation' },
    ],
    [refused(413), { kind: 'shorten' }],
    [refused(429), { kind: 'throttled', until: now + 2 * secondMs }],
  ])('%j: %j', (result, reaction) => {
    expect(reactToSend(result, update)).toEqual(reaction);
  });

  it.each<[SendResult, string]>([
    [refused(503), '503'],
    [refused(408), '408'],
    [{ kind: 'no-answer', reason: 'ECONNRESET' }, 'no-answer'],
  ])('%j the fifth time: %s', (result, code) => {
    expect(reactToSend(result, { ...update, attempts: 3 }).kind).toBe('retry');
    expect(reactToSend(result, { ...update, attempts: 4 })).toEqual({ kind: 'rejected', code });
  });
});

describe('how long is waited', () => {
  it('gives up a 412 after the fifth attempt, each after twice the time', () => {
    const waits = [0, 1, 2, 3, 4].map((attempts) => reactToSend(refused(412), { ...post, attempts }));

    expect(waits).toEqual([
      ...[2, 4, 8, 16].map((seconds) => ({ kind: 'retry', until: now + seconds * secondMs })),
      { kind: 'rejected', code: '412' },
    ]);
  });

  it.each([[8], [40], [5_000]])('tries again after %i failed connections, five minutes later', (attempts) => {
    const reaction = reactToSend({ kind: 'not-sent', reason: 'ENOTFOUND' }, { ...post, attempts });

    expect(reaction).toEqual({ kind: 'retry', until: now + 5 * minuteMs });
  });

  it.each([
    [0, 1_000],
    [0.5, 1_500],
    [0.999, 1_999],
  ])('is spread by chance, at %f to %i ms', (chance, ms) => {
    const reaction = reactToSend(refused(412), { ...post, chance: () => chance });

    expect(reaction).toEqual({ kind: 'retry', until: now + ms });
  });

  it.each([
    ['7', 7 * secondMs],
    [' 1.5 ', 1_500],
    ['900', 15 * minuteMs],
    ['901', 15 * minuteMs],
    ['86400', 15 * minuteMs],
    ['9'.repeat(400), 15 * minuteMs],
    ['Sun, 22 Nov 2026 09:00:30 GMT', 30 * secondMs],
    ['Sun, 22 Nov 2026 12:00:00 GMT', 15 * minuteMs],
  ])('obeys Retry-After: %s', (header, ms) => {
    expect(reactToSend(throttled(header), post)).toEqual({ kind: 'throttled', until: now + ms });
  });

  it.each([
    [undefined],
    [''],
    ['0'],
    ['-5'],
    ['soon'],
    ['soon 5'],
    ['5 seconds'],
    ['0x10'],
    ['1e3'],
    ['NaN'],
    ['Sun, 22 Nov 2026 08:59:30 GMT'],
    ['Sun, 99 Nov 2026 09:00:30 GMT'],
    ['2026-11-22T09:00:30Z'],
  ])('waits its own time when Retry-After is %j', (header) => {
    expect(reactToSend(throttled(header), post)).toEqual({ kind: 'throttled', until: now + 2 * secondMs });
  });

  it('waits longer each time it is throttled without being told how long', () => {
    const waits = [0, 1, 2, 30].map((throttles) => reactToSend(throttled(), { ...post, throttles }));

    expect(waits).toEqual(
      [2, 4, 8, 300].map((seconds) => ({ kind: 'throttled', until: now + seconds * secondMs })),
    );
  });
});

describe('a message that is too big', () => {
  it('is shortened once and then rejected', () => {
    expect(reactToSend(refused(413), { ...post, shortened: true })).toEqual({
      kind: 'rejected',
      code: '413',
    });
    expect(reactToSend(refused(413), { ...update, shortened: true }).kind).toBe('rejected');
  });
});

describe('the code of a rejection', () => {
  it.each<[SendFailure, string]>([
    [{ status: 403, code: 'Bot<b>Disabled</b>: "x"\r\n' }, '403 BotbDisabledbx'],
    [{ status: 403, code: 'A'.repeat(500) }, `403 ${'A'.repeat(60)}`],
    [{ status: 403, code: '…' }, '403'],
    [{ status: 403, code: 209 }, '403 209'],
    [{ status: 403, code: 209, message: '{"subCode":"ThreadFull"}' }, '403 ThreadFull'],
    [{ status: 404 }, '404'],
    [{ status: 413, code: 'MessageSizeTooBig' }, '413'],
    [{ status: 400, code: 'BadSyntax' }, '400'],
  ])('%j: %s', (failure, code) => {
    expect(rejectionCode(failure)).toBe(code);
  });
});

const failures = fc.record(
  {
    status: fc.integer({ min: 100, max: 599 }),
    code: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer()),
    message: fc.string({ unit: 'grapheme' }),
  },
  { requiredKeys: ['status'] },
);
const circumstances = fc.record({
  operation: fc.constantFrom('post' as const, 'update' as const),
  attempts: fc.nat(1_000),
  throttles: fc.nat(1_000),
  shortened: fc.boolean(),
  now: fc.constant(now),
});
const headers = fc.oneof(fc.string(), fc.integer().map(String), fc.date({ noInvalidDate: true }).map(String));

describe('whatever the service answers', () => {
  it('follows something, with a tame code, and within a quarter of an hour', () => {
    fc.assert(
      fc.property(failures, headers, circumstances, (failure, retryAfter, given) => {
        const reaction = reactToSend({ kind: 'refused', failure, retryAfter }, given);

        const code = 'code' in reaction ? reaction.code : '400';
        const until = 'until' in reaction ? reaction.until : now + 1;
        expect(code).toMatch(/^\d{3}(?: [A-Za-z0-9]{1,60})?$/);
        expect(until).toBeGreaterThan(now);
        expect(until).toBeLessThanOrEqual(now + 15 * minuteMs);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has a reaction to every status', () => {
    for (let status = 100; status < 600; status += 1) {
      expect(reactToSend(refused(status), post).kind).toMatch(/^[a-z-]+$/);
      expect(reactToSend(refused(status), update).kind).not.toBe('unclear');
    }
  });

  it('never posts again what may have arrived', () => {
    const doubts = fc.oneof(
      fc.constantFrom(408, ...Array.from({ length: 100 }, (_, index) => 500 + index)).map((s) => refused(s)),
      fc.constant<SendResult>({ kind: 'no-answer', reason: 'ECONNRESET' }),
    );
    fc.assert(
      fc.property(doubts, circumstances, (result, given) => {
        expect(reactToSend(result, { ...given, operation: 'post' })).toEqual({ kind: 'unclear' });
      }),
    );
  });

  it('tries nothing for ever but what was proven not sent', () => {
    fc.assert(
      fc.property(failures, circumstances, (failure, given) => {
        const reaction = reactToSend(
          { kind: 'refused', failure },
          { ...given, attempts: 4 + given.attempts },
        );

        expect(reaction.kind).not.toBe('retry');
      }),
    );
  });
});
