import { createSearchEngine } from '../create-search-engine.ts';
import { loadIndex } from './saved-index.ts';
import { fingerprintOf, type SearchEngineSettings } from '../search-engine-settings.ts';
import type { SearchEngine } from '../search-engine.ts';

/**
 * An engine from the bytes that one with the same fields and code has saved; synonyms may be others. `undefined` when the bytes are
 * anything else, and be it by one bit.
 */
export function loadSearchEngine(
  settings: SearchEngineSettings,
  bytes: Uint8Array,
): SearchEngine | undefined {
  const content = loadIndex(bytes, fingerprintOf(settings), Object.keys(settings.fields).length);
  return content === undefined ? undefined : createSearchEngine(settings, content);
}
