import { questionTerms, type Term } from './analyser.ts';
import { splitUnfinished } from './begun-word.ts';
import {
  evidenceFor,
  evidenceForBegun,
  isKnown,
  tellingOf,
  termSet,
  type Evidence,
  type Known,
} from './evidence.ts';
import { gramsOf } from './grams.ts';
import { synonymsFor, type Synonym, type SynonymGroup } from './synonyms.ts';

export interface QuestionWord {
  readonly text: string;
  /** 0 to 1: how much of the question's coverage it makes, against a word that names a topic. */
  readonly telling: number;
  readonly evidence: readonly Evidence[];
}

export interface Question {
  readonly words: readonly QuestionWord[];
  /** Each gram asked for, with its weight. */
  readonly grams: ReadonlyMap<string, number>;
}

/** What the question asks for, in terms that the documents know at this moment. */
export function analyseQuestion(
  text: string,
  known: Known & { readonly synonyms: readonly SynonymGroup[] },
  unfinished = false,
): Question {
  const { settled, begun } = unfinished ? splitUnfinished(text, known) : { settled: text };
  const terms = questionTerms(settled, known.tuning);
  const telling = terms.filter((term) => !term.stop || term.text === begun?.term).map((term) => term.text);
  const named = new Set(known.synonyms.flat(2));
  const words = telling.map((term) => ({
    text: term,
    telling: tellingOf(term, known.tuning),
    evidence:
      term === begun?.term
        ? evidenceForBegun(term, begun.completions, known)
        : // A word of the synonyms is no typing error, even if no document has it.
          evidenceFor(term, known, { mayBeMisspelled: !named.has(term) }),
  }));
  const synonyms = synonymsFor(telling, known.synonyms, named, known.vocabulary);
  // Of a word that no document has and a synonym stands for, the letters would only mislead.
  const replaced = synonyms.flatMap(({ from, to }) => words.slice(from, to)).filter(isUnseen);
  const misleading = new Set(replaced.map((word) => word.text));
  const lettered = terms.filter((term) => !misleading.has(term.text));
  return {
    words: withSynonyms(words, synonyms, known),
    // Of stop words alone nothing is found.
    grams: gramWeights(words.length === 0 ? [] : lettered, known),
  };
}

function isUnseen({ evidence }: QuestionWord): boolean {
  const sets = evidence.filter(({ weight }) => weight > 0).flatMap((each) => each.sets);
  return !sets.some(isKnown);
}

function withSynonyms(
  words: readonly QuestionWord[],
  found: readonly Synonym[],
  known: Known,
): QuestionWord[] {
  return words.map((word, index) => {
    const additional = found
      .filter((synonym) => index >= synonym.from && index < synonym.to)
      .map((synonym) => ({
        kind: 'synonym' as const,
        sets: synonym.phrase.map((term) => termSet(term, known)),
        weight: index === synonym.from ? known.tuning.synonymWeight : 0,
        share: 0,
        coverage: 1,
      }));
    return { ...word, evidence: [...word.evidence, ...additional] };
  });
}

function gramWeights(terms: readonly Term[], { vocabulary, tuning }: Known): Map<string, number> {
  const weights = new Map<string, number>();
  for (const term of terms) {
    const known = vocabulary.find(term.text) === undefined ? 1 : tuning.knownWordGrams;
    const weight = term.stop ? tuning.stopWordGrams : known;
    for (const gram of gramsOf(term.text)) {
      weights.set(gram, Math.max(weights.get(gram) ?? 0, weight));
    }
  }
  return weights;
}
