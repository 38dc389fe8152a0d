import { constants } from 'node:fs';
import { access, mkdir, open, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { StoreLocationError } from './sqlite-errors.ts';

/** Linux's magic numbers (statfs(2)) of file systems that other machines may write to as well. */
const sharedFileSystems = new Map([
  [0x6969, 'nfs'],
  [0x517b, 'smb'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb2'],
  [0x65735546, 'fuse'],
  [0x01021997, '9p'],
  [0x5346414f, 'afs'],
  [0x6b414653, 'afs'],
  [0x73757245, 'coda'],
  [0x00c36400, 'ceph'],
  [0x0bd00bd0, 'lustre'],
  [0x01161970, 'gfs2'],
  [0x7461636f, 'ocfs2'],
  [0x564c, 'ncp'],
]);

/** The number of the file system that holds this path, as statfs(2) gives it. */
export type FileSystemType = (existingPath: string) => Promise<number>;

async function askFileSystemType(existingPath: string): Promise<number> {
  return (await statfs(existingPath)).type;
}

/**
 * Makes sure that a store file can live at this path; makes its directory and, readable by this account only, the empty
 * file. Throws `StoreLocationError`.
 */
export async function prepareLocation(
  file: string,
  fileSystemType: FileSystemType = askFileSystemType,
): Promise<void> {
  const directory = path.dirname(path.resolve(file));
  const kind = sharedFileSystems.get((await fileSystemType(await nearestExisting(directory))) >>> 0);
  if (kind !== undefined) {
    throw new StoreLocationError(file, 'network-share', new Error(`the file system is ${kind}`));
  }
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK | constants.X_OK);
    await createOrAccess(file);
  } catch (error) {
    throw new StoreLocationError(file, 'not-writable', error);
  }
  if ((await stat(file)).isDirectory()) {
    throw new StoreLocationError(file, 'is-a-directory');
  }
}

/**
 * An existing file is never opened here: closing it again would drop the locks that this process holds on it
 * (https://www.sqlite.org/howtocorrupt.html, 2.2).
 */
async function createOrAccess(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) {
      throw error;
    }
    await access(file, constants.R_OK | constants.W_OK);
  }
}

async function nearestExisting(directory: string): Promise<string> {
  try {
    await stat(directory);
    return directory;
  } catch (error) {
    const parent = path.dirname(directory);
    if (parent === directory || !(hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR'))) {
      return parent;
    }
    return nearestExisting(parent);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
