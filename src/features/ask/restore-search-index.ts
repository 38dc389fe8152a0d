import type { Deps } from '../../deps.ts';
import type { IndexFile } from '../../ports/index-file.ts';

/**
 * Lets the catalogue, still empty, begin with the index that was saved last. Answers at which revision the catalogue is what is
 * saved; nothing when there is no index that fits, which makes the start slower and nothing else.
 */
export async function restoreSearchIndex(
  deps: Pick<Deps, 'catalogue' | 'logger'>,
  indexFile: IndexFile,
): Promise<number | undefined> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await indexFile.read();
  } catch (error) {
    deps.logger.warn('search-index.not-read', { error });
  }
  const isRestored = bytes !== undefined && deps.catalogue.restore(bytes);
  if (bytes !== undefined && !isRestored) {
    deps.logger.info('search-index.outdated-or-broken');
  }
  return isRestored ? deps.catalogue.revision : undefined;
}
