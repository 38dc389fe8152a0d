import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerFeedback } from '../../src/domain/answer-feedback.ts';
import { storedMemberId, useCaseId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { AnswerFeedbacks } from '../../src/store/answer-feedback.ts';
import { UseCases } from '../../src/store/use-cases.ts';
import { aUseCase } from '../support/builders.ts';
import { FakeClock } from '../support/fake-clock.ts';

const program = join(import.meta.dirname, '../../src/cli/feedback-export.ts');
const by = storedMemberId('tenant-1.anna');
/** The command runs on the real clock. */
const far = Date.now() + 90 * dayMs;

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feedback-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly code: number | string | null | undefined;
  readonly out: string;
  readonly errors: string;
}

function run(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const env = {
    SQLITE_PATH: join(folder, 'community.sqlite'),
    OPERATOR_DATA: join(folder, 'operator'),
    INIT_CWD: folder,
    ...settings,
  };
  return new Promise((resolve) => {
    const flags = ['--disable-warning=ExperimentalWarning', program];
    execFile(process.execPath, [...flags, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, out: stdout, errors: stderr.trim() });
    });
  });
}

function openStore() {
  return createSqliteStore({ path: join(folder, 'community.sqlite'), clock: new FakeClock(0) });
}

const answer = {
  question: { sought: 'Chatbot', filters: [{ kind: 'stage', stage: 'in_use' }] },
  useCaseIds: [useCaseId('u1'), useCaseId('gone')],
  path: 'plain',
} as const;
const given: readonly AnswerFeedback[] = [
  {
    ...answer,
    helpful: false,
    reason: 'wrong',
    words: 'Läuft\nnicht mehr „so“.',
    givenAt: Date.UTC(2026, 10, 2),
  },
  { ...answer, path: 'model', useCaseIds: [], helpful: true, givenAt: Date.UTC(2026, 9, 31, 22) },
];

async function fill(): Promise<void> {
  const store = openStore();
  await store.open(allCollections);
  await new UseCases(store).add(aUseCase({ id: useCaseId('u1'), title: 'Chatbot im Bürgerbüro' }));
  const feedback = new AnswerFeedbacks(store);
  for (const [index, one] of given.entries()) {
    await feedback.keep({ ratingKey: `k${index}`, by }, one, far);
  }
  await store.close();
}

async function linesOf(name: string): Promise<readonly unknown[]> {
  const text = await readFile(join(folder, name), 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

async function files(): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith('community') && name !== 'operator');
}

const first = {
  date: '2026-10-31T22:00:00.000Z',
  question: 'Chatbot',
  filters: ['stage:in_use'],
  useCases: [],
  path: 'model',
  helpful: true,
  reason: null,
  words: null,
};
const second = {
  date: '2026-11-02T00:00:00.000Z',
  question: 'Chatbot',
  filters: ['stage:in_use'],
  useCases: [
    { id: 'u1', title: 'Chatbot im Bürgerbüro' },
    { id: 'gone', title: null },
  ],
  path: 'plain',
  helpful: false,
  reason: 'wrong',
  words: 'Läuft\nnicht mehr „so“.',
};

describe('npm run feedback:export', () => {
  it('writes a line for each feedback in order of time into a file named after the day, and says how many', async () => {
    await fill();

    const ended = await run([]);
    const [name = '', ...others] = await files();

    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(name).toMatch(/^rueckmeldungen-\d{4}-\d\d-\d\d\.jsonl$/);
    expect(others).toEqual([]);
    expect(ended.out).toBe(`2 Rückmeldungen zu Antworten stehen in „${join(folder, name)}“.\n`);
    expect(await linesOf(name)).toEqual([first, second]);
  });

  it('writes only what was given from a day in Berlin on', async () => {
    await fill();

    const ended = await run(['--from', '2026-11-01', '--to', 'neu.jsonl']);
    await run(['--from', '2026-10-31', '--to', 'alles.jsonl']);

    expect(ended.out).toMatch(/^Eine Rückmeldung zu einer Antwort steht in „.*neu\.jsonl“\.\n$/);
    expect(await linesOf('neu.jsonl')).toEqual([second]);
    expect(await linesOf('alles.jsonl')).toEqual([first, second]);
  });

  it('writes to the standard output, and the report beside it', async () => {
    await fill();

    const ended = await run(['--to', '-']);

    expect(ended.out.trimEnd().split('\n')).toHaveLength(2);
    expect(ended.errors).toBe('2 Rückmeldungen zu Antworten stehen in „Standardausgabe“.');
    expect(await files()).toEqual([]);
  });

  it('replaces a file only when it is told to', async () => {
    await fill();
    await writeFile(join(folder, 'da.jsonl'), 'alt');

    const refused = await run(['--to', 'da.jsonl']);
    const kept = await readFile(join(folder, 'da.jsonl'), 'utf8');
    const forced = await run(['--to', 'da.jsonl', '--force']);

    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/^Die Datei „.*da\.jsonl“ gibt es schon\. .*--to .*--force\.$/);
    expect(kept).toBe('alt');
    expect(forced.code).toBe(0);
    expect(await linesOf('da.jsonl')).toHaveLength(2);
    expect(await files()).toEqual(['da.jsonl']);
  });

  it('says that there is none', async () => {
    const ended = await run(['--to', 'leer.jsonl']);

    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(ended.out).toMatch(/^Es gibt keine Rückmeldungen zu Antworten; „.*leer\.jsonl“ ist leer\.\n$/);
  });

  it.each([
    [
      ['--from', '31.2.2026'],
      /^„31\.2\.2026“ ist für --from kein Tag\. Bitte schreiben Sie ihn so: 2026-11-01\.$/,
    ],
    [['--from', '2026-02-31'], /^„2026-02-31“ ist für --from kein Tag\./],
    [['--from'], /^Aufruf: npm run feedback:export/],
    [['--schnell'], /^Die Angabe „--schnell“ ist nicht bekannt\.\nAufruf: /],
    [['datei.jsonl'], /^Die Angabe „datei\.jsonl“ ist nicht bekannt\.\nAufruf: /],
    [['--to', 'fehlt/datei.jsonl'], /^Den Ordner für „.*datei\.jsonl“ gibt es nicht\./],
    [['--to', '.'], /ist ein Ordner\. Bitte nennen Sie eine Datei\.$/],
  ])('answers the arguments %j with what to do', async (args, sentence) => {
    const failed = await run(args);

    expect(failed.code).toBe(1);
    expect(failed.out).toBe('');
    expect(failed.errors).toMatch(sentence);
    expect(await files()).toEqual([]);
  });

  it('says what to do while the bot runs, and for a store in memory', async () => {
    const bot = openStore();
    await bot.open(allCollections);

    const failed = await run([]);
    await bot.close();
    const memory = await run([], { STORE: 'memory' });

    expect(failed.errors).toMatch(/^Der Bot läuft und benutzt die Datenbank\./);
    expect(memory.errors).toMatch(/^STORE: /);
    expect(await files()).toEqual([]);
  });
});
