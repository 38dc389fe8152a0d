import { namedCommunes } from './named-communes.ts';
import { inBlanks, isTelling, readWords, withoutRegion } from './read-words.ts';
import type { Word } from './read-words.ts';

/** A part of a sentence that says something of its communes, or of none. */
export interface Clause {
  readonly text: string;
  readonly words: readonly Word[];
  /** Folded, between blanks. */
  readonly folded: string;
  /** Folded names between blanks. */
  readonly communes: ReadonlySet<string>;
}

const between = /([,;:()\u2013\u2014]| (?:und|oder|aber|sowie|doch|w\u00e4hrend|wohingegen) )/iu;

/** Cuts where another commune begins: "Menden nutzt es | und Hemer plant es"; "In Menden und Hemer gibt es das" is one. */
export function toClauses(claim: string, communes: readonly string[]): readonly Clause[] {
  const pieces = withoutRegion(claim.replaceAll(/\s+/g, ' ')).split(between);
  const clauses: Clause[] = [];
  let open = '';
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? '';
    const [before, next] = [toClause(open, communes), toClause(piece, communes)];
    if (next.communes.size > 0 && isSaying(next) && isSaying(before)) {
      clauses.push(before);
      open = '';
    }
    open += `${piece}${pieces[index + 1] ?? ''}`;
  }
  return [...clauses, toClause(open, communes)].filter(({ words }) => words.length > 0);
}

function toClause(text: string, communes: readonly string[]): Clause {
  const words = readWords(text);
  const folded = inBlanks(words);
  return { text, words, folded, communes: namedCommunes(folded, communes) };
}

/** Whether it says more than where. */
function isSaying({ words, communes }: Clause): boolean {
  const names = [...communes].join('');
  return words.some(
    ({ folded }) =>
      isTelling(folded) && !names.includes(` ${folded.replace(/s$/, '')} `) && !names.includes(` ${folded} `),
  );
}
