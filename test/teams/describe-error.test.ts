import { describe, expect, it } from 'vitest';

import { describeError } from '../../src/teams/describe-error.ts';

describe('what a log may know of an error', () => {
  it('is its kind, its code, its place and its causes', () => {
    const cause = Object.assign(new TypeError('canary'), { code: 'ECONNRESET', statusCode: 502 });

    const described = describeError(new Error('canary', { cause }));

    expect(described).toMatchObject({
      name: 'Error',
      at: expect.arrayContaining([expect.stringContaining('describe-error.test.ts')]),
      cause: { name: 'TypeError', code: 'ECONNRESET', status: 502 },
    });
  });

  it('is never its message, even when that looks like a place', () => {
    const described = describeError(new Error('canary\n    at canary (canary:1:2)\ncanary'));

    expect(JSON.stringify(described)).not.toContain('canary');
  });

  it('is finite when causes go round in a circle', () => {
    const error = new Error('x');
    error.cause = error;

    const described = describeError(error);

    expect(JSON.stringify(described).match(/"name"/g)).toHaveLength(4);
  });

  it.each([['a word'], [undefined], [null], [{ message: 'x' }]])(
    'is little when it is no error: %j',
    (thrown) => {
      expect(describeError(thrown)).toEqual({ name: typeof thrown });
    },
  );
});
