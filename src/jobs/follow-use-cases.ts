import type { Deps } from '../deps.ts';
import { secondMs } from '../domain/instant.ts';

const pollEveryMs = 5 * secondMs;

export interface Following {
  stop(): Promise<void>;
}

/**
 * Fills the catalogue from the store and keeps it true: after writes of this process at once, after those of others within
 * seconds. Resolves when everything that is stored can be found.
 */
export async function followUseCases(
  deps: Pick<Deps, 'useCases' | 'catalogue' | 'logger'>,
): Promise<Following> {
  let cursor: string | undefined;
  let running = Promise.resolve();

  async function catchUp(): Promise<void> {
    for (let more = true; more;) {
      const changes = await deps.useCases.changes(cursor);
      for (const { value, etag } of changes.written) {
        deps.catalogue.put(value, etag);
      }
      for (const id of changes.removed) {
        deps.catalogue.remove(id);
      }
      cursor = changes.cursor;
      more = changes.more;
    }
  }

  function hurry(): void {
    running = running.then(catchUp).catch((error: unknown) => {
      deps.logger.error('catalogue.behind', { error });
    });
  }

  await catchUp();
  deps.catalogue.removeStrays();
  const stopListening = deps.useCases.onChange(hurry);
  const timer = setInterval(hurry, pollEveryMs);
  timer.unref();
  return {
    async stop() {
      stopListening();
      clearInterval(timer);
      await running;
    },
  };
}
