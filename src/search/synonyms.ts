import { toTerm, type Spelling } from './analyser.ts';
import { tokenize } from './tokenize.ts';

/** Phrases that mean the same, each as its terms without stop words. */
export type SynonymGroup = readonly (readonly string[])[];

export interface Synonym {
  /** Which terms of the question the phrase can stand for: from, and up to but without `to`. */
  readonly from: number;
  readonly to: number;
  readonly phrase: readonly string[];
}

/** The group of some written phrases; phrases of stop words alone are left out. */
export function toSynonymGroup(phrases: readonly string[], spelling: Spelling): SynonymGroup {
  return phrases.map((phrase) => phraseTerms(phrase, spelling)).filter((terms) => terms.length > 0);
}

function phraseTerms(phrase: string, spelling: Spelling): string[] {
  const terms = tokenize(phrase).map((token) => toTerm(token.text, spelling));
  return terms.filter((term) => !term.stop).map((term) => term.text);
}

/** What else could have been said for the terms of a question. */
export function synonymsFor(terms: readonly string[], groups: readonly SynonymGroup[]): Synonym[] {
  const synonyms: Synonym[] = [];
  for (const group of groups) {
    for (const phrase of group) {
      const from = indexOfPhrase(terms, phrase);
      if (from >= 0) {
        const others = group.filter((other) => other !== phrase && other.join(' ') !== phrase.join(' '));
        synonyms.push(...others.map((other) => ({ from, to: from + phrase.length, phrase: other })));
      }
    }
  }
  return synonyms;
}

function indexOfPhrase(terms: readonly string[], phrase: readonly string[]): number {
  return terms.findIndex((_, start) => phrase.every((term, offset) => terms[start + offset] === term));
}
