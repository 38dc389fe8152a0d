import { describe, expect, it } from 'vitest';
import { InTurn } from '../../src/store/in-turn.ts';

/** Work that goes on until it is told to end, and says when it begins. */
function someWork(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return {
    work: async () => {
      log.push(name);
      return promise;
    },
    end: () => resolve(name),
    fail: (error: Error) => reject(error),
  };
}

/** Everything that can go on by itself has done so. */
const settled = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

describe('work in turn', () => {
  it('on one thing begins when what was begun before has ended, in that order', async () => {
    const log: string[] = [];
    const turns = new InTurn<string>();
    const [first, second, third] = [someWork(log, '1'), someWork(log, '2'), someWork(log, '3')];

    const all = Promise.all([
      turns.run('a', first.work),
      turns.run('a', second.work),
      turns.run('a', third.work),
    ]);
    await settled();
    const atFirst = [...log];
    third.end();
    first.end();
    await settled();
    const then = [...log];
    second.end();

    expect(await all).toEqual(['1', '2', '3']);
    expect([atFirst, then, log]).toEqual([['1'], ['1', '2'], ['1', '2', '3']]);
  });

  it('on another thing waits for nothing', async () => {
    const log: string[] = [];
    const turns = new InTurn<string>();
    const [first, other] = [someWork(log, 'a'), someWork(log, 'b')];

    const running = turns.run('a', first.work);
    other.end();
    const ended = await turns.run('b', other.work);
    first.end();

    expect([ended, await running]).toEqual(['b', 'a']);
  });

  it('that fails tells whoever wanted it, and the next begins all the same', async () => {
    const log: string[] = [];
    const turns = new InTurn<string>();
    const [first, second] = [someWork(log, '1'), someWork(log, '2')];

    const failing = turns.run('a', first.work);
    const next = turns.run('a', second.work);
    first.fail(new Error('x'));
    second.end();

    await expect(failing).rejects.toThrow('x');
    expect(await next).toBe('2');
  });

  it('that is begun after all has ended begins at once', async () => {
    const turns = new InTurn<string>();
    await turns.run('a', async () => '1');
    await turns.run('a', async () => Promise.reject(new Error('x'))).catch(() => undefined);

    expect(await turns.run('a', async () => '2')).toBe('2');
  });
});
