import type { Deps } from '../deps.ts';
import { secondMs } from '../domain/instant.ts';

const pollEveryMs = 5 * secondMs;

export interface Following {
  stop(): Promise<void>;
}

/** A change feed, and what is kept true by it. */
export interface Feed {
  /** For the log. */
  readonly name: string;
  /** Takes over what was changed since the cursor. */
  follow(cursor: string | undefined): Promise<{ readonly cursor: string; readonly more: boolean }>;
  onChange(listener: () => void): () => void;
}

/**
 * Fills something from the store and keeps it true: after writes of this process at once, after those of others within seconds. Resolves
 * when everything that is stored is in it.
 */
export async function followFeed({ logger }: Pick<Deps, 'logger'>, feed: Feed): Promise<Following> {
  let cursor: string | undefined;
  let running = Promise.resolve();

  async function catchUp(): Promise<void> {
    for (let more = true; more;) {
      ({ cursor, more } = await feed.follow(cursor));
    }
  }

  function hurry(): void {
    running = running.then(catchUp).catch((error: unknown) => {
      logger.error(`${feed.name}.behind`, { error });
    });
  }

  await catchUp();
  const stopListening = feed.onChange(hurry);
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
