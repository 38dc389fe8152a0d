import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { UseCases } from '../../src/store/use-cases.ts';
import { exchangeFieldNames } from '../../src/texts/export-texts.ts';
import { adopterAt, aUseCase, hemer, menden } from '../support/builders.ts';
import { FakeClock } from '../support/fake-clock.ts';

const programs = join(import.meta.dirname, '../../src/cli');
const stock: readonly UseCase[] = [
  aUseCase({
    id: useCaseId('u1'),
    visibility: 'public',
    problem: 'Viele Anrufe.',
    adopters: [adopterAt(menden, 'in_use', { since: '2024-03' }), adopterAt(hemer, 'pilot')],
    contact: { name: 'Kanaria Vogelsang', email: 'kanaria@example.org' },
  }),
  aUseCase({ id: useCaseId('u2'), title: 'Nur hier', visibility: 'organisation' }),
  aUseCase({ id: useCaseId('u3'), title: 'Vorbei', archived: { at: 0 } }),
  aUseCase({ id: useCaseId('u4'), title: 'Erfunden', example: true }),
];

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly code: number | string | null | undefined;
  readonly out: string;
  readonly errors: string;
}

function environment(settings: Readonly<Record<string, string>> = {}) {
  return {
    SQLITE_PATH: join(folder, 'community.sqlite'),
    OPERATOR_DATA: join(folder, 'operator'),
    INIT_CWD: folder,
    ...settings,
  };
}

function run(
  program: 'export' | 'import',
  args: readonly string[],
  settings?: Readonly<Record<string, string>>,
): Promise<Ended> {
  const flags = ['--disable-warning=ExperimentalWarning', join(programs, `${program}.ts`)];
  return new Promise((resolve) => {
    const options = { env: environment(settings), maxBuffer: 50_000_000 };
    execFile(process.execPath, [...flags, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, out: stdout, errors: stderr.trim() });
    });
  });
}

function openStore() {
  return createSqliteStore({ path: environment().SQLITE_PATH, clock: new FakeClock(0) });
}

async function fill(useCases: readonly UseCase[] = stock): Promise<void> {
  const store = openStore();
  await store.open(allCollections);
  const all = new UseCases(store);
  await Promise.all(useCases.map((useCase) => all.add(useCase)));
  await store.close();
}

function inFolder(name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8');
}

/** Files that an export wrote or left lying about. */
async function filesOfExports(): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => !name.startsWith('community') && name !== 'operator');
}

describe('npm run export', () => {
  it('writes a file beside the shell that called npm, named after the day, and says in German what is not in it', async () => {
    await fill();

    const ended = await run('export', ['--format', 'csv']);
    const [name = '', ...others] = await filesOfExports();

    expect(ended).toMatchObject({ code: 0, errors: '' });
    expect(name).toMatch(/^anwendungsfaelle-\d{4}-\d\d-\d\d\.csv$/);
    expect(others).toEqual([]);
    expect(ended.out.trim().split('\n')).toEqual([
      `Ein Anwendungsfall steht in „${join(folder, name)}“.`,
      'Nicht exportiert: 1 archiviert, 1 nur als Beispiel und 1 wegen der Sichtbarkeit.',
      'In diesem Format ohne Platz, daher nicht in der Datei:',
      '  Problem (ein Anwendungsfall)',
      '  Angelegt am (ein Anwendungsfall)',
      '  Version (ein Anwendungsfall)',
    ]);
    const text = await inFolder(name);
    expect(text.split('\r\n')).toHaveLength(4);
    expect(text).toContain('Kanaria Vogelsang');
  });

  it.each(['csv', 'xlsx', 'json'])('writes %s that npm run import reads back', async (format) => {
    await fill();
    const whole = ['--format', format, '--visibility', 'organisation'];
    const other = { SQLITE_PATH: join(folder, 'community-2.sqlite') };
    await run('export', [...whole, '--out', 'stand']);

    const imported = await run('import', ['stand'], other);
    const copy = await run('export', [...whole, '--format', 'csv', '--out', '-'], other);
    const original = await run('export', [...whole, '--format', 'csv', '--out', '-']);

    expect(imported.out).toContain('2 neu, 0 geändert, 0 unverändert');
    expect(original.out).toContain('2024-03');
    expect(copy.out).toBe(original.out);
  });

  it('writes the file alone to the standard output and the report beside it', async () => {
    await fill();

    const ended = await run('export', ['--format', 'json', '--out', '-', '--visibility', 'public']);

    expect(JSON.parse(ended.out)).toMatchObject({ format: 'ki-community-use-cases', version: 1 });
    expect(ended.out).not.toContain('anaria');
    expect(ended.errors).toContain('Ein Anwendungsfall steht in „Standardausgabe“.');
    expect(ended.errors).toContain('Ohne Namen, Telefonnummern und persönliche Adressen');
    expect(await filesOfExports()).toEqual([]);
  });

  it.each(['geojson', 'algoritmeregister', 'pstw'])('writes %s', async (format) => {
    await fill();

    const ended = await run('export', ['--format', format, '--out', 'datei']);

    expect(ended.code).toBe(0);
    expect(await inFolder('datei')).toContain('Menden (Sauerland)');
  });

  it('replaces a file only when it is told to', async () => {
    await fill();
    await writeFile(join(folder, 'da.csv'), 'alt');

    const refused = await run('export', ['--format', 'csv', '--out', 'da.csv']);
    const kept = await inFolder('da.csv');
    const forced = await run('export', ['--format', 'csv', '--out', 'da.csv', '--force']);

    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/^Die Datei „.*da\.csv“ gibt es schon\. .*--force\.$/);
    expect(kept).toBe('alt');
    expect(forced.code).toBe(0);
    expect(await inFolder('da.csv')).toContain('Chatbot im Bürgerservice');
    expect(await filesOfExports()).toEqual(['da.csv']);
  });

  it.each([
    [[], /^Bitte nennen Sie das Format\.\nAufruf: npm run export -- --format FORMAT/],
    [['--format', 'pdf'], /^„pdf“ ist für --format nicht möglich\. Möglich sind „csv“, .* und „pstw“\.$/],
    [['--format', 'csv', '--visibility', 'alle'], /^„alle“ ist für --visibility nicht möglich\./],
    [['--format', 'csv', '--schnell'], /^Die Angabe „--schnell“ ist nicht bekannt\.\nAufruf: /],
    [['--format', 'csv', 'datei.csv'], /^Die Angabe „datei\.csv“ ist nicht bekannt\.\nAufruf: /],
    [['--format', 'csv', '--out', 'fehlt/datei.csv'], /^Den Ordner für „.*datei\.csv“ gibt es nicht\./],
    [['--format', 'csv', '--out', '.'], /ist ein Ordner\. Bitte nennen Sie eine Datei\.$/],
  ])('answers the arguments %j with what to do', async (args, sentence) => {
    const failed = await run('export', args);

    expect(failed.code).toBe(1);
    expect(failed.out).toBe('');
    expect(failed.errors).toMatch(sentence);
    expect(await filesOfExports()).toEqual([]);
  });

  it('says what to do while the bot runs, and for a store in memory', async () => {
    const bot = openStore();
    await bot.open(allCollections);

    const failed = await run('export', ['--format', 'csv']);
    await bot.close();
    const memory = await run('export', ['--format', 'csv'], { STORE: 'memory' });

    expect(failed.errors).toBe(
      'Der Bot läuft und benutzt die Datenbank. Bitte beenden Sie ihn, starten Sie den Export und danach den Bot wieder.',
    );
    expect(memory.errors).toMatch(/^STORE: /);
    expect(await filesOfExports()).toEqual([]);
  });

  it('says of an empty store that the file is empty', async () => {
    const ended = await run('export', ['--format', 'csv', '--out', 'leer.csv']);

    expect(ended.out).toMatch(/^Kein Anwendungsfall durfte in die Datei/);
    await access(join(folder, 'leer.csv'));
  });

  it('calls every field by a name of its own', () => {
    const names = Object.values(exchangeFieldNames);

    expect(new Set(names).size).toBe(names.length);
  });
});
