import { toTerm } from './analyser.ts';
import { fold } from './german/fold.ts';
import { toStemBeginning } from './german/stem.ts';
import { tokenize } from './tokenize.ts';
import type { Tuning } from './tuning.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A last word that may be half typed. */
export interface BegunWord {
  readonly term: string;
  /** The known terms that begin like it; at least one. */
  readonly completions: readonly number[];
}

export interface Unfinished {
  /** The question as far as it can be understood already. */
  readonly settled: string;
  /** Its last word, when nothing follows it yet and known terms begin with it. */
  readonly begun?: BegunWord;
}

const shortestWord = 3;

/** One or two letters after other words are no word yet, unless the documents know it ("KI"). */
export function splitUnfinished(
  text: string,
  { vocabulary, tuning }: { readonly vocabulary: Vocabulary; readonly tuning: Tuning },
): Unfinished {
  const tokens = tokenize(text);
  const last = tokens.at(-1);
  if (last?.end !== text.length) {
    return { settled: text };
  }
  const term = toTerm(last.text, tuning).text;
  const completions = vocabulary.termsBeginningWith(toStemBeginning(fold(last.text)));
  if (completions.length > 0) {
    return { settled: text, begun: { term, completions } };
  }
  const isNoWord = last.text.length < shortestWord && vocabulary.find(term) === undefined;
  return { settled: isNoWord && tokens.length > 1 ? text.slice(0, last.start) : text };
}
