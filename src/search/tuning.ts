/** The numbers of the ranking: one setting for every kind of text. README.md says what each part is worth. */
export const defaultTuning = {
  /** Whether words are folded to one spelling, reduced to stems, and split into the words they are made of; whether the forms of a
   * verb meet ("umgezogen", "Umzug"); whether typing errors are forgiven. */
  folding: true,
  stemming: true,
  compounds: true,
  verbForms: true,
  similarSpellings: true,
  /** BM25's k1: how soon further occurrences of a word, or of a gram, stop counting. */
  wordSaturation: 0.9,
  gramSaturation: 0.9,
  /** Rare words count a little more than BM25 has it. */
  rarityPower: 1.2,
  /** Of 8: what one occurrence counts as a word of its own, as another form of the verb, and inside a compound. */
  ownOccurrence: 8,
  formOccurrence: 6,
  containedOccurrence: 6,
  /** Against a word found as it was asked for: a part of it, a similar spelling, a synonym, what a half-typed word may become. */
  partWeight: 0.7,
  similarWeight: 0.9,
  synonymWeight: 0.7,
  completionWeight: 0.9,
  /** The gram channel, and how much of it is left for words the documents know and for stop words. */
  gramWeight: 0.8,
  knownWordGrams: 0.8,
  stopWordGrams: 0.7,
  /** Grams whose terms have more documents in a field than this share of all are not looked at there. */
  commonGram: 0.35,
  /** How much of the coverage a word makes that goes with any topic ("automatisch"), against one that names a topic. */
  weakWord: 0.05,
  /** How much a document gains by covering the whole question. */
  coverageGain: 0.2,
  /** Coverage by a similar spelling, and on top of it by a word that merely shares letters. */
  similarCoverage: 0.9,
  resemblingCoverage: 0.4,
  /** On top of that: coverage by a known word with which an unknown one begins or ends. */
  believedCoverage: 0.2,
  /** The most that a word found only with two typing errors is covered. */
  doubtfulCoverage: 0.75,
  similarTermLimit: 5,
  /** Which share of a word's grams, and how many at least, make another word resemble it. */
  resemblingShare: 0.2,
  resemblingGrams: 3,
  /** How much the documents like a document add to its score, and how much of that is lost where few are like it. */
  supportWeight: 0.6,
  loneliness: 0.2,
  /** Words that more than this share of all documents have, and grams that more than this share of the compared ones have, make none alike. */
  commonTerm: 0.15,
  sharedGramLimit: 0.3,
  /** A document below this share of the best score does not match. */
  scoreCut: 0.1,
  /** The evidence at which the confidence is one half. */
  evenEvidence: 0.6,
};

/** The numbers and switches of one engine. Only measurements have reason to depart from the default. */
export type Tuning = Readonly<typeof defaultTuning>;
