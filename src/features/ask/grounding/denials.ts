import { isStopWord } from '../../../search/german/stop-words.ts';
import { readWords } from './read-words.ts';
import type { Word } from './read-words.ts';

/** Words of a sentence between two commas, or before or after an "und". */
export type Part = readonly Word[];

const between = /[,;:()\u2013\u2014]| (?:und|oder|aber|sondern|doch|jedoch|sowie|w\u00e4hrend) /iu;
const negation = /^(?:nicht|nichts|kein(?:e[mnrs]?)?|ohne|nie|niemals|niemand|weder|nirgends|nirgendwo)$/;
/** What else can be said where something is not. */
const absence =
  /^(?:verzicht\w*|fehl(?:t|en|te|ten)|entfaell\w*|entfallen|entfiel\w*|mangel\w*|statt|anstelle|vermeide\w*|vermiede\w*)$/;
/** "nicht nur", "nicht zuletzt": nothing is denied. */
const only = /^(?:nur|zuletzt|allein|umsonst)$/;

export function toParts(text: string): readonly Part[] {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(between)
    .map(readWords)
    .filter((part) => part.length > 0);
}

/** Where in the part it is denied; -1: it is not. */
function denialIn(part: Part): number {
  return part.findIndex(
    ({ folded }, index) => negation.test(folded) && !only.test(part[index + 1]?.folded ?? ''),
  );
}

export function denyingParts(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part) => denialIn(part) !== -1);
}

/** What is denied: behind "kein" and "ohne" the next name, at "nicht" every name and the next word that tells something. */
function deniedWords(
  part: Part,
  names: string,
): { readonly names: readonly string[]; readonly next?: string } {
  const at = denialIn(part);
  const isOwn = ({ isName, folded }: Word) => isName && !names.includes(` ${folded} `);
  const behind = part.slice(at + 1);
  const thing = behind.find(isOwn);
  if (/^(?:kein|ohne)/.test(part[at]?.folded ?? '') && thing !== undefined) {
    return { names: [thing.stem] };
  }
  const next = behind.find(({ folded }) => !isStopWord(folded))?.stem;
  return { names: part.filter(isOwn).map(({ stem }) => stem), ...(next !== undefined && { next }) };
}

/**
 * Whether a claim denies what the sources do not deny, or says what they deny alone. `names`: folded names between blanks that nothing is
 * said about by themselves, such as those of communes.
 */
export function isTurnedRound(
  claim: readonly Part[],
  passages: readonly { readonly parts: readonly Part[]; readonly denying: readonly Part[] }[],
  names: string,
): boolean {
  const denying = passages.flatMap(({ denying: parts }) => parts);
  const affirming = passages.flatMap(({ parts }) => parts).filter((part) => !denying.includes(part));
  const isAffirmed = (stem: string) => has(affirming, stem);
  return claim.some((part) =>
    denialIn(part) === -1
      ? saysDenied(part, denying, isAffirmed, names)
      : !deniesTheSame(part, denying, isAffirmed, names),
  );
}

function has(parts: readonly Part[], stem: string): boolean {
  return parts.some((part) => part.some((word) => word.stem === stem));
}

/** What is denied there alone is denied here, or the whole is what is denied there. */
function deniesTheSame(
  part: Part,
  denying: readonly Part[],
  isAffirmed: (stem: string) => boolean,
  names: string,
): boolean {
  const { names: denied, next } = deniedWords(part, names);
  const own = [...denied, ...(next === undefined ? [] : [next])];
  return (
    denied.some((stem) => !isAffirmed(stem) && has(denying, stem)) ||
    denying.some((other) =>
      (own.length > 0 ? own : part.map(({ stem }) => stem)).every((stem) => has([other], stem)),
    )
  );
}

function saysDenied(
  part: Part,
  denying: readonly Part[],
  isAffirmed: (stem: string) => boolean,
  names: string,
): boolean {
  const isDenied = (stem: string) => denying.some((other) => deniedWords(other, names).names.includes(stem));
  return (
    !part.some(({ folded }) => absence.test(folded)) &&
    part.some(({ isName, stem }) => isName && isDenied(stem) && !isAffirmed(stem))
  );
}
