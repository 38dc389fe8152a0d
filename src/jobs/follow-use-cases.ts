import type { Deps } from '../deps.ts';
import { followFeed } from './follow-feed.ts';
import type { Following } from './follow-feed.ts';

/** Everything that is stored can be found, and stays so. */
export async function followUseCases(
  deps: Pick<Deps, 'useCases' | 'catalogue' | 'logger'>,
): Promise<Following> {
  const { catalogue, useCases } = deps;
  const following = await followFeed(deps, {
    name: 'catalogue',
    async follow(cursor) {
      const changes = await useCases.changes(cursor);
      for (const { value, etag } of changes.written) {
        catalogue.put(value, etag);
      }
      for (const id of changes.removed) {
        catalogue.remove(id);
      }
      return changes;
    },
    onChange: (listener) => useCases.onChange(listener),
  });
  catalogue.removeStrays();
  return following;
}
