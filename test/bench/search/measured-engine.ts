import type { Doc } from './read-set.ts';

/** How many documents an answer names at most. */
export const rankedLength = 50;

export interface Answer {
  /** The ids of the best documents, best first. */
  readonly ranked: readonly string[];
  /** How sure the engine is that the best one answers the question; its best score where it has no such figure, 0 without a document. */
  readonly confidence: number;
}

/** An engine as the measurements see it. */
export interface MeasuredEngine {
  /** Takes in many documents at once, into an empty engine. */
  load(docs: readonly Doc[]): void;
  /** Replaces the document with the same id. */
  put(doc: Doc): void;
  search(text: string): Answer;
  /** Bytes that the engine holds and Node does not count. */
  bytesOutsideNode(): number;
  close(): void;
}

/** Makes empty engines of one kind. */
export interface EngineKind {
  readonly name: string;
  /** From which confidence on an answer counts as one; left out by engines that do not know such a figure. */
  readonly confidenceThreshold?: number;
  create(): MeasuredEngine;
}
