import { describe, expect, it } from 'vitest';
import type { Collection } from '../../src/ports/document-store.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { startStoreProcess, temporaryFile } from './sqlite-scene.ts';

const entries: Collection = { name: 'entries', indexes: ['n'] };

/** The numbers of the whole transactions in the file; throws when one is there in part. */
async function wholeTransactions(
  file: string,
): Promise<{ whole: Set<string>; rounds: Map<string, unknown> }> {
  const store = createSqliteStore({ path: file, clock: new FakeClock(0) });
  await store.open([entries]);
  const parts = new Map<string, number>();
  const rounds = new Map<string, unknown>();
  for (let after: string | undefined, more = true; more;) {
    const page = await store.changes(entries, { limit: 1000, ...(after !== undefined && { after }) });
    for (const change of page.changes) {
      if (change.kind === 'written' && typeof change.document.body['n'] === 'string') {
        const { n } = change.document.body;
        parts.set(n, (parts.get(n) ?? 0) + 1);
      } else if (change.kind === 'written') {
        rounds.set(change.document.id, change.document.body['round']);
      }
    }
    ({ cursor: after, more } = page);
  }
  await store.close();
  expect(new Set(parts.values())).toEqual(new Set([2]));
  return { whole: new Set(parts.keys()), rounds };
}

describe('a process that is killed while it writes', () => {
  it.each([1, 9, 40, 177, 600])('has lost nothing it accepted (killed after %d writes)', async (writes) => {
    const file = temporaryFile();
    const child = startStoreProcess('write', file);

    await child.lines(1 + writes);
    const accepted = (await child.kill()).slice(1);
    const { whole, rounds } = await wholeTransactions(file);

    expect(accepted.length).toBeGreaterThanOrEqual(writes);
    expect(accepted.filter((n) => !whole.has(n))).toEqual([]);
    // Each transaction also moved its writer's counter, so the counter is at the writer's newest entry.
    for (const [last, round] of rounds) {
      const writer = last.replace('last-', '');
      const newest = [...whole].filter((n) => n.startsWith(`${writer}-`)).length - 1;
      expect(round).toBe(newest);
    }
  });
});
