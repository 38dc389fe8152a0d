import { toTerm } from './analyser.ts';
import type { Compounds } from './compounds.ts';
import type { Known } from './evidence.ts';
import type { Question } from './question.ts';
import { rarity } from './rank.ts';

/** What a word of a text was found as, and how telling that is. */
export interface FoundWord {
  readonly asked: string;
  readonly worth: number;
}

/** Says of a written word whether the question asked for it: its stem, a part of the compound it is, a synonym. */
export type FindWord = (word: string) => FoundWord | undefined;

/** Valid until a document changes. */
export function wordFinder(question: Question, known: Known & { readonly size: number }): FindWord {
  const asked = askedTerms(question, known);
  return (word) => {
    const term = toTerm(word, known.tuning);
    if (term.stop) {
      return undefined;
    }
    return asked.get(term.text) ?? containedIn(term.text, asked.values(), known.compounds);
  };
}

function containedIn(term: string, asked: Iterable<FoundWord>, compounds: Compounds): FoundWord | undefined {
  for (const word of asked) {
    if (compounds.contains(term, word.asked)) {
      return word;
    }
  }
  return undefined;
}

function askedTerms(
  question: Question,
  known: Known & { readonly size: number },
): ReadonlyMap<string, FoundWord> {
  const asked = new Map<string, FoundWord>();
  for (const word of question.words) {
    asked.set(word.text, { asked: word.text, worth: rarity(0, known) });
    for (const evidence of word.evidence.filter((each) => each.weight > 0)) {
      for (const number of evidence.sets.flatMap(({ own, forms }) => [
        ...Array.from(own),
        ...Array.from(forms),
      ])) {
        const text = known.vocabulary.term(number);
        const worth = evidence.weight * rarity(known.vocabulary.documentCount(number), known);
        asked.set(text, { asked: text, worth });
      }
    }
  }
  return asked;
}
