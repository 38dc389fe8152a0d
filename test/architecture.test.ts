import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../src');

/** Who may import what of ours. A folder that does not stand here may not exist. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  search: [],
  demo: [],
  config: ['config-models'],
  'config-models': [],
  ports: ['domain'],
  texts: ['domain'],
  deps: ['domain', 'ports', 'store', 'features'],
  store: ['domain', 'ports'],
  features: ['deps', 'domain', 'ports', 'search', 'store'],
  cards: ['domain', 'texts', 'features'],
  chat: ['deps', 'features', 'cards', 'texts', 'search', 'domain'],
  teams: ['chat', 'cards', 'domain', 'ports', 'texts'],
  system: ['config', 'domain', 'ports'],
  llm: ['config-models', 'domain', 'ports'],
  jobs: ['deps', 'domain', 'features', 'ports'],
  http: ['deps', 'features', 'cards', 'texts', 'config'],
  cli: ['deps', 'features', 'texts', 'config', 'app', 'workbench', 'search'],
  stores: ['ports', 'store'],
  'personal-data-sources': ['deps', 'features'],
  workbench: ['*'],
  'first-start': ['*'],
  app: ['*'],
  index: ['*'],
};

/** Folders that import no package and nothing of Node either. */
const pure = new Set(['domain', 'search', 'demo', 'texts', 'ports']);

/** Each SDK has one home. */
const homes: Readonly<Record<string, string>> = {
  botbuilder: 'teams/',
  'botbuilder-core': 'teams/',
  'botframework-connector': 'teams/',
  'botframework-schema': 'teams/',
  '@microsoft/teams-ai': 'teams/',
  jose: 'teams/',
  openai: 'llm/',
  '@azure/identity': 'llm/',
  '@azure/cosmos': 'store/adapters/',
  'node:sqlite': 'store/adapters/',
  restify: 'http/',
  'ical-generator': 'http/',
  luxon: 'http/',
  'timezones-ical-library': 'http/',
  '@resvg/resvg-wasm': 'system/',
  pino: 'system/',
  exceljs: 'features/exchange/',
  yauzl: 'features/exchange/',
  jszip: 'cli/package/',
  'ajv-draft-04': 'cli/package/',
};

/** Where German words may stand as string literals: what people read, understand or try. */
const germanPlaces = ['texts/', 'search/german/', 'demo/'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const code = readFileSync(join(src, file), 'utf8');
  const statements = code.matchAll(
    /^\s*(?:import|export)\s(?<clause>type\s)?[^;'"]*?from\s+'(?<from>[^']+)'|^import\s+'(?<bare>[^']+)'|\bimport\('(?<dynamic>[^']+)'\)/gm,
  );
  return [...statements].map(({ groups }) => ({
    target: groups?.['from'] ?? groups?.['bare'] ?? groups?.['dynamic'] ?? '',
    typeOnly: groups?.['clause'] !== undefined,
  }));
}

/** "features/ask/x.ts" is of "features", "deps.ts" of "deps". */
function placeOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');
}

function ownTarget(file: string, target: string): string {
  return relative(src, resolve(src, dirname(file), target)).replaceAll('\\', '/');
}

describe('the architecture', () => {
  it('knows every folder', () => {
    const unknown = files.map(placeOf).filter((place) => mayImport[place] === undefined);

    expect([...new Set(unknown)]).toEqual([]);
  });

  it('imports only along the table', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const place = placeOf(file);
      const allowed = mayImport[place] ?? [];
      for (const { target } of importsOf(file)) {
        if (!target.startsWith('.')) {
          continue;
        }
        const other = placeOf(ownTarget(file, target));
        if (other !== place && !allowed.includes(other) && !allowed.includes('*')) {
          wrong.push(`${file} → ${other}`);
        }
      }
    }

    expect(wrong).toEqual([]);
  });

  it('lets cards take types alone from features', () => {
    const values = files
      .filter((file) => placeOf(file) === 'cards')
      .flatMap((file) =>
        importsOf(file)
          .filter(({ target, typeOnly }) => target.includes('/features/') && !typeOnly)
          .map(({ target }) => `${file} → ${target}`),
      );

    expect(values).toEqual([]);
  });

  it('keeps the pure folders without packages', () => {
    const impure = files
      .filter((file) => pure.has(placeOf(file)))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ target }) => !target.startsWith('.'))
          .map(({ target }) => `${file} → ${target}`),
      );

    expect(impure).toEqual([]);
  });

  it('keeps every SDK at home', () => {
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => homes[target] !== undefined && !file.startsWith(homes[target]))
        .map(({ target }) => `${file} → ${target}`),
    );

    expect(strays).toEqual([]);
  });

  it('asks for clock, chance and environment through ports only', () => {
    const places = new Set([
      'domain',
      'search',
      'ports',
      'store',
      'features',
      'cards',
      'chat',
      'jobs',
      'texts',
    ]);
    const forbidden = /new Date\(\)|Date\.now\(\)|Math\.random\(|process\.env/;
    const wrong = files.filter(
      (file) =>
        places.has(placeOf(file)) && forbidden.test(withoutComments(readFileSync(join(src, file), 'utf8'))),
    );

    expect(wrong).toEqual([]);
  });

  it('has German letters in string literals only where German is at home', () => {
    const wrong = files
      .filter((file) => !germanPlaces.some((place) => file.startsWith(place)))
      .filter((file) => germanLiteral.test(withoutComments(readFileSync(join(src, file), 'utf8'))));

    expect(wrong).toEqual([]);
  });

  it('keeps files short', () => {
    const lengths = files
      .filter((file) => placeOf(file) !== 'demo')
      .map((file) => ({ file, lines: readFileSync(join(src, file), 'utf8').split('\n').length }));
    const sorted = lengths.map(({ lines }) => lines).sort((one, other) => one - other);

    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
  });
});

const germanLiteral = /'[^'\n]*[äöüÄÖÜß][^'\n]*'|`[^`]*[äöüÄÖÜß][^`]*`|"[^"\n]*[äöüÄÖÜß][^"\n]*"/;

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:])\/\/.*$/gm, '$1');
}
