import { Checksum } from '../../../src/search/saved/checksum.ts';
import { loadSearchEngine } from '../../../src/search/saved/load-search-engine.ts';
import type { SearchEngine } from '../../../src/search/search-engine.ts';
import { freshEngine, settings } from '../random-changes.ts';
import { goldenRecords } from '../small-corpus.ts';

/** All that the engine saves, in one piece. */
export function savedBytes(engine: SearchEngine): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([...engine.save()]));
}

/** The same bytes with the checksum that they should have. */
export function withRightChecksum(bytes: Uint8Array): Uint8Array {
  const words = new Uint32Array(bytes.slice().buffer);
  const checksum = new Checksum();
  checksum.add(words.subarray(0, -1));
  words[words.length - 1] = checksum.value();
  return new Uint8Array(words.buffer);
}

/** Makes other documents with words of their own in the engine and takes them out again. */
export function leaveHoles(engine: SearchEngine): void {
  for (let index = 0; index < 100; index += 1) {
    engine.put({ id: `hole-${index}`, fields: { title: `Zebrastreifen Nummer${index}`, summary: 'Amt' } });
  }
  for (let index = 0; index < 100; index += 1) {
    engine.remove(`hole-${index}`);
  }
}

/** The records of the small corpus, put into an engine in their order. */
export function corpusEngine(): SearchEngine {
  return freshEngine(
    goldenRecords.map(({ id, title, summary, themes }) => ({ id, fields: { title, summary, themes } })),
  );
}

/** Throws when the bytes are refused. */
export function load(bytes: Uint8Array): SearchEngine {
  const engine = loadSearchEngine(settings, bytes);
  if (engine === undefined) {
    throw new Error('the index was refused');
  }
  return engine;
}
