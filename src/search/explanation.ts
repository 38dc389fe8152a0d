/**
 * How a document speaks of a word of the question, the nearest first: by the word itself (inflections too), by a compound with
 * it, by a part of the compound it is, by a synonym, by a word that one or two typing errors make of it, or by one that merely
 * shares letters.
 */
export const evidenceKinds = [
  'same',
  'inside-compound',
  'part',
  'synonym',
  'other-spelling',
  'letters',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A word of a document that speaks of a word of the question. */
export interface SpeakingWord {
  readonly field: string;
  /** As it is written in the text that was given; its stem when it does not stand there. */
  readonly text: string;
}

export interface FoundEvidence {
  readonly kind: EvidenceKind;
  /** How the document says it, in short: one word, or as many as the synonym has. */
  readonly phrase: string;
  /** Every word by which the document says it, each in all its forms. */
  readonly words: readonly SpeakingWord[];
}

/** A word of the question and what a document says of it. */
export interface MatchedWord {
  /** As it was asked. */
  readonly asked: string;
  /** Whether it names a topic, or goes with any ("automatisch"). */
  readonly namesTopic: boolean;
  /** The nearest to the word first; empty when the document does not speak of it. */
  readonly evidence: readonly FoundEvidence[];
}

export interface ScoredEvidence extends FoundEvidence {
  /** What it adds to the score. */
  readonly score: number;
}

export interface ExplainedWord extends MatchedWord {
  readonly evidence: readonly ScoredEvidence[];
  /** What of the question's coverage this word made, in the unit of `Explanation.ideal.coverage`. */
  readonly covered: number;
}

/** Why a document is found as it is, in numbers: `words`, `grams`, `coverageGain` and `support` add up to `score`. */
export interface Explanation {
  readonly words: readonly ExplainedWord[];
  /** What the character grams add, for each field. */
  readonly grams: readonly { readonly field: string; readonly score: number }[];
  /** What covering the question adds. */
  readonly coverageGain: number;
  /** What the documents like it add. */
  readonly support: number;
  /** The hit's, to the last digit. */
  readonly score: number;
  readonly coverage: number;
  /** What a document would have that answered the question in full. */
  readonly ideal: { readonly coverage: number; readonly score: number };
  /** The search's: how sure it is of its best hit. */
  readonly confidence: number;
  /** From 1, among all documents; none when the document does not match. */
  readonly rank?: number;
}
