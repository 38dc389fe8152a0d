import type { Compounds } from './compounds.ts';
import { isStopStem } from './german/stop-words.ts';
import { verbFormsOf } from './german/verb-forms.ts';
import { isWeakStem } from './german/weak-words.ts';
import { findSimilarTerms } from './similar-terms.ts';
import type { Tuning } from './tuning.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Terms that are as good as each other. */
export interface TermSet {
  readonly own: ArrayLike<number>;
  /** Forms of the same verb. */
  readonly forms: ArrayLike<number>;
  /** Compounds with one of its own. */
  readonly contained: ArrayLike<number>;
}

/**
 * `word`: the word itself or a compound with it. `part`: a part of the compound it is. `spelling`: what typing errors may have made of it.
 * `letters`: what shares letters with it. `synonym`: another word for it. `completion`: what a half-typed word may become.
 */
export type WayOfSaying = 'word' | 'part' | 'spelling' | 'letters' | 'synonym' | 'completion';

/** One way in which a document can speak of a word of the question: it has a term of each set. */
export interface Evidence {
  readonly kind: WayOfSaying;
  readonly sets: readonly TermSet[];
  /** How much it adds to the score, against the word as it was asked for. */
  readonly weight: number;
  /** 0 to 1: how much of the word's own meaning this is; 0 for a stand-in. */
  readonly share: number;
  /** 0 to 1: how much of the word a document covers by this. */
  readonly coverage: number;
  /** Whether this may as well be another word. */
  readonly doubtful?: boolean;
}

/** What the documents have, and how it is weighed. */
export interface Known {
  readonly vocabulary: Vocabulary;
  readonly compounds: Compounds;
  readonly tuning: Tuning;
}

/** 0 to 1: how much a word says about a topic. */
export function tellingOf(term: string, tuning: Tuning): number {
  return isWeakStem(term) ? tuning.weakWord : 1;
}

/** Each way to say a word of a question, its own before its stand-ins. */
export function evidenceFor(
  term: string,
  known: Known,
  { mayBeMisspelled = true }: { readonly mayBeMisspelled?: boolean } = {},
): Evidence[] {
  const { tuning } = known;
  const whole = termSet(term, known);
  const parts = known.compounds.partsOf(term);
  const evidence: Evidence[] = parts.map((part) => ({
    kind: 'part',
    sets: [termSet(part, known)],
    weight: tuning.partWeight,
    share: 1 / parts.length,
    coverage: 1 / parts.length,
  }));
  if (isKnown(whole)) {
    const share = parts.length === 0 ? 1 : 0;
    return [...evidence, { kind: 'word', sets: [whole], weight: 1, share, coverage: share }];
  }
  return parts.length > 0 ? evidence : evidenceBySpelling(term, known, mayBeMisspelled);
}

/** The same of a word that may be half typed. */
export function evidenceForBegun(term: string, completions: readonly number[], known: Known): Evidence[] {
  const completed = {
    kind: 'completion' as const,
    sets: [alone(completions)],
    weight: known.tuning.completionWeight,
    coverage: 1,
  };
  return isKnown(termSet(term, known))
    ? [...evidenceFor(term, known), { ...completed, share: 0 }]
    : [{ ...completed, share: 1 }];
}

function evidenceBySpelling(term: string, known: Known, mayBeMisspelled: boolean): Evidence[] {
  const { tuning } = known;
  const { resembling, ...similar } = findSimilarTerms(term, known);
  const { misspelled, errors } = mayBeMisspelled ? similar : { misspelled: [], errors: 0 };
  const containing = misspelled.flatMap((number) =>
    known.compounds.termsContaining(known.vocabulary.term(number)),
  );
  const contained = [...new Set(containing)].filter((number) => !misspelled.includes(number));
  const part = known.compounds.findBelievedPart(term);
  return [
    {
      kind: 'spelling',
      sets: [{ own: misspelled, forms: [], contained }],
      weight: tuning.similarWeight,
      share: 1,
      coverage: tuning.similarCoverage,
      doubtful: errors > 1,
    },
    ...(part === undefined || misspelled.length > 0
      ? []
      : [
          {
            kind: 'part' as const,
            sets: [termSet(part, known)],
            weight: tuning.partWeight,
            share: 0,
            coverage: tuning.believedCoverage * tellingOf(part, tuning),
          },
        ]),
    { kind: 'letters', sets: [alone(resembling)], weight: 0, share: 0, coverage: tuning.resemblingCoverage },
  ];
}

/** A term with all that counts as it. */
export function termSet(term: string, known: Known): TermSet {
  const number = known.vocabulary.find(term);
  const own = number === undefined ? [] : [number];
  const forms = formsOf(term, known);
  const contained = known.compounds.termsContaining(term).filter((each) => !forms.includes(each));
  return { own, forms, contained };
}

function alone(own: readonly number[]): TermSet {
  return { own, forms: [], contained: [] };
}

export function isKnown({ own, forms, contained }: TermSet): boolean {
  return own.length + forms.length + contained.length > 0;
}

function formsOf(term: string, { vocabulary, tuning }: Known): readonly number[] {
  const forms = tuning.verbForms ? [...verbFormsOf(term)] : [];
  return forms
    .filter((form) => !isStopStem(form))
    .map((form) => vocabulary.find(form))
    .filter((number) => number !== undefined);
}
