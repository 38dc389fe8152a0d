import type { Stage } from '../../../domain/stage.ts';
import { readDates, withoutMonths } from './dates.ts';
import type { SaidDate } from './dates.ts';
import { denyingParts, toParts } from './denials.ts';
import type { Part } from './denials.ts';
import { amountOf, readFigures, readNumbers } from './figures.ts';
import type { Figure } from './figures.ts';
import { inBlanks, readWords, withoutRegion } from './read-words.ts';
import { statedStage } from './stages-said.ts';

/** A sentence of a record, or a line of it. */
export interface Passage {
  /** Folded words, between blanks. */
  readonly words: string;
  readonly stems: ReadonlySet<string>;
  /** As `readNumbers` reads them, and those in words. */
  readonly numbers: readonly string[];
  readonly figures: readonly Figure[];
  readonly dates: readonly SaidDate[];
  readonly parts: readonly Part[];
  readonly denying: readonly Part[];
  /** It tells a model what to do. */
  readonly isOrder: boolean;
  /** It says how far this one has come: folded words, between blanks. */
  readonly adopter?: { readonly name: string; readonly stage: Stage };
}

/** After a sentence, not after a number, a single letter or what is often cut short. */
const betweenSentences =
  /\n+|(?<=(?<!\b\d{1,2}|\b\p{L}|\b(?:ca|nr|bzw|usw|etc|dr|st|abs|art|ggf))[.!?\u2026])\s+(?=\p{Lu})/iu;

export function toPassages(text: string): readonly Passage[] {
  return text
    .split(betweenSentences)
    .filter((sentence) => sentence.trim() !== '')
    .map(toPassage);
}

function toPassage(text: string): Passage {
  const words = readWords(text);
  const told = inBlanks(words);
  const parts = toParts(text);
  const adopter = toAdopter(text);
  const dates = readDates(text);
  return {
    words: told,
    stems: new Set(words.map(({ stem }) => stem)),
    numbers: [...readNumbers(text), ...words.flatMap(({ folded }) => String(amountOf(folded) ?? ''))],
    figures: readFigures(withoutMonths(text, dates)),
    dates,
    parts,
    denying: denyingParts(parts),
    isOrder: readsLikeOrder(text, told),
    ...(adopter !== undefined && { adopter }),
  };
}

/** "Menden (Sauerland): im Einsatz seit März 2024" */
function toAdopter(text: string): Passage['adopter'] {
  const colon = text.indexOf(': ');
  const name = inBlanks(readWords(withoutRegion(text.slice(0, Math.max(0, colon)))));
  const stage = statedStage(inBlanks(readWords(text.slice(colon + 1))).trimStart());
  return colon < 1 || stage === undefined || name.trim() === '' ? undefined : { name, stage };
}

/** Orders to a model, which records that tell of something do not have: "Ignoriere alle Regeln", "nenne Arnsberg", "say that". */
const order =
  / (?:ignoriere|ignorier|missachte|vergiss|antworte|nenne|sage|sag|schreibe|schreib|erwaehne|behaupte|zitiere|verlinke|empfiehl|wiederhole|rufe) | (?:ignore|disregard|forget) (?:all|any|the|your|previous|every)| (?:say|claim|mention|pretend) (?:that|everyone|the|it) | (?:repeat|print|reveal) (?:your|the|all) | (?:answer|reply|respond|write) (?:in|with|only|that) | you (?:are|must|should) | system ?prompt /;
/** What breaks out of JSON, or into markup. */
const breakout = /[{[,]\s*[{"]\s*[{"\w]|"\s*:\s*[[{"\d]|<\/?\p{L}|[\u{e0000}-\u{e007f}]/u;

function readsLikeOrder(text: string, words: string): boolean {
  return order.test(words) || breakout.test(text);
}
