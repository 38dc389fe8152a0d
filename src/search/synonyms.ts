import { toTerm, type Spelling } from './analyser.ts';
import { editDistance } from './edit-distance.ts';
import { verbFormsOf } from './german/verb-forms.ts';
import { isLikelyMeant, typingErrorsAllowed } from './similar-terms.ts';
import { tokenize } from './tokenize.ts';
import type { Vocabulary } from './vocabulary.ts';

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

/**
 * What else could have been said for the terms of a question. Typing errors and other forms of a verb are taken for what they mean.
 * `named`: every word of the groups.
 */
export function synonymsFor(
  written: readonly string[],
  groups: readonly SynonymGroup[],
  named: ReadonlySet<string>,
  vocabulary: Vocabulary,
): Synonym[] {
  const terms = written.map((term) => toNamed(term, named, vocabulary));
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

/** The word of the groups that an unknown one is a form of, or one or two typing errors away from. */
function toNamed(term: string, named: ReadonlySet<string>, vocabulary: Vocabulary): string {
  if (named.has(term)) {
    return term;
  }
  const form = [...verbFormsOf(term)].find((each) => named.has(each));
  if (form !== undefined || vocabulary.find(term) !== undefined) {
    return form ?? term;
  }
  return nearestOf(term, named) ?? term;
}

function nearestOf(term: string, named: ReadonlySet<string>): string | undefined {
  for (let errors = 1; errors <= typingErrorsAllowed(term); errors += 1) {
    for (const candidate of named) {
      if (editDistance(term, candidate, errors) <= errors && isLikelyMeant(term, candidate)) {
        return candidate;
      }
    }
  }
  return undefined;
}

function indexOfPhrase(terms: readonly string[], phrase: readonly string[]): number {
  return terms.findIndex((_, start) => phrase.every((term, offset) => terms[start + offset] === term));
}
