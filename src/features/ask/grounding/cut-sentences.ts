/** A sentence of a composed answer with the numbers of the sources that stand at its end. */
export interface CitedSentence {
  /** As it was written, its citations included, without white space around it. */
  readonly text: string;
  /** What it says, without citations. */
  readonly claim: string;
  /** Each once, in the order in which they were cited. */
  readonly cited: readonly number[];
}

/** Longer than anything that one sentence should say: whoever writes on is not waited for. */
const longestSentence = 600;
/** Whatever comes at once: there is never room for more. */
const longestAnswer = 10_000;
/** Citations at the end, before or after the full stop, and nothing but the end or the next sentence behind them. */
const ending = /(?<!\s)(?:\s*\[\d{1,4}\])+\s*[.!?…]?(?=\s|$)|[.!?…]\s*(?:\[\d{1,4}\]\s*)+(?=\s|$)/g;

/**
 * Cuts an answer that comes piece by piece into its sentences, each as soon as it is complete. A sentence ends with its citations; whatever
 * follows the last ones has none.
 */
export class SentenceCutter {
  #rest = '';

  /** The sentences that these words complete. A number in brackets is complete when something stands behind it. */
  add(words: string): readonly CitedSentence[] {
    this.#rest = (this.#rest + words).slice(0, longestAnswer);
    const sentences: CitedSentence[] = [];
    for (;;) {
      const end = this.#findEnd();
      if (end === undefined) {
        return sentences;
      }
      sentences.push(toSentence(this.#rest.slice(0, end)));
      this.#rest = this.#rest.slice(end);
    }
  }

  /** What is left when no more words come; undefined when that is nothing. */
  end(): CitedSentence | undefined {
    const rest = this.#rest.trim();
    this.#rest = '';
    return rest === '' ? undefined : toSentence(rest);
  }

  /** Whether the sentence that was begun is too long to be one. */
  get isEndless(): boolean {
    return this.#rest.length > longestSentence;
  }

  /** Where the first sentence ends: the next one must have begun, for more citations may follow. What is too long is not searched. */
  #findEnd(): number | undefined {
    const searched = this.#rest.slice(0, 2 * longestSentence);
    for (const match of searched.matchAll(ending)) {
      const end = match.index + match[0].length;
      const behind = searched.slice(end).trimStart();
      if (behind !== '' && !/^[[.!?…]/.test(behind)) {
        return end;
      }
    }
    return undefined;
  }
}

function toSentence(words: string): CitedSentence {
  const text = words.trim();
  const end = /(?:\s*(?:\[\d{1,4}\]|[.!?…]))+$/.exec(text)?.[0] ?? '';
  const cited = [...end.matchAll(/\[(\d{1,4})\]/g)].map(([, digits = '']) => toNumber(digits));
  return { text, claim: text.slice(0, text.length - end.length).trim(), cited: [...new Set(cited)] };
}

/** "[01]" is no citation that Teams would know: there is no source 0. */
function toNumber(digits: string): number {
  return digits.startsWith('0') ? 0 : Number(digits);
}
