import { writeSync } from 'node:fs';
import type { Collection } from '../../src/ports/document-store.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';

/**
 * A process of its own with a store, started by the tests: `hold FILE` opens it and waits, `write FILE` writes for ever.
 * It says on stdout, one line each, what came of opening (`open`, or the error's name) and which write was accepted.
 */
const clock = { now: () => Date.now() };
const entries: Collection = { name: 'entries', indexes: ['n'] };

async function run(mode: string | undefined, path: string): Promise<void> {
  const store = createSqliteStore({ path, clock, lockWaitMs: 500 });
  try {
    await store.open([entries]);
  } catch (error) {
    say(error instanceof Error ? `${error.name}: ${error.message}` : 'no error');
    return;
  }
  say('open');
  if (mode === 'hold') {
    setInterval(() => undefined, 1000);
    return;
  }
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    let etag: string | undefined;
    for (let round = 0; ; round += 1) {
      const n = `${writer}-${round}`;
      const last = `last-${writer}`;
      const text = 'x'.repeat(round % 7 === 0 ? 9000 : 50);
      const outcome = await store.transact(entries, 'all', [
        { kind: 'create', id: `${n}-a`, body: { n, text } },
        { kind: 'create', id: `${n}-b`, body: { n, text } },
        etag === undefined
          ? { kind: 'create', id: last, body: { round } }
          : { kind: 'replace', id: last, etag, body: { round } },
      ]);
      etag = outcome.kind === 'done' ? outcome.etags.get(last) : undefined;
      say(n);
    }
  });
  await Promise.all(writers);
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

await run(process.argv[2], process.argv[3] ?? '');
