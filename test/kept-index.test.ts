import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../src/app.ts';
import type { App } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { useCaseId } from '../src/domain/ids.ts';
import { dayMs } from '../src/domain/instant.ts';
import { useCaseFields } from '../src/features/ask/use-case-catalogue.ts';
import { saveIndexEveryMs } from '../src/jobs/save-search-index.ts';
import { createSearchEngine } from '../src/search/create-search-engine.ts';
import { useCaseCollection } from '../src/store/use-cases.ts';
import { createSqliteStore } from '../src/store/adapters/sqlite.ts';
import { hashSources } from '../src/system/hash-sources.ts';
import { createWorkbench } from '../src/workbench.ts';
import { aUseCase } from './support/builders.ts';
import { FakeClock } from './support/fake-clock.ts';

const patience = { timeout: 20_000 };

const searchCode = new URL('../src/search/', import.meta.url);
let folder: string;
let indexPath: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-index-'));
  indexPath = join(folder, 'store.sqlite.search-index');
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

function config() {
  return readConfig({
    BOT_MODE: 'playground',
    PORT: '0',
    SQLITE_PATH: join(folder, 'store.sqlite'),
    OPERATOR_DATA: join(folder, 'operator'),
    DEMO_DATA: 'on',
    LOG_LEVEL: 'silent',
  });
}

interface Started {
  readonly app: App;
  /** How many use cases the index did not have, or not as they are, and how many there are. */
  readonly analysed: unknown;
  readonly useCases: unknown;
}

async function start(): Promise<Started> {
  const events = new Map<string, Readonly<Record<string, unknown>> | undefined>();
  const log = (event: string, facts?: Readonly<Record<string, unknown>>) => void events.set(event, facts);
  const app = createApp(config(), { logger: { info: log, warn: log, error: log } });
  await app.start();
  const { analysed, useCases } = events.get('app.started') ?? {};
  return { app, analysed, useCases };
}

/** A start and a clean end, after which the index lies beside the store. */
async function startAndStop(): Promise<void> {
  const { app } = await start();
  await app.stop();
}

const questions = [
  'Chatbot',
  'Telefonassistent',
  'Schlaglöcher erkennen',
  'Posteingang',
  'Drohnenflug',
  'KI',
];

function answersOf({ deps }: App): unknown {
  return questions.map((question) => deps.catalogue.search(question, () => true, { limit: 10 }));
}

/** What a bot on the same store answers that had to build its index. */
async function answersWithoutIndex(): Promise<unknown> {
  rmSync(indexPath, { force: true });
  const { app } = await start();
  const answers = answersOf(app);
  await app.stop();
  return answers;
}

/** Works on the store while the bot is down. */
async function withStore(work: (bench: ReturnType<typeof createWorkbench>) => Promise<void>): Promise<void> {
  const bench = createWorkbench(config());
  await bench.open();
  await work(bench);
  await bench.close();
}

describe('the index that is kept beside the store', () => {
  it('spares the next start all the analysing, and answers the same', async () => {
    await startAndStop();
    const { app, analysed, useCases } = await start();
    const answers = answersOf(app);
    await app.stop();

    expect(analysed).toBe(0);
    expect(readFileSync(indexPath).includes(hashSources(searchCode))).toBe(true);
    expect(useCases).toBeGreaterThan(30);
    expect(statSync(indexPath).mode & 0o777).toBe(0o600);
    expect(answers).toEqual(await answersWithoutIndex());
  });

  it('is corrected in what was added, changed and deleted while the bot was down', async () => {
    await startAndStop();
    await withStore(async ({ deps }) => {
      const [first, second] = await Array.fromAsync(deps.useCases.all());
      if (first === undefined || second === undefined) {
        throw new Error('there are use cases at the first start');
      }
      await deps.useCases.add(aUseCase({ id: useCaseId('new'), title: 'Drohnenflug' }));
      await deps.useCases.replace({ ...first.value, title: 'Drohnenflug über der Stadt' }, first.etag);
      await deps.useCases.replace({ ...second.value, title: 'Zu löschen' }, second.etag);
    });
    await deleteTitled('Zu löschen');
    const { app, analysed } = await start();
    const answers = answersOf(app);
    await app.stop();

    expect(analysed).toBe(3);
    expect(answers).toEqual(await answersWithoutIndex());
  });

  it('gives way to the words of a store that was put back to an earlier state and went on differently', async () => {
    await startAndStop();
    const write = (title: string) =>
      withStore(async ({ deps }) => {
        await deps.useCases.add(aUseCase({ id: useCaseId('same'), title }));
      });
    cpSync(join(folder, 'store.sqlite'), join(folder, 'backup'));
    await write('Canaryfund');
    await startAndStop();
    const hadCanary = readFileSync(indexPath).includes('canaryfund');
    cpSync(join(folder, 'backup'), join(folder, 'store.sqlite'));
    await write('Drohnenflug');
    const { app, analysed } = await start();
    const answers = answersOf(app);
    await app.stop();

    expect(hadCanary).toBe(true);
    expect(analysed).toBe(1);
    expect(readFileSync(indexPath).includes('canaryfund')).toBe(false);
    expect(answers).toEqual(await answersWithoutIndex());
  });

  const otherCode = createSearchEngine({ fields: { ...useCaseFields }, codeVersion: 'another' });
  otherCode.put({ id: 'a', fields: { title: 'Canaryfund' } });
  const unusable: readonly (readonly [string, (index: Buffer) => Uint8Array])[] = [
    ['one wrong bit', (index) => index.fill((index[5000] ?? 0) ^ 1, 5000, 5001)],
    ['its end missing', (index) => index.subarray(0, -400)],
    ['nothing in it', () => Buffer.alloc(0)],
    ['another content', () => readFileSync(join(folder, 'store.sqlite'))],
    ['the words of other code', () => Buffer.concat([...otherCode.save()])],
  ];
  it.each(unusable)('is made anew when it has %s', async (_, spoil) => {
    await startAndStop();
    const right = readFileSync(indexPath);
    writeFileSync(indexPath, spoil(Buffer.from(right)));
    const { app, analysed, useCases } = await start();
    const answers = answersOf(app);
    await app.stop();
    const again = await start();
    await again.app.stop();

    expect(analysed).toBe(useCases);
    expect(again.analysed).toBe(0);
    expect(readFileSync(indexPath).length).toBe(right.length);
    expect(answers).toEqual(await answersWithoutIndex());
  });

  it('loses the words of a changed use case within the interval, and nothing else keeps them', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { app } = await start();
    const id = useCaseId('canary');
    await app.deps.useCases.add(aUseCase({ id, title: 'Canaryfund' }));
    await vi.waitFor(() => expect(app.deps.catalogue.find(id)).toBeDefined(), patience);
    await nextSave((index) => index.includes('canaryfund'));
    const stored = await app.deps.useCases.find(id);
    await app.deps.useCases.replace(aUseCase({ id, title: 'Drohnenflug' }), stored?.etag ?? '');
    await vi.waitFor(() => expect(app.deps.catalogue.find(id)?.title).toBe('Drohnenflug'), patience);
    await nextSave((index) => index.includes('drohnenflug'));
    const after = readFileSync(indexPath);
    await app.stop();

    expect(after.includes('canary')).toBe(true);
    expect(after.includes('canaryf')).toBe(false);
    expect(after.includes('naryf')).toBe(false);
  });
});

/** Lets the interval pass once, and waits until what it started has come so far. */
async function nextSave(isSo: (index: Buffer) => boolean): Promise<void> {
  await vi.waitFor(() => expect(readFileSync(indexPath).length).toBeGreaterThan(0), patience);
  vi.advanceTimersByTime(saveIndexEveryMs);
  await vi.waitFor(() => expect(isSo(readFileSync(indexPath))).toBe(true), patience);
}

/** Deletes a use case, and then the trace of it in the change feed. */
async function deleteTitled(title: string): Promise<void> {
  const clock = new FakeClock(Date.UTC(2026, 10, 22));
  const store = createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  await store.open([useCaseCollection]);
  const { documents } = await store.query(useCaseCollection, { limit: 1000 });
  for (const { partition, id, etag, body } of documents) {
    if (body['title'] === title) {
      await store.transact(useCaseCollection, partition, [{ kind: 'delete', id, etag }]);
    }
  }
  clock.advance(400 * dayMs);
  await store.purgeExpired();
  await store.close();
}
