import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { hashSources } from '../../src/system/hash-sources.ts';

it('names the code of a folder, and differently after any change of it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  const url = pathToFileURL(`${folder}/`);
  const names: string[] = [];
  const change = (work: () => void) => {
    work();
    names.push(hashSources(url));
  };
  change(() => mkdirSync(join(folder, 'german')));
  change(() => writeFileSync(join(folder, 'german', 'stem.ts'), 'one'));
  change(() => writeFileSync(join(folder, 'german', 'stem.ts'), 'two'));
  change(() => renameSync(join(folder, 'german', 'stem.ts'), join(folder, 'german', 'fold.ts')));
  change(() => writeFileSync(join(folder, 'tokenize.ts'), ''));
  const before = hashSources(url);
  writeFileSync(join(folder, 'README.md'), 'words about the code');
  const after = hashSources(url);
  rmSync(folder, { recursive: true });

  expect(new Set(names).size).toBe(names.length);
  expect(before).toBe(names.at(-1));
  expect(after).toBe(before);
});
