import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { communeId } from '../../src/domain/ids.ts';
import { OperatorFolder } from '../../src/store/operator/operator-folder.ts';
import { menden } from '../support/builders.ts';

const defaults = new URL('../../src/store/operator/defaults/', import.meta.url);
const heading = 'ags;name;kind;kreis_key;kreis;inhabitants;area_km2;lat;lon';
const mendenRow = '05962040;Menden;stadt;05962;Märkischer Kreis;52608;86.1;51.4393;7.7953';
const districtRow = '05962000;Märkischer Kreis;kreis;05962;Märkischer Kreis;410222;1061.06;51.2622;7.7047';
const communes = (...rows: readonly string[]) => [heading, ...rows].join('\n');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'operator-files-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What the folder says when this file stands in it and the others are the shipped ones. */
function read(file: string, content: string | Uint8Array) {
  writeFileSync(join(folder, file), content);
  return new OperatorFolder(folder).current();
}

/** The message about this file, without its path. */
function refusal(file: string, content: string | Uint8Array): string {
  try {
    read(file, content);
  } catch (error) {
    const isExpected = error instanceof Error && error.name === 'OperatorDataError';
    return isExpected ? error.message.replace(join(folder, file), '') : String(error);
  }
  return 'accepted';
}

/** German text as CP1252 has it: up to U+00FF the same numbers as Latin-1. */
function cp1252(text: string): Uint8Array {
  return Buffer.from(text.replaceAll('€', '\u0080'), 'latin1');
}

describe("the encoding of the operator's files", () => {
  const shipped = readFileSync(new URL('communes.csv', defaults), 'utf8');

  it.each([
    ['UTF-8', Buffer.from(shipped)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${shipped}`)],
    ['CP1252, as Excel saves it', cp1252(shipped.replaceAll('\n', '\r\n'))],
  ])('may be %s', (_, bytes) => {
    const names = [...read('communes.csv', bytes).communes.values()].map(({ name }) => name);

    expect(names).toHaveLength(64);
    expect(names).toContain('Märkischer Kreis');
    expect(names.join()).not.toContain('\ufffd');
  });

  it('is found out for every file by itself', () => {
    expect(read('synonyms.txt', cp1252('Gebühr, €-Betrag\n')).synonyms).toEqual([['Gebühr', '€-Betrag']]);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffKI, AI\n', 'utf16le'), 1],
    ['UTF-16 without a byte order mark', Buffer.from('KI, AI\n', 'utf16le'), 1],
    ['CP850', Buffer.concat([Buffer.from('KI, AI\nGeb'), Buffer.of(0x81), Buffer.from('hr, Kosten\n')]), 2],
    ['two encodings', Buffer.concat([Buffer.from('Gebühr, Kosten\nKI, AI\n'), cp1252('Straße, Weg\n')]), 3],
  ])('is refused when it is %s', (_, bytes, line) => {
    expect(refusal('synonyms.txt', bytes)).toBe(
      `, line ${line}: is neither UTF-8 nor Windows-1252; save the file as "CSV UTF-8"`,
    );
  });
});

describe('communes.csv', () => {
  const needed = `the first line must be ${heading}`;

  it.each([
    ['an empty file', '', `, line 1: the heading "ags" is missing; ${needed}`],
    ['one word', 'kaputt', `, line 1: the heading "ags" is missing; ${needed}`],
    [
      'a comma as separator',
      heading.replaceAll(';', ','),
      `, line 1: the heading "ags" is missing; ${needed}`,
    ],
    ['a missing heading', heading.replace('lat', 'x'), `, line 1: the heading "lat" is missing; ${needed}`],
    ['a heading twice', `${heading};lat`, ', line 1: the heading "lat" stands there twice'],
    ['no rows', communes(), ', line 1: below the headings at least one stadt or gemeinde is needed'],
    [
      'districts alone',
      communes(districtRow),
      ', line 1: below the headings at least one stadt or gemeinde is needed',
    ],
    ['an AGS without its zero', communes(mendenRow.slice(1)), ', line 2: ags must have 8 digits'],
    ['an AGS twice', communes(mendenRow, mendenRow), ', line 3: ags 05962040 stands there twice'],
    ['an empty name', communes(mendenRow.replace('Menden', '')), ', line 2: name must not be empty'],
    [
      'an unknown kind',
      communes(mendenRow.replace('stadt', 'Dorf')),
      ', line 2: kind must be stadt, gemeinde or kreis',
    ],
    [
      'no inhabitants',
      communes(mendenRow.replace('52608', '')),
      ', line 2: inhabitants must be a whole number without points',
    ],
    [
      'a comma before decimals',
      communes(mendenRow.replace('51.4393', '51,4393')),
      ', line 2: lat must be a number from -90 to 90, with a point before decimals',
    ],
    [
      'a latitude too far north',
      communes(mendenRow.replace('51.4393', '514393')),
      ', line 2: lat must be a number from -90 to 90, with a point before decimals',
    ],
    [
      'a cell too many, below an empty line',
      communes(mendenRow, '', `${districtRow};;x`),
      ', line 4: has another number of columns than the first line',
    ],
    [
      'an open quotation mark',
      communes(mendenRow.replace('Menden', '"Menden')),
      ', line 2: a quotation mark is not closed or in the wrong place (CSV_QUOTE_NOT_CLOSED)',
    ],
  ])('is refused with %s', (_, content, message) => {
    expect(refusal('communes.csv', content)).toBe(message);
  });

  it('may have further columns, no aliases, and the empty rows that Excel leaves at the end', () => {
    const content = [`${heading};note`, `${mendenRow};x`, ';;;;;;;;;', ''].join('\r\n');

    expect([...read('communes.csv', content).communes.keys()]).toEqual([menden]);
  });
});

describe('tenants.csv', () => {
  it.each([
    ['an empty file', '', ', line 1: the heading "key" is missing; the first line must be key;communes'],
    [
      'another heading',
      'key;kommunen\nmenden.example;05962040\n',
      ', line 1: the heading "communes" is missing; the first line must be key;communes',
    ],
    ['an empty key', 'key;communes\n\n ;05962040\n', ', line 3: key must not be empty'],
    ['no commune', 'key;communes\nmenden.example;\n', ', line 2: communes must not be empty'],
    [
      'an unknown AGS',
      'key;communes\nmenden.example;05962040|99999999\n',
      ', line 2: "99999999" is no AGS of communes.csv',
    ],
    [
      'several lines in one cell',
      'key;communes\nmenden.example;"0596\n2040"\n',
      String.raw`, line 3: "0596\n2040" is no AGS of communes.csv`,
    ],
  ])('is refused with %s', (_, content, message) => {
    expect(refusal('tenants.csv', content)).toBe(message);
  });

  it('gives a tenant or a mail domain its communes', () => {
    const { communesOf } = read('tenants.csv', 'key;communes\nMenden.Example;05962040 | 05962000\n');

    expect([...communesOf]).toEqual([['menden.example', [menden, communeId('05962000')]]]);
  });
});

describe('synonyms.txt', () => {
  it.each([',,', 'KI', 'KI,', 'KI, ki'])('is refused with the group "%s"', (group) => {
    expect(refusal('synonyms.txt', `# Wörter\n${group}\n`)).toBe(
      ', line 2: a group needs two different words or more, separated by commas',
    );
  });

  it('may have empty parts, empty lines and comments, and may be empty', () => {
    expect(read('synonyms.txt', '\n# Wörter\nAuto,, Wagen,\n').synonyms).toEqual([['Auto', 'Wagen']]);
    expect(read('synonyms.txt', '').synonyms).toEqual([]);
  });
});

describe('service-hosts.txt', () => {
  it.each([
    '*.trafficmanager.net',
    'http://x',
    'https://smba.trafficmanager.net',
    'smba.trafficmanager.net:443',
    'smba.trafficmanager.net/teams',
    'user@smba.trafficmanager.net',
    'SMBA.trafficmanager.net',
    'smba.trafficmanager.net.',
    'smba..net',
    '-smba.net',
    'smba_1.net',
    'localhost',
    '127.0.0.1',
    '0x7f.0.0.0x1',
    '127.1',
    '[::1]',
    'größe.example',
    'one.example two.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(125)}example`,
  ])('is refused with "%s"', (line) => {
    expect(refusal('service-hosts.txt', `# Hosts\n\nteams.example\n${line}\n`)).toMatch(
      /^, line 4: ".+" must be an exact host name in lower case: no wildcard, scheme, port, path or IP address$/,
    );
  });

  it('takes exact names', () => {
    const hosts = ['teams.example', 'smba.infra.gcc.teams.microsoft.com', 'a-1.2b.example'];

    expect([...read('service-hosts.txt', `# Hosts\r\n${hosts.join('\r\n')}`).serviceHosts]).toEqual(hosts);
  });
});

describe('a file that cannot be read', () => {
  it('is named', () => {
    mkdirSync(join(folder, 'synonyms.txt'));

    expect(() => new OperatorFolder(folder)).toThrow(
      `${join(folder, 'synonyms.txt')}: cannot be read (EISDIR)`,
    );
  });
});
