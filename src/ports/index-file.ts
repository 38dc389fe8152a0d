/** Where the search index lies between two runs. It can be made anew from the store at any time. Every method may throw what the file system throws. */
export interface IndexFile {
  /** What was written last; nothing when nothing was. */
  read(): Promise<Uint8Array | undefined>;
  /** Puts the chunks in the place of what was there; when taking or writing one fails, what was there stays. */
  write(chunks: Iterable<Uint8Array>): Promise<void>;
  /** Harmless when there is nothing. */
  remove(): Promise<void>;
}
