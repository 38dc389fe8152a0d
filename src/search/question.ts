import { questionTerms, type Term } from './analyser.ts';
import { splitUnfinished } from './begun-word.ts';
import type { Compounds } from './compounds.ts';
import { isStopStem } from './german/stop-words.ts';
import { verbFormsOf } from './german/verb-forms.ts';
import { isWeakStem } from './german/weak-words.ts';
import { gramsOf } from './grams.ts';
import { findSimilarTerms } from './similar-terms.ts';
import { synonymsFor, type Synonym, type SynonymGroup } from './synonyms.ts';
import type { Tuning } from './tuning.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Terms that are as good as each other: on their own, or as part of a compound. */
export interface TermSet {
  readonly own: ArrayLike<number>;
  readonly contained: ArrayLike<number>;
}

/** One way in which a document can speak of a word of the question: it has a term of each set. */
export interface Evidence {
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

/** What the documents have, and how it is weighed. */
export interface Known {
  readonly vocabulary: Vocabulary;
  readonly compounds: Compounds;
  readonly tuning: Tuning;
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
  const words = telling.map((term) => ({
    text: term,
    telling: tellingOf(term, known.tuning),
    evidence:
      term === begun?.term ? evidenceForBegun(term, begun.completions, known) : evidenceFor(term, known),
  }));
  const synonyms = synonymsFor(telling, known.synonyms);
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
  return sets.every(({ own, contained }) => own.length + contained.length === 0);
}

function tellingOf(term: string, tuning: Tuning): number {
  return isWeakStem(term) ? tuning.weakWord : 1;
}

function evidenceFor(term: string, known: Known): Evidence[] {
  const { tuning } = known;
  const whole = termSet(term, known);
  const parts = known.compounds.partsOf(term);
  const evidence: Evidence[] = parts.map((part) => ({
    sets: [termSet(part, known)],
    weight: tuning.partWeight,
    share: 1 / parts.length,
    coverage: 1 / parts.length,
  }));
  if (whole.own.length + whole.contained.length > 0) {
    const share = parts.length === 0 ? 1 : 0;
    return [...evidence, { sets: [whole], weight: 1, share, coverage: share }];
  }
  return parts.length > 0 ? evidence : evidenceBySpelling(term, known);
}

function evidenceForBegun(term: string, completions: readonly number[], known: Known): Evidence[] {
  const whole = termSet(term, known);
  const isKnown = whole.own.length + whole.contained.length > 0;
  const completed = {
    sets: [{ own: completions, contained: [] }],
    weight: known.tuning.completionWeight,
    coverage: 1,
  };
  return isKnown ? [...evidenceFor(term, known), { ...completed, share: 0 }] : [{ ...completed, share: 1 }];
}

function evidenceBySpelling(term: string, known: Known): Evidence[] {
  const { tuning } = known;
  const { misspelled, errors, resembling } = findSimilarTerms(term, known);
  const containing = misspelled.flatMap((number) =>
    known.compounds.termsContaining(known.vocabulary.term(number)),
  );
  const contained = [...new Set(containing)].filter((number) => !misspelled.includes(number));
  const part = known.compounds.findBelievedPart(term);
  return [
    {
      sets: [{ own: misspelled, contained }],
      weight: tuning.similarWeight,
      share: 1,
      coverage: tuning.similarCoverage,
      doubtful: errors > 1,
    },
    ...(part === undefined || misspelled.length > 0
      ? []
      : [
          {
            sets: [termSet(part, known)],
            weight: tuning.partWeight,
            share: 0,
            coverage: tuning.believedCoverage * tellingOf(part, tuning),
          },
        ]),
    { sets: [{ own: resembling, contained: [] }], weight: 0, share: 0, coverage: tuning.resemblingCoverage },
  ];
}

function termSet(term: string, known: Known): TermSet {
  const number = known.vocabulary.find(term);
  const own = number === undefined ? [] : [number];
  const contained = new Set([...known.compounds.termsContaining(term), ...formsOf(term, known)]);
  return { own, contained: [...contained].filter((each) => each !== number) };
}

/** The known forms of a verb count as compounds do: a little less than the word as it was asked for. */
function formsOf(term: string, { vocabulary, tuning }: Known): readonly number[] {
  const forms = tuning.verbForms ? [...verbFormsOf(term)] : [];
  return forms
    .filter((form) => !isStopStem(form))
    .map((form) => vocabulary.find(form))
    .filter((number) => number !== undefined);
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
