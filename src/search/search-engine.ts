import type { Explanation, MatchedWord } from './explanation.ts';

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
  /** Whether the last word may be half typed; what begins like it then counts as it. */
  readonly unfinished?: boolean;
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

/** What is like a document. */
export interface RelatedRequest {
  readonly id: string;
  /** Which documents may be found at all. All when left out. */
  readonly accept?: (id: string) => boolean;
  readonly limit: number;
}

/** A stretch of a text for showing, cut only between words, with the found words marked. */
export interface Snippet {
  readonly parts: readonly { readonly text: string; readonly found: boolean }[];
}

/**
 * What the product asks of a search engine. Documents may be put and removed in any order; the result is that of a fresh build.
 */
export interface SearchEngine {
  /** Adds the document, or replaces the one with the same id. The version is its caller's and means nothing here. */
  put(document: SearchDocument, version?: string): void;
  remove(id: string): void;
  readonly size: number;
  /** Of all documents. */
  readonly ids: Iterable<string>;
  /** With which version the document was put; empty when it had none, and nothing when it is not in the engine. */
  versionOf(id: string): string | undefined;
  /**
   * The bytes from which `loadSearchEngine` makes an engine that answers as this one, in chunks that take a millisecond or two each.
   * Throws `IndexChangedError` when a document is put or removed before the last chunk is taken.
   */
  save(): Iterable<Uint8Array>;
  search(request: SearchRequest): SearchResult;
  /** Documents that speak of the same things as a known one, best first; never itself, and rather none than one that shares only common words. */
  findRelated(request: RelatedRequest): readonly Hit[];
  /**
   * By which of its words the document speaks of each word of the question; quick. Its texts are those that were put, and are
   * needed to show its words as they are written. Empty when it is not in the engine.
   */
  matchedWords(document: SearchDocument, question: string): readonly MatchedWord[];
  /** The same with the numbers of the ranking; as slow as a search. Nothing for a document that is not in the engine. */
  explain(document: SearchDocument, question: string): Explanation | undefined;
  /** The part of a text that fits the question best, at most `maxLength` characters, "…" where it was cut. */
  snippet(text: string, question: string, maxLength: number): Snippet;
}
