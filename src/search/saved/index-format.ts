/**
 * What a saved index begins with. Its words are written as the processor has them; one with another byte order reads another beginning.
 * The last number goes up with every change of the format.
 */
export const indexBeginning: readonly number[] = [0x5843494b, 0x0a1a0d58, 1];

/** Bytes of a word: everything in a saved index begins at a multiple of it. */
export const wordBytes = 4;

/** How a text stands in a saved index: as UTF-8 or, when it holds half a character, as its UTF-16 units. */
export const encodings = { utf8: 0, utf16: 1 } as const;

/** The bytes are no index that can be loaded: broken, cut off, foreign, or of another version. */
export class UnreadableIndexError extends Error {
  override readonly name = 'UnreadableIndexError';
}

/** The documents changed while the index was being saved; what was written so far is worthless. */
export class IndexChangedError extends Error {
  override readonly name = 'IndexChangedError';

  constructor() {
    super('the documents changed while the index was being saved');
  }
}
