import type { Deps } from '../deps.ts';
import type { UseCaseId } from '../domain/ids.ts';
import { secondMs } from '../domain/instant.ts';
import { tellFollowers } from '../features/follows/tell-followers.ts';
import { tellKeepers } from '../features/follows/tell-keepers.ts';
import type { TellKeepersDeps } from '../features/follows/tell-keepers.ts';
import type { Following } from './follow-feed.ts';

const pollEveryMs = 5 * secondMs;
const reader = 'use-case-news';

export type TellDeps = TellKeepersDeps & Pick<Deps, 'feedCursors' | 'follows' | 'logger'>;

/**
 * Tells members of what happens to the use cases they follow, and of those that their kept questions were waiting for. How far it came is
 * stored when everything is begun that is to be told, so that a crash loses nothing; and what is begun again begins once.
 */
export function tellOfChanges(deps: TellDeps): Following {
  const stopped = new AbortController();
  let running = Promise.resolve();
  let isWaiting = false;

  async function catchUp(): Promise<void> {
    isWaiting = false;
    let cursor = await deps.feedCursors.find(reader);
    const written = new Set<UseCaseId>();
    const before = cursor;
    for (let more = true; more && !stopped.signal.aborted;) {
      const changes = await deps.useCases.changes(cursor);
      for (const { value } of changes.written) {
        await tellFollowers(deps, value);
        written.add(value.id);
      }
      cursor = changes.cursor;
      more = changes.more;
    }
    const outcome = stopped.signal.aborted ? 'stopped' : await tellKeepers(deps, written, stopped.signal);
    if (outcome === 'told' && cursor !== undefined && cursor !== before) {
      await deps.feedCursors.put(reader, cursor);
    }
  }

  function hurry(): void {
    if (isWaiting || stopped.signal.aborted) {
      return;
    }
    isWaiting = true;
    running = running.then(catchUp).catch((error: unknown) => {
      deps.logger.error('news.behind', { error });
    });
  }

  const stopListening = deps.useCases.onChange(hurry);
  const timer = setInterval(hurry, pollEveryMs);
  timer.unref();
  hurry();
  return {
    async stop() {
      stopped.abort();
      stopListening();
      clearInterval(timer);
      await running;
    },
  };
}
