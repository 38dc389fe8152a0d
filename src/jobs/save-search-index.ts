import type { Deps } from '../deps.ts';
import { minuteMs, secondMs } from '../domain/instant.ts';
import type { IndexFile } from '../ports/index-file.ts';
import type { Repeating } from './repeat.ts';

/** Within this time the words of a use case that was changed or removed are gone from the file of the index, too. */
export const saveIndexEveryMs = minuteMs;
/** How long the end of the program may wait for the last time. */
const lastSaveMs = 3 * secondMs;
/** How often a save begins anew because a use case changed meanwhile. */
const attempts = 3;

/**
 * Saves the index when it differs from what is saved: at once, every minute, and at the end. What cannot be saved is removed, since it
 * holds what should be gone; a failing disk is logged once, and the bot serves on from memory.
 */
export function saveSearchIndex(
  deps: Pick<Deps, 'catalogue' | 'logger'>,
  indexFile: IndexFile,
  savedRevision: number | undefined,
): Repeating {
  const { catalogue, logger } = deps;
  let saved = savedRevision;
  let isFailing = false;
  let running = Promise.resolve();

  /** Answers the revision that is saved now; nothing when use cases keep changing. */
  async function write(): Promise<number | undefined> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const { revision } = catalogue;
      try {
        await indexFile.write(catalogue.save());
        return revision;
      } catch (error) {
        if (revision === catalogue.revision) {
          throw error;
        }
      }
    }
    await indexFile.remove();
    return undefined;
  }

  async function save(): Promise<void> {
    if (saved === catalogue.revision) {
      return;
    }
    try {
      saved = await write();
      isFailing = false;
    } catch (error) {
      await giveUp(error);
    }
  }

  async function giveUp(error: unknown): Promise<void> {
    if (!isFailing) {
      logger.error('search-index.not-saved', { error });
    }
    try {
      await indexFile.remove();
    } catch (secondError) {
      if (!isFailing) {
        logger.error('search-index.outdated', { error: secondError });
      }
    }
    isFailing = true;
  }

  function hurry(): void {
    running = running.then(save);
  }

  hurry();
  const timer = setInterval(hurry, saveIndexEveryMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      hurry();
      const deadline = new Promise<void>((resolve) => {
        setTimeout(resolve, lastSaveMs).unref();
      });
      await Promise.race([running, deadline]);
    },
  };
}
