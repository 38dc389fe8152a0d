import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { startStoreProcess, temporaryFile } from './sqlite-scene.ts';

const clock = new FakeClock(0);

function aStore(file: string, fileSystem?: number) {
  const store = createSqliteStore({
    path: file,
    clock,
    lockWaitMs: 100,
    ...(fileSystem !== undefined && { fileSystemType: () => Promise.resolve(fileSystem) }),
  });
  onTestFinished(() => store.close());
  return store;
}

describe('one process has the file', () => {
  it('refuses a second process while the first runs, and lets it in after a kill', async () => {
    const file = temporaryFile();
    const first = startStoreProcess('hold', file);
    await first.lines(1);

    const refused = aStore(file).open([]);
    await expect(refused).rejects.toMatchObject({
      name: 'StoreLockedError',
      path: file,
      message: `another process uses the store file ${file}`,
    });
    await first.kill();

    await expect(aStore(file).open([])).resolves.toBeUndefined();
  });

  it('refuses other processes while this one has it', async () => {
    const file = temporaryFile();
    await aStore(file).open([]);

    const [line] = await startStoreProcess('hold', file).lines(1);

    expect(line).toBe(`StoreLockedError: another process uses the store file ${file}`);
  });

  it('refuses a second store in the same process, and lets it in after closing', async () => {
    const file = temporaryFile();
    const first = aStore(file);
    await first.open([]);

    await expect(aStore(file).open([])).rejects.toMatchObject({ name: 'StoreLockedError' });
    await first.close();

    await expect(aStore(file).open([])).resolves.toBeUndefined();
  });

  it('lets in exactly one of four processes that start at the same time', async () => {
    const file = temporaryFile();

    const processes = Array.from({ length: 4 }, () => startStoreProcess('hold', file).lines(1));
    const lines = (await Promise.all(processes)).map(([line]) => line);

    expect(lines.filter((line) => line === 'open')).toHaveLength(1);
    expect(lines.filter((line) => line?.startsWith('StoreLockedError'))).toHaveLength(3);
  });

  it('waits for one that is just ending', async () => {
    const file = temporaryFile();
    const first = aStore(file);
    await first.open([]);

    const second = createSqliteStore({ path: file, clock, lockWaitMs: 5000 });
    onTestFinished(() => second.close());
    const opening = second.open([]);
    await pause(100);
    await first.close();

    await expect(opening).resolves.toBeUndefined();
  });

  it('can be opened after it was refused', async () => {
    const file = temporaryFile();
    const first = aStore(file);
    await first.open([]);
    const second = aStore(file);
    await expect(second.open([])).rejects.toMatchObject({ name: 'StoreLockedError' });

    await first.close();

    await expect(second.open([])).resolves.toBeUndefined();
  });
});

describe('where the file is', () => {
  it.each([
    ['NFS', 0x6969],
    ['SMB', 0x517b],
    ['CIFS', 0xff534d42],
    // As a signed number, which is how some platforms give it.
    ['SMB2', 0xfe534d42 | 0],
    ['FUSE (sshfs)', 0x65735546],
    ['9p', 0x01021997],
  ])('refuses a share over %s', async (_, type) => {
    const file = temporaryFile();

    await expect(aStore(file, type).open([])).rejects.toMatchObject({
      name: 'StoreLocationError',
      reason: 'network-share',
      path: file,
    });
    expect(() => statSync(file)).toThrow('ENOENT');
  });

  it.each([
    ['ext4', 0xef53],
    ['tmpfs', 0x01021994],
    ['overlayfs', 0x794c7630],
  ])('accepts %s', async (_, type) => {
    await expect(aStore(temporaryFile(), type).open([])).resolves.toBeUndefined();
  });

  it('makes the directories and a file that nobody else can read', async () => {
    const file = path.join(path.dirname(temporaryFile()), 'data', 'deep', 'store.sqlite');

    await aStore(file).open([]);

    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('refuses a directory', async () => {
    const file = temporaryFile();
    mkdirSync(file);

    await expect(aStore(file).open([])).rejects.toMatchObject({ reason: 'is-a-directory' });
  });

  it('refuses a path below a file', async () => {
    const file = temporaryFile();
    writeFileSync(file, '');

    await expect(aStore(path.join(file, 'store.sqlite')).open([])).rejects.toMatchObject({
      reason: 'not-writable',
    });
  });

  it('refuses a directory in which this account may not write', async () => {
    const file = temporaryFile();
    chmodSync(path.dirname(file), 0o555);
    // Root may write anywhere, so it steps down for this.
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

    const [line] = await startStoreProcess('hold', file, nobody).lines(1);

    expect(line).toBe(`StoreLocationError: the store file ${file} cannot be written by this process`);
  });

  it('refuses a file that is no database and leaves it as it is', async () => {
    const file = temporaryFile();
    writeFileSync(file, 'Dear diary, '.repeat(100));

    await expect(aStore(file).open([])).rejects.toMatchObject({ reason: 'not-a-store' });
    expect(readFileSync(file, 'utf8')).toBe('Dear diary, '.repeat(100));
  });

  it('refuses a file of a newer version of the program', async () => {
    const file = temporaryFile();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 1000');
    database.close();

    await expect(aStore(file).open([])).rejects.toMatchObject({ reason: 'newer-layout' });
  });
});
