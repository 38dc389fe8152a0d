import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conversationId } from '../../src/domain/ids.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { References } from '../../src/store/references.ts';
import { UseCases } from '../../src/store/use-cases.ts';
import { annasAddress, channelAddress, groupAddress } from '../support/reach.ts';
import { startStoreProcess } from '../store/sqlite-scene.ts';
import { aUseCase } from '../support/builders.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { ModelServer } from '../support/model-server.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the command in plain Node; gives its exit code and every line it says, on either channel. */
async function examine(more: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/cli/doctor.ts'], {
    env: {
      PATH: process.env['PATH'],
      BOT_MODE: 'playground',
      SQLITE_PATH: join(folder, 'store.sqlite'),
      OPERATOR_DATA: join(folder, 'operator'),
      ...more,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (output += String(chunk)));
  }
  const exit = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { exit, lines: output.trimEnd().split('\n') };
}

/** Puts a file into the operator's folder before the command makes the others. */
function write(file: string, content: string): string {
  mkdirSync(join(folder, 'operator'), { recursive: true });
  const path = join(folder, 'operator', file);
  writeFileSync(path, content);
  return path;
}

async function putOneOfEach(): Promise<void> {
  const store = createSqliteStore({ path: join(folder, 'store.sqlite'), clock: new FakeClock(0) });
  await store.open(allCollections);
  await new UseCases(store).add(aUseCase());
  const references = new References(store);
  const serviceUrl = 'http://127.0.0.1:56150/_connector';
  for (const address of [annasAddress, groupAddress, channelAddress]) {
    await references.learn(address, { sign: 'wrote', at: 0, address: { ...address, serviceUrl } });
  }
  const foreign = { ...groupAddress, conversationId: conversationId('19:old@thread.v2') };
  await references.learn(foreign, { sign: 'wrote', at: 0, address: foreign });
  await store.close();
}

const nobodyReviews =
  'Hinweis: Einträge von Mitgliedern werden geprüft (REVIEW=on), aber niemand gehört zum Organisationsteam. Bitte nennen Sie jemanden in ORGANISERS, oder setzen Sie REVIEW=off.';
const settingsGood = 'In Ordnung: Einstellungen vollständig, Betriebsart „playground“.';

describe('the doctor', () => {
  it('says of a good setup what it found, one line each', async () => {
    write('synonyms.txt', 'KI, AI\nAuto, Wagen\n');

    expect(await examine()).toEqual({
      exit: 0,
      lines: [
        settingsGood,
        'In Ordnung: Betreiberdaten gelesen: 64 Kommunen und Kreise, 0 Zuordnungen von Mandanten, 2 Gruppen von Synonymen, 3 erlaubte Dienste.',
        'In Ordnung: Speicher „sqlite“ lässt sich öffnen: 0 Anwendungsfälle.',
        'In Ordnung: Von sich aus schreiben kann der Bot an 0 Personen, 0 Kanäle, 0 Gruppenchats; nicht mehr erreichbar: 0.',
        nobodyReviews,
        'In Ordnung: Kein Sprachmodell: Es antwortet die Suche.',
      ],
    });
  });

  it('tries the models, ability by ability, and says how far their vectors are', async () => {
    const server = await ModelServer.start();
    server.answer = ({ kind }) => (kind === 'chat' ? { text: '{"works":true}' } : { text: 'Es geht.' });
    await putOneOfEach();
    const models = { LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'klug', EMBEDDING_MODEL: 'nah' };

    const { exit, lines } = await examine(models);
    await server.close();

    expect(exit).toBe(0);
    expect(lines.slice(5).map((line) => line.replaceAll(/\d+(?:,\d+)? s/g, '… s'))).toEqual([
      'In Ordnung: Modell „klug“: Antworten – geht (… s).',
      'In Ordnung: Modell „klug“: Antworten Stück für Stück – geht (… s, erstes Stück nach … s).',
      'In Ordnung: Modell „klug“: Antworten als JSON – geht (… s, nach Schema).',
      'In Ordnung: Modell „nah“: Vektoren – geht (… s, je 256 Werte).',
      'In Ordnung: Vektoren berechnet für 0 von 1 Anwendungsfällen.',
      'Hinweis: Den Rest berechnet der Bot, während er läuft; bis dahin sucht er nach Wörtern.',
    ]);
  });

  it('says what to look at when the models do not answer', async () => {
    const server = await ModelServer.start();
    server.answer = () => ({ status: 401, body: '{"error":{"message":"no"}}' });

    const { exit, lines } = await examine({
      LLM_BASE_URL: server.baseUrl,
      LLM_API_KEY: 'geheim',
      LLM_MODEL: 'klug',
    });
    await server.close();

    expect(exit).toBe(1);
    expect(lines.at(-1)).toBe(
      'Problem: Modell „klug“: Antworten als JSON – geht nicht (HTTP 401). Der Dienst lehnt ab. Bitte prüfen Sie LLM_BASE_URL, LLM_API_KEY (oder LLM_AUTH) und den Namen des Modells.',
    );
    expect(lines.join('\n')).not.toContain('geheim');
  });

  it('counts one as one', async () => {
    const heading = 'ags;name;kind;kreis_key;kreis;inhabitants;area_km2;lat;lon';
    write('communes.csv', `${heading}\n05962040;Menden;stadt;05962;MK;52608;86.1;51.4393;7.7953\n`);
    write('tenants.csv', 'key;communes\nmenden.example;05962040\n');
    write('synonyms.txt', 'Auto, Wagen\n');
    write('service-hosts.txt', 'teams.example\n');

    await putOneOfEach();

    expect((await examine()).lines.slice(1, 4)).toEqual([
      'In Ordnung: Betreiberdaten gelesen: 1 Kommune, 1 Zuordnung eines Mandanten, 1 Gruppe von Synonymen, 1 erlaubter Dienst.',
      'In Ordnung: Speicher „sqlite“ lässt sich öffnen: 1 Anwendungsfall.',
      'In Ordnung: Von sich aus schreiben kann der Bot an 1 Person, 1 Kanal, 1 Gruppenchat; nicht mehr erreichbar: 1.',
    ]);
  });

  it('names each wrong setting in a line of its own', async () => {
    expect(await examine({ PORT: 'abc', STORE: 'files' })).toEqual({
      exit: 1,
      lines: [
        'Problem: Eine Einstellung fehlt oder ist falsch: PORT: must be a whole number from 0 to 65535',
        'Problem: Eine Einstellung fehlt oder ist falsch: STORE: must be "sqlite" or "memory"',
      ],
    });
  });

  it("names file and line of a mistake in the operator's data", async () => {
    const file = write('synonyms.txt', 'KI, AI\n,,\n');

    expect(await examine()).toEqual({
      exit: 1,
      lines: [
        settingsGood,
        `Problem: Die Betreiberdaten lassen sich nicht lesen: ${file}, line 2: a group needs two different words or more, separated by commas`,
      ],
    });
  });

  it('says that another program, probably the bot, has the store', async () => {
    await startStoreProcess('hold', join(folder, 'store.sqlite')).lines(1);

    const { exit, lines } = await examine();

    expect(exit).toBe(1);
    expect(lines.slice(2)).toEqual([
      'Problem: Ein anderes Programm benutzt den Speicher, wahrscheinlich der laufende Bot. Beenden Sie ihn, um auch den Speicher zu prüfen.',
    ]);
  });

  it('says that the store cannot be where it should', async () => {
    const path = join(folder, 'store.sqlite');
    mkdirSync(path);

    const { exit, lines } = await examine();

    expect(exit).toBe(1);
    expect(lines.slice(2)).toEqual([
      `Problem: Der Speicher lässt sich nicht öffnen. Bitte prüfen Sie SQLITE_PATH und die Rechte: the store file ${path} is a directory, and a file is needed`,
    ]);
  });
});
