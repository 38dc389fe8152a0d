import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSearchIndexFile } from '../../src/store/adapters/search-index-file.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'index-'));
  path = join(folder, 'store.search-index');
});

afterEach(() => rmSync(folder, { recursive: true }));

function chunksOf(...texts: readonly string[]): Uint8Array[] {
  return texts.map((text) => Buffer.from(text));
}

describe('the file of the search index', () => {
  it('gives back what was written last, and nothing before', async () => {
    const file = createSearchIndexFile(path);

    const before = await file.read();
    await file.write(chunksOf('first, and longer'));
    await file.write(chunksOf('sec', 'ond'));

    expect(before).toBeUndefined();
    expect(String(await file.read())).toBe('second');
    expect(readdirSync(folder)).toEqual(['store.search-index']);
  });

  it('can be read by its owner alone, whatever was left there', async () => {
    writeFileSync(path, '', { mode: 0o644 });
    writeFileSync(`${path}.new`, '', { mode: 0o644 });

    await createSearchIndexFile(path).write(chunksOf('words'));

    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('stays as it was when what is to be written breaks off', async () => {
    const file = createSearchIndexFile(path);
    await file.write(chunksOf('first'));
    function* breakingOff(): Generator<Uint8Array> {
      yield* chunksOf('half');
      throw new Error('changed meanwhile');
    }

    await expect(file.write(breakingOff())).rejects.toThrow('changed meanwhile');

    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(readdirSync(folder)).toEqual(['store.search-index']);
  });

  it('stays away, and leaves nothing beside, when its place is taken', async () => {
    mkdirSync(path);
    const file = createSearchIndexFile(path);

    await expect(file.write(chunksOf('words'))).rejects.toThrow(/EISDIR|ENOTEMPTY/);
    await expect(file.read()).rejects.toThrow('EISDIR');

    expect(readdirSync(folder)).toEqual(['store.search-index']);
  });

  it('removes what a killed process has left half written', async () => {
    writeFileSync(`${path}.new`, 'canary');

    await createSearchIndexFile(path).read();

    expect(readdirSync(folder)).toEqual([]);
  });

  it('can be removed, and once more', async () => {
    const file = createSearchIndexFile(path);
    await file.write(chunksOf('words'));

    await file.remove();
    await file.remove();

    expect(readdirSync(folder)).toEqual([]);
  });
});
