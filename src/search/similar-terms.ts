import { editDistance } from './edit-distance.ts';
import { differOnlyInPrefix } from './german/prefixes.ts';
import { isStopStem } from './german/stop-words.ts';
import { gramLength, gramsOf } from './grams.ts';
import type { Tuning } from './tuning.ts';
import type { Vocabulary } from './vocabulary.ts';

const shortestMisspelled = 5;
const longWord = 8;

export interface SimilarTerms {
  /** Known terms that one typing error (two in long words) turns into the given one, the nearest first. */
  readonly misspelled: readonly number[];
  /** Typing errors between the given term and the nearest of these. */
  readonly errors: number;
  /** Known terms that share a good part of their letters with it. */
  readonly resembling: readonly number[];
}

/** Known terms near an unknown one; the candidates come from shared grams. */
export function findSimilarTerms(
  term: string,
  known: { vocabulary: Vocabulary; tuning: Tuning },
): SimilarTerms {
  const { vocabulary, tuning } = known;
  const allowed = typingErrorsAllowed(term);
  const misspelled: { number: number; distance: number; term: string }[] = [];
  const resembling: number[] = [];
  const grams = gramsOf(term);
  // Each error spoils at most as many grams as a gram has letters, a swap one more (E. Ukkonen, "Approximate string matching with q-grams", 1992).
  const leastNear = grams.size - allowed * (gramLength + 1);
  const least = Math.max(tuning.resemblingGrams, tuning.resemblingShare * grams.size);
  for (const [number, shared] of countSharedGrams(vocabulary, grams)) {
    if (shared >= least) {
      resembling.push(number);
    }
    if (shared < leastNear) {
      continue;
    }
    const candidate = vocabulary.term(number);
    const distance = editDistance(term, candidate, allowed);
    if (distance <= allowed && isLikelyMeant(term, candidate)) {
      misspelled.push({ number, distance, term: candidate });
    }
  }
  if (!tuning.similarSpellings || allowed === 0) {
    return { misspelled: [], errors: 0, resembling };
  }
  misspelled.sort((one, other) => one.distance - other.distance || (one.term < other.term ? -1 : 1));
  const nearest = misspelled.slice(0, tuning.similarTermLimit);
  return {
    misspelled: nearest.map(({ number }) => number),
    errors: nearest[0]?.distance ?? 0,
    resembling,
  };
}

/** How many typing errors a term may have; none in short ones and in those with digits, where every letter counts. */
export function typingErrorsAllowed(term: string): number {
  if (term.length < shortestMisspelled || /\d/.test(term)) {
    return 0;
  }
  return term.length < longWord ? 1 : 2;
}

/** In short words nobody mistakes the first letter; nobody means a word that says nothing, or another prefix. */
export function isLikelyMeant(term: string, candidate: string): boolean {
  const sameStart = term.length >= longWord || term[0] === candidate[0];
  return sameStart && !isStopStem(candidate) && !differOnlyInPrefix(term, candidate);
}

function countSharedGrams(vocabulary: Vocabulary, grams: Iterable<string>): Map<number, number> {
  const shared = new Map<number, number>();
  for (const gram of grams) {
    for (const number of vocabulary.termsWith(gram)) {
      if (vocabulary.documentCount(number) > 0) {
        shared.set(number, (shared.get(number) ?? 0) + 1);
      }
    }
  }
  return shared;
}
