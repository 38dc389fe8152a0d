import type { Deps } from '../deps.ts';
import type { EmbeddingLedger } from '../features/ask/embed-ledger.ts';
import { giveTurn } from '../features/ask/embed-turn.ts';
import { followFeed } from './follow-feed.ts';
import type { Following } from './follow-feed.ts';

/** Every vector that is stored serves in this instance, too, and is known to the ledger. Without a model none is held in memory. */
export function followEmbeddings(
  deps: Pick<Deps, 'embeddings' | 'embeddingModel' | 'logger' | 'useCaseVectors'>,
  ledger: EmbeddingLedger,
): Promise<Following> {
  const { embeddings, embeddingModel, useCaseVectors } = deps;
  return followFeed(deps, {
    name: 'embeddings',
    async follow(cursor) {
      const changes = await embeddings.changes(cursor);
      for (const embedding of changes.written) {
        ledger.put(embedding);
        if (embeddingModel !== undefined) {
          const { generation: _, ...vector } = embedding;
          useCaseVectors.put(vector);
        }
      }
      for (const { useCaseId, model } of changes.removed) {
        ledger.remove(useCaseId, model);
        if (embeddingModel !== undefined) {
          useCaseVectors.remove(useCaseId, model);
        }
      }
      await giveTurn();
      return changes;
    },
    onChange: (listener) => embeddings.onChange(listener),
  });
}
