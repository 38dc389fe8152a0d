import { fold } from '../../../search/german/fold.ts';
import { isPlainWord } from '../../../search/german/plain-words.ts';
import { stem } from '../../../search/german/stem.ts';
import { tokenize } from '../../../search/tokenize.ts';

/** A word of a sentence. */
export interface Word {
  readonly raw: string;
  readonly folded: string;
  readonly stem: string;
  /** Written with a capital letter and no word of every day: it names something. */
  readonly isName: boolean;
}

export function readWords(text: string): readonly Word[] {
  return tokenize(text).map(({ text: raw }, index) => {
    const folded = fold(raw);
    return {
      raw,
      folded,
      stem: stem(folded),
      isName: /^\p{Lu}/u.test(raw) && !isPlainWord(folded, index === 0),
    };
  });
}

/** Folded words between blanks: " in menden ". */
export function inBlanks(words: readonly { readonly folded: string }[]): string {
  return ` ${words.map(({ folded }) => folded).join(' ')} `;
}

/** Words that say nothing by themselves, and what a place is called in general. */
const empty =
  /^(?:an|als|am|auch|auf|aus|bei|beim|das|de[mnrs]|die|dort|ein(?:e[mnrs]?)?|es|er|fuer|hier|im|in|mit|nach|oder|seit|sie|sowie|sowohl|und|vom|von|wie|zum?|zur|ausserdem|zudem|stadt|staedten?|gemeinden?|kommunen?|kreis|kreises|region)$/;

/** Whether a folded word says something of its own. */
export function isTelling(folded: string): boolean {
  return !empty.test(folded);
}

/** A text without what stands in brackets right behind a name: "Menden (Sauerland)". */
export function withoutRegion(text: string): string {
  return text.replaceAll(/(?<=\p{Lu}\p{L}{2,}) \(\p{Lu}[\p{L} -]*\)/gu, '');
}
