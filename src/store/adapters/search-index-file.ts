import { open, readFile, rename, rm } from 'node:fs/promises';
import type { IndexFile } from '../../ports/index-file.ts';

/**
 * A file that only this account can read. It is written beside its place and then moved there, so that nobody ever finds half of one. One
 * process at a time may use it; whoever holds the lock of the store does.
 */
export function createSearchIndexFile(path: string): IndexFile {
  const unfinished = `${path}.new`;
  return {
    async read() {
      // A process that was killed may have left one, with words that are to be gone by now.
      await rm(unfinished, { force: true });
      try {
        return await readFile(path);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
          return undefined;
        }
        throw error;
      }
    },

    async write(chunks) {
      await rm(unfinished, { force: true });
      try {
        await writeDurably(unfinished, chunks);
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },

    async remove() {
      await rm(unfinished, { force: true });
      await rm(path, { force: true });
    },
  };
}

/** Chunk by chunk, so that others get their turn in between. */
async function writeDurably(path: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for (const chunk of chunks) {
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}
