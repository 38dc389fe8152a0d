import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');
const scripts = Object.keys(
  z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json'))).scripts,
);

describe('README.md', () => {
  it('begins with what it is, one picture and the two commands', () => {
    const start = readme.slice(0, 1200);

    expect(start).toMatch(/^# KI-Community bot\n\n\S/);
    expect(start).toMatch(/!\[[^\]]{10,}\]\([^)]+\.png\)/);
    expect(start).toContain('npm ci && npm run demo');
    expect(start).toContain('npm ci && npm test');
  });

  it('names every script and no other', () => {
    const named = [...readme.matchAll(/npm (?:run )?([a-z][a-z0-9:]*)/g)].map(([, name = '']) => name);
    const known = new Set([...scripts, 'ci', 'from', 'package']);

    expect(scripts.filter((script) => !named.includes(script))).toEqual([]);
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('links and names files that exist', () => {
    const files = [...readme.matchAll(/`((?:src|test|appPackage|infra)\/[\w./-]*)`|\]\(([\w./-]+)\)/g)].map(
      ([, named, linked]) => named ?? linked ?? '',
    );
    const missing = files.filter((file) => {
      try {
        return read(file) === undefined;
      } catch (error) {
        return !(error instanceof Error && 'code' in error && error.code === 'EISDIR');
      }
    });

    expect(missing).toEqual([]);
  });

  it('has the glossary words that the code uses', () => {
    const code = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(join('src', file)))
      .join('\n');
    const words = [...readme.matchAll(/^\| `(\w+)`/gm)].map(([, word = '']) => word);

    expect(words.length).toBeGreaterThan(10);
    expect(words.filter((word) => !code.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  });
});

describe('env.sample', () => {
  it('has every setting that the code reads, and no other', () => {
    const sample = [...read('env.sample').matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name);
    const code = `${read('src/config.ts')}\n${read('src/config-models.ts')}`;
    const schema = [...code.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name = '']) => name);

    expect(sample.sort()).toEqual(schema.sort());
  });
});

describe('the words on the cards', () => {
  it('never say "Treffer", "Bescheid" for a notification, or an exclamation mark', () => {
    const texts = readdirSync(join(root, 'src/texts'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => read(join('src/texts', file)));
    const literals = texts.flatMap((text) =>
      [...text.matchAll(/'[^'\n]*'|`[^`]*`/g)].map(([literal]) => literal),
    );

    expect(literals.length).toBeGreaterThan(100);
    expect(literals.filter((literal) => /Treffer|Bescheid geben|[A-Za-zäöüß]!/.test(literal))).toEqual([]);
  });
});
