/** A record as the engine sees it: an id and named texts. Structure (stages, communes) is the caller's, through `accept`. */
export interface SearchDocument {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** How much a field counts (BM25F weight) and how strongly its length does (b, 0 to 1). */
export interface FieldSetting {
  readonly weight: number;
  readonly lengthNormalisation: number;
}

export interface SearchRequest {
  readonly text: string;
  /** Which documents may be found at all: visibility and the asker's filters. All when left out. */
  readonly accept?: (id: string) => boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface Hit {
  readonly id: string;
  /** Higher is better; comparable within one result only. */
  readonly score: number;
  /** 0 to 1: how much of what was asked for this document speaks of, weighed by how telling each word is. */
  readonly coverage: number;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** How many documents match at all, over all pages. */
  readonly total: number;
  /** 0 to 1: how sure the engine is that the best hit answers the question; 0 without a hit. */
  readonly confidence: number;
}

/** A stretch of a text for showing, cut only between words, with the found words marked. */
export interface Snippet {
  readonly parts: readonly { readonly text: string; readonly found: boolean }[];
}

/**
 * What the product asks of a search engine. Documents may be put and removed in any order; the result is that of a fresh build.
 */
export interface SearchEngine {
  /** Adds the document, or replaces the one with the same id. */
  put(document: SearchDocument): void;
  remove(id: string): void;
  readonly size: number;
  search(request: SearchRequest): SearchResult;
  /** The part of a text that fits the question best, at most `maxLength` characters, "…" where it was cut. */
  snippet(text: string, question: string, maxLength: number): Snippet;
}
