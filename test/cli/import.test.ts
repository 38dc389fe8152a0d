import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProgressBar } from '../../src/cli/progress-bar.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { FakeClock } from '../support/fake-clock.ts';

const program = join(import.meta.dirname, '../../src/cli/import.ts');
const shipped = join(import.meta.dirname, '../../src/demo/first-start.csv');

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly code: number | string | null | undefined;
  readonly out: readonly string[];
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

function run(args: readonly string[], settings?: Readonly<Record<string, string>>): Promise<Ended> {
  const options = { env: environment(settings) };
  return new Promise((resolve) => {
    const flags = ['--disable-warning=ExperimentalWarning', program];
    execFile(process.execPath, [...flags, ...args], options, (error, stdout, stderr) => {
      resolve({
        code: error === null ? 0 : error.code,
        out: stdout.trim().split('\n'),
        errors: stderr.trim(),
      });
    });
  });
}

async function write(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('npm run import', () => {
  it('imports the shipped file completely, and a second time changes nothing', async () => {
    const first = await run([shipped, '--create-organisations']);
    const second = await run([shipped]);

    expect(first.errors).toBe('');
    expect(first.code).toBe(0);
    expect(first.out).toHaveLength(22);
    expect(first.out[0]).toBe('Zeile 2: neu: Elektronische Wohnsitzanmeldung');
    expect(first.out.at(-1)).toBe('21 neu, 0 geändert, 0 unverändert');
    expect(second.out.at(-1)).toBe('0 neu, 0 geändert, 21 unverändert');
  });

  it('reports every problem in German with its row and column, and writes nothing', async () => {
    const path = await write(
      'fehler.csv',
      `Titel;Kurzbeschreibung;Kommune;Stand;Bemerkung\n${'x'.repeat(101)};Kurz;Mendem;fertig;y\nA;B\nC;D;Olpe;Pilot;z\n`,
    );

    const failed = await run([path]);
    const later = await run([await write('gut.csv', 'title,summary\nC,D\n')]);

    expect(failed).toEqual({
      code: 1,
      errors: '',
      out: [
        'Zeile 2, Spalte „Titel“: Der Text hat 101 Zeichen, möglich sind 100. Bitte kürzen Sie ihn.',
        'Zeile 2, Spalte „Kommune“: Die Kommune „Mendem“ steht nicht in der Liste. Meinten Sie „Menden (Sauerland)“?',
        'Zeile 2, Spalte „Stand“: „fertig“ ist keine der möglichen Angaben. Möglich sind „Idee“, „geplant“, „in Entwicklung“, „Pilot“, „im Einsatz“, „eingestellt“, „geprüft und verworfen“ und „Stand nicht bekannt“.',
        'Zeile 3: Die Zeile hat zwei Zellen, die Überschrift fünf Zellen. Steht ein Trennzeichen im Text, gehört der Text in Anführungszeichen.',
        'Hinweis: Die Spalte „Bemerkung“ kennt der Import nicht, sie wurde nicht gelesen.',
        'Es wurde nichts importiert: 4 Probleme in 2 von 3 Zeilen. Bitte verbessern Sie die Datei und starten Sie den Import erneut.',
      ],
    });
    expect(later.out.at(-1)).toBe('1 neu, 0 geändert, 0 unverändert');
  });

  it('only checks with --dry-run, and finds a file beside the shell that called npm', async () => {
    await write('gut.csv', 'title,summary\nC,D\n');

    const checked = await run(['--dry-run', 'gut.csv']);
    const imported = await run(['gut.csv']);

    expect(checked.out).toEqual([
      'Zeile 2: neu: C',
      '1 neu, 0 geändert, 0 unverändert',
      'Probelauf: Es wurde nichts gespeichert.',
    ]);
    expect(imported.out.at(-1)).toBe('1 neu, 0 geändert, 0 unverändert');
  });

  it('speaks of entries in a JSON file', async () => {
    const path = await write('daten.json', '[{"title":"A","summary":"B"},{"title":"C"}]');

    const failed = await run([path]);

    expect(failed.out[0]).toBe(
      'Eintrag 2, Spalte „Kurzbeschreibung“: Die Zelle ist leer, hier wird eine Angabe gebraucht.',
    );
  });

  it.each([
    [[], /^Aufruf: npm run import -- DATEI/],
    [['a.csv', 'b.csv'], /^Aufruf: /],
    [['a.csv', '--force'], /^Die Angabe „--force“ ist nicht bekannt\.\nAufruf: /],
    [['fehlt.csv'], /^Die Datei „.*fehlt\.csv“ gibt es nicht\. Bitte prüfen Sie den Pfad\.$/],
    [['.'], /ist ein Ordner\. Bitte nennen Sie eine Datei\.$/],
  ])('answers the arguments %j with what to do', async (args, sentence) => {
    const failed = await run(args);

    expect(failed.code).toBe(1);
    expect(failed.errors).toMatch(sentence);
  });

  it('refuses a program that calls itself a table', async () => {
    const path = join(folder, 'tabelle.csv');
    await writeFile(path, 'MZ\u0000\u0000');

    const failed = await run([path]);

    expect(failed.out).toEqual([
      'Es wurde nichts importiert. Die Datei ist ein Programm und keine Tabelle. Sie wurde nicht geöffnet.',
    ]);
    expect(failed.code).toBe(1);
  });

  it('says what to do while the bot runs', async () => {
    const path = await write('gut.csv', 'title,summary\nC,D\n');
    const bot = createSqliteStore({ path: environment().SQLITE_PATH, clock: new FakeClock(0) });
    await bot.open(allCollections);

    const failed = await run([path]);
    await bot.close();

    expect(failed).toEqual({
      code: 1,
      out: [''],
      errors:
        'Der Bot läuft und benutzt die Datenbank. Bitte beenden Sie ihn, starten Sie den Import und danach den Bot wieder.',
    });
  });

  it('refuses an import into memory', async () => {
    const failed = await run([await write('gut.csv', 'title,summary\nC,D\n')], { STORE: 'memory' });

    expect(failed.code).toBe(1);
    expect(failed.errors).toMatch(/^STORE: /);
  });

  it.each([0, 500_000, 1_500_000, 3_000_000])(
    'imports everything or nothing when it is killed after it wrote %i bytes',
    async (bytes) => {
      await run([shipped, '--create-organisations']);
      const rows = Array.from({ length: 3000 }, (_, n) => `k${n};Titel ${n};Kurz.`);
      const path = await write('viele.csv', ['Kennung;Titel;Kurzbeschreibung', ...rows].join('\n'));
      const child = spawn(process.execPath, [program, path], { env: environment(), stdio: 'ignore' });
      const ended = once(child, 'exit');
      await waitForWrites(child, bytes);
      child.kill('SIGKILL');
      await ended;

      const next = await run([path, '--dry-run']);

      expect(next.errors).toBe('');
      expect(['3.000 neu, 0 geändert, 0 unverändert', '0 neu, 0 geändert, 3.000 unverändert']).toContain(
        next.out.at(-2),
      );
    },
  );
});

/** Until the journal of the store is larger, or the program is done. */
async function waitForWrites(child: ChildProcess, bytes: number): Promise<void> {
  const journal = `${environment().SQLITE_PATH}-wal`;
  while (child.exitCode === null && (statSync(journal, { throwIfNoEntry: false })?.size ?? 0) <= bytes) {
    await pause(2);
  }
}

describe('the progress bar', () => {
  function draw(isTTY: boolean, total: number): string {
    const written: string[] = [];
    const bar = createProgressBar({ isTTY, write: (text) => written.push(text) });
    bar.show('Wird gespeichert', total / 2, total);
    bar.clear();
    return written.join('');
  }

  it('shows how much is done on a terminal and wipes itself away', () => {
    expect(draw(true, 1000)).toBe(
      `\r\u001b[2KWird gespeichert ${'█'.repeat(15)}${'░'.repeat(15)}  50 %\r\u001b[2K`,
    );
  });

  it('stays away from short work and from everything that is no terminal', () => {
    expect(draw(true, 400)).toBe('');
    expect(draw(false, 1000)).toBe('');
  });
});
