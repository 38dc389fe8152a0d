import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildPackage } from '../../src/cli/package/build-package.ts';
import { checkManifest } from '../../src/cli/package/check-manifest.ts';
import { readSettings } from '../../src/cli/package/read-settings.ts';
import { toPixels, unzip, values } from './package-fixture.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'src/cli/package.ts');
const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).version;
const good = { BOT_ID: values.BOT_ID, PUBLIC_URL: 'https://bot.example.org/' };

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  for (const file of ['manifest.json', 'color.png', 'outline.png']) {
    await cp(join(root, 'appPackage', file), join(folder, 'appPackage', file));
  }
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function run(settings: Readonly<Record<string, string>>) {
  const flags = ['--disable-warning=ExperimentalWarning', program];
  return new Promise<{ code: unknown; out: string; errors: string }>((resolve) => {
    execFile(process.execPath, flags, { env: settings, cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, out: stdout.trim(), errors: stderr.trim() });
    });
  });
}

async function edit(change: (manifest: Record<string, unknown>) => void): Promise<void> {
  const path = join(folder, 'appPackage/manifest.json');
  const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')));
  change(manifest);
  await writeFile(path, JSON.stringify(manifest));
}

async function problemsOf(): Promise<readonly string[]> {
  const result = await buildPackage(join(folder, 'appPackage'), values);
  return result.kind === 'problems' ? result.problems.map((line) => line.replace(`${folder}/`, '')) : [];
}

function zipFile(): string {
  return join(folder, 'appPackage/build/ki-community.zip');
}

describe('npm run package', () => {
  it('writes a zip of exactly the manifest and two icons, with the version of package.json', async () => {
    const { code, out, errors } = await run(good);

    expect(errors).toBe('');
    expect(code).toBe(0);
    expect(out).toBe(
      `appPackage/build/ki-community.zip geschrieben: Version ${version}, https://bot.example.org. Laden Sie die Datei im Teams Admin Center hoch.`,
    );
    const files = await unzip(readFileSync(zipFile()));
    expect([...files.keys()]).toEqual(['manifest.json', 'color.png', 'outline.png']);
    expect(files.get('color.png')).toEqual(readFileSync(join(root, 'appPackage/color.png')));
    expect(files.get('outline.png')).toEqual(readFileSync(join(root, 'appPackage/outline.png')));
    const manifest: unknown = JSON.parse(files.get('manifest.json')?.toString('utf8') ?? '');
    expect(checkManifest(manifest)).toEqual([]);
    expect(manifest).toMatchObject({
      version,
      id: values.BOT_ID,
      bots: [{ botId: values.BOT_ID }],
      validDomains: ['bot.example.org'],
      developer: {
        websiteUrl: 'https://bot.example.org/',
        privacyUrl: 'https://bot.example.org/datenschutz',
        termsOfUseUrl: 'https://bot.example.org/nutzung',
      },
    });
    expect(JSON.stringify(manifest)).not.toContain('${');
  });

  it('names a missing PUBLIC_URL in one line and writes nothing', async () => {
    const { code, out, errors } = await run({ BOT_ID: values.BOT_ID, PUBLIC_URL: ' ' });

    expect(code).toBe(1);
    expect(out).toBe('');
    expect(errors).toBe(
      'PUBLIC_URL fehlt. Setzen Sie die Umgebungsvariable, zum Beispiel PUBLIC_URL=https://bot.example.org',
    );
    expect(existsSync(join(folder, 'appPackage/build'))).toBe(false);
  });

  it('names every problem at once, one line each', async () => {
    await rm(join(folder, 'appPackage/color.png'));
    await cp(join(root, 'appPackage/color.png'), join(folder, 'appPackage/outline.png'));
    await writeFile(join(folder, 'appPackage/manifest.json'), '{"name":');

    const { code, errors } = await run(good);

    expect(code).toBe(1);
    expect(errors.split('\n')).toEqual([
      'appPackage/manifest.json ist kein gültiges JSON.',
      'appPackage/color.png fehlt oder lässt sich nicht lesen.',
      'outline.png muss 32 × 32 Pixel groß sein und ist 192 × 192 Pixel groß.',
      'outline.png braucht einen durchsichtigen Hintergrund.',
    ]);
  });

  it('says so when the zip cannot be written', async () => {
    await writeFile(join(folder, 'appPackage/build'), 'in the way');

    const { code, errors } = await run(good);

    expect(code).toBe(1);
    expect(errors).toBe(
      'appPackage/build/ki-community.zip lässt sich nicht schreiben. Bitte die Rechte des Ordners prüfen.',
    );
  });
});

describe('the settings of a package', () => {
  const problems = (settings: Readonly<Record<string, string>>, of = '1.2.3') => {
    const result = readSettings({ ...good, ...settings }, of);
    return result.kind === 'problems' ? result.problems.map((line) => line.slice(0, 24)) : [];
  };

  it.each([
    [{}, []],
    [{ PUBLIC_URL: 'https://bot.example.org:8443' }, []],
    [{ PUBLIC_URL: 'http://bot.example.org' }, ['PUBLIC_URL muss eine Adr']],
    [{ PUBLIC_URL: 'https://bot.example.org/bot' }, ['PUBLIC_URL muss eine Adr']],
    [{ PUBLIC_URL: 'https://name:word@bot.example.org' }, ['PUBLIC_URL muss eine Adr']],
    [{ PUBLIC_URL: 'bot.example.org' }, ['PUBLIC_URL muss eine Adr']],
    [{ BOT_ID: '' }, ['BOT_ID fehlt. Setzen Sie']],
    [{ BOT_ID: '00000000-0000-0000-0000-000000000000' }, ['BOT_ID ist noch das Beis']],
    [{ BOT_ID: '1b2c3d4e' }, ['BOT_ID muss die Anwendun']],
    [{ BOT_ID: '', PUBLIC_URL: '' }, ['BOT_ID fehlt. Setzen Sie', 'PUBLIC_URL fehlt. Setzen']],
  ])('%j', (settings, expected) => {
    expect(problems(settings)).toEqual(expected);
  });

  it('need a version of three numbers', () => {
    expect(problems({}, '1.2.3-beta')).toEqual(['Die Version „1.2.3-beta“']);
  });
});

describe('the zip', () => {
  it('has the same bytes whenever and wherever it is built', async () => {
    await run({ ...good, TZ: 'America/Los_Angeles' });
    const first = readFileSync(zipFile());
    await run({ ...good, TZ: 'Pacific/Auckland' });
    const second = readFileSync(zipFile());

    expect(second.equals(first)).toBe(true);
    // Time and date of the first file: midnight on 1 January 1980.
    expect(first.readUInt32LE(10)).toBe(0x0021_0000);
  });
});

describe('the check of a manifest', () => {
  it.each<[string, (manifest: Record<string, unknown>) => void, readonly string[]]>([
    ['a missing field', (m) => delete m['name'], ['manifest.json: In „/“ fehlt „name“.']],
    [
      'a field that the schema does not know',
      (m) => (m['permission'] = []),
      ['manifest.json: „permission“ ist in „/“ nicht erlaubt.'],
    ],
    [
      'a name that is too long',
      (m) => (m['name'] = { short: 'x'.repeat(31) }),
      ['manifest.json: „/name/short“ ist länger als 30 Zeichen.'],
    ],
    [
      'a colour that is none',
      (m) => (m['accentColor'] = 'blau'),
      ['manifest.json: „/accentColor“ entspricht nicht dem Schema (pattern).'],
    ],
    [
      'a placeholder that nothing fills',
      (m) => (m['version'] = '${{VERSION}}'),
      ['manifest.json: Der Platzhalter „VERSION“ ist nicht bekannt.'],
    ],
    [
      'a version without a schema',
      (m) => (m['manifestVersion'] = '1.18'),
      [
        'manifest.json: Für „manifestVersion“ 1.18 liegt kein Schema vor. Bitte „npm ci“ ausführen oder die Version berichtigen.',
      ],
    ],
    [
      'teams without a word on channels',
      (m) => delete m['supportsChannelFeatures'],
      [
        'manifest.json: „supportsChannelFeatures“ fehlt. Ab Manifest 1.25 lehnt Teams eine App mit dem Bereich „team“ ohne dieses Feld ab.',
      ],
    ],
    [
      'more commands than Teams shows',
      (m) => {
        const commands = Array.from({ length: 11 }, (_, index) => ({ title: `Frage ${index}` }));
        const commandLists = [{ scopes: ['personal'], commands }];
        m['bots'] = [{ botId: values.BOT_ID, scopes: ['personal'], commandLists }];
      },
      ['manifest.json: Für „personal“ gibt es mehr als 10 Befehle; Teams zeigt höchstens 10.'],
    ],
  ])('names %s', async (_, change, expected) => {
    await edit(change);

    expect(await problemsOf()).toEqual(expected);
  });

  it('is made against the newest schema that @microsoft/app-manifest brings', () => {
    const schemas = join(root, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
    const minors = readdirSync(schemas).map((name) => Number(/^v1\.(\d+)$/.exec(name)?.[1] ?? -1));
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'appPackage/manifest.json'), 'utf8'));
    const newest = `1.${Math.max(...minors)}`;

    expect(manifest).toMatchObject({
      manifestVersion: newest,
      $schema: `https://developer.microsoft.com/json-schemas/teams/v${newest}/MicrosoftTeams.schema.json`,
    });
  });
});

describe('the icons', () => {
  it('are 192 × 192, and 32 × 32 in nothing but white on transparent', () => {
    const color = readFileSync(join(root, 'appPackage/color.png'));
    const outline = readFileSync(join(root, 'appPackage/outline.png'));
    const pixels = toPixels(outline);
    const drawn = pixels.filter(({ alpha }) => alpha > 0);

    expect([color.readUInt32BE(16), color.readUInt32BE(20)]).toEqual([192, 192]);
    expect(pixels).toHaveLength(32 * 32);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.length).toBeLessThan(32 * 32 * 0.6);
    expect(drawn.filter(({ red, green, blue }) => red + green + blue < 3 * 255)).toEqual([]);
  });
});
