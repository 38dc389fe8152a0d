import { describe, expect, it } from 'vitest';
import { lossAfter } from '../../src/domain/send-failure.ts';
import type { SendFailure } from '../../src/domain/send-failure.ts';

const blockedMessage =
  '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Thread is blocked.",\r\n  "errorCode": null\r\n}';

describe('what a refused send says of the place', () => {
  it.each([
    [{ status: 403, code: 'BotDisabledByAdmin' }, 'disabled-by-admin'],
    [{ status: 403, code: 'BotNotInConversationRoster' }, 'removed'],
    [{ status: 403, code: 'ForbiddenOperationException' }, 'removed'],
    [{ status: 403, code: 'ConversationBlockedByUser' }, 'blocked'],
    [{ status: 403, code: 'MessageWritesBlocked' }, 'blocked'],
    [{ status: 403, code: 209, message: blockedMessage }, 'blocked'],
    [{ status: 403, code: '209', message: blockedMessage }, 'blocked'],
    [{ status: 404, code: 'ConversationNotFound' }, 'deleted'],
  ] satisfies [SendFailure, string][])('%j: %s', (failure, loss) => {
    expect(lossAfter(failure)).toBe(loss);
  });

  it.each([
    { status: 404, code: 'ActivityNotFoundInConversation' },
    { status: 404 },
    { status: 403 },
    { status: 403, code: 'NotEnoughPermissions' },
    { status: 403, code: 209 },
    { status: 403, code: 209, message: 'MessageWritesBlocked' },
    { status: 403, code: 209, message: '{"subCode":"ThreadFull"}' },
    { status: 403, code: 210, message: blockedMessage },
    { status: 403, code: 'constructor' },
    { status: 400, code: 'BotNotInConversationRoster' },
    { status: 401, code: 'BotNotRegistered' },
    { status: 413, code: 'MessageSizeTooBig' },
    { status: 429, code: 'BotDisabledByAdmin' },
    { status: 502, code: 'ConversationNotFound' },
  ])('%j: nothing', (failure) => {
    expect(lossAfter(failure)).toBeUndefined();
  });
});
