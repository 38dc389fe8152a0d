import { fold } from '../../../search/german/fold.ts';
import { numberOf } from '../../../search/german/number-words.ts';

/** A number, and what it counts. */
export interface Figure {
  readonly value: string;
  /** `none`: nothing is said about it; `thing`: what the next word names. */
  readonly unit:
    | 'percent'
    | 'euro'
    | 'year'
    | 'month'
    | 'week'
    | 'day'
    | 'hour'
    | 'minute'
    | 'large'
    | 'thing'
    | 'none';
  /** Of `thing`: folded. */
  readonly thing?: string;
  /** The name right before it, folded: "Sprachbox 2". */
  readonly label?: string;
  readonly isNegative: boolean;
  /** Since when. */
  readonly isSince: boolean;
  readonly isYear: boolean;
  /** "zwei", not "2". */
  readonly isWord: boolean;
  readonly bound?: 'above' | 'below';
  /** What an amount of money is for. */
  readonly per?: string;
}

/** "12.000", "12 000", "1.200,50", "01.03.2023". */
const written = /\p{Nd}{1,3}(?:[ \u00a0\u202f'\u2019]\p{Nd}{3})+(?!\p{Nd})|\p{Nd}+(?:[.,]\p{Nd}+)*/gu;

/** The same number is the same text: "1.200,50" is 1200.5, "01.03.2023" is 1, 3 and 2023. */
export function readNumbers(text: string): readonly string[] {
  return [...text.matchAll(written)].flatMap(([number]) => toValues(number));
}

function toValues(number: string): readonly string[] {
  const plain = number.normalize('NFKC').replaceAll(/[\s'\u2019]/g, '');
  return /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d+(?:,\d+)?$/.test(plain)
    ? [String(Number(plain.replaceAll('.', '').replace(',', '.')))]
    : plain.split(/[.,]/).map((part) => String(Number(part)));
}

const units: readonly (readonly [RegExp, Figure['unit']])[] = [
  [/^(?:%|prozent\w*)$/, 'percent'],
  [/^(?:\u20ac|euro|eur)$/, 'euro'],
  [/^jahre?[ns]?$/, 'year'],
  [/^monate?[ns]?$/, 'month'],
  [/^wochen?$/, 'week'],
  [/^tage?[ns]?$/, 'day'],
  [/^stunden?$/, 'hour'],
  [/^minuten?$/, 'minute'],
  [/^(?:tsd|tausend|mio|millionen|mrd|milliarden)$/, 'large'],
];
const periods: readonly (readonly [RegExp, string])[] = [
  [/^(?:jahre?s?|jaehrlich\w*)$/, 'year'],
  [/^(?:monate?s?|monatlich\w*|mtl)$/, 'month'],
  [/^(?:wochen?|woechentlich\w*)$/, 'week'],
  [/^(?:tage?s?|taeglich\w*)$/, 'day'],
  [/^(?:stunden?|stuendlich\w*)$/, 'hour'],
  [/^(?:einwohner\w*|kopf|anruf|fall|lizenz|arbeitsplatz|nutzer\w*)$/, 'other'],
];
const above = / (?:ueber|mehr als|mindestens|wenigstens) $/;
const below = / (?:unter|weniger als|hoechstens|maximal|bis zu) $/;
/** What stands before a year. */
const beforeYear =
  / (?:seit|jahr|jahre|jahres|ab|bis|von|ende|anfang|mitte|stand|zum|januar|februar|maerz|april|mai|ju[nl]i|august|september|oktober|november|dezember) $/;

/** Every number of a text with what stands around it, in words of German too. */
export function readFigures(text: string): readonly Figure[] {
  const tokens = [...text.matchAll(new RegExp(`${written.source}|[\\p{L}\\p{M}]+|[%\u20ac]`, 'gu'))];
  return tokens.flatMap(({ 0: raw, index: at }, index) => {
    const values = /^\p{Nd}/u.test(raw) ? toValues(raw) : toWordValue(raw);
    const [next, ...after] = tokens.slice(index + 1, index + 4).map(([word]) => word);
    const last = tokens[index - 1]?.[0] ?? '';
    const before = ` ${fold(tokens[index - 2]?.[0] ?? '')} ${fold(last)} `;
    const unit = toUnit(next);
    const beside = {
      ...(/^\p{Lu}/u.test(last) && { label: fold(last) }),
      ...(above.test(before) && { bound: 'above' as const }),
      ...(below.test(before) && { bound: 'below' as const }),
      ...(unit.unit === 'euro' ? toPerBefore(before) : {}),
      ...toPer(after),
      isWord: !/^\p{Nd}/u.test(raw),
      isNegative: /(?:^|[\s(])[-\u2010-\u2015\u2212]$/.test(text.slice(Math.max(0, at - 2), at)),
    };
    return values.map((value) => toFigure(value, before, unit, beside));
  });
}

function toFigure(
  value: string,
  before: string,
  unit: Pick<Figure, 'unit' | 'thing'>,
  beside: Pick<Figure, 'isWord' | 'isNegative' | 'label' | 'bound' | 'per'>,
): Figure {
  const isTime = isYear(value) && (beforeYear.test(before) || unit.unit === 'none');
  const isSince = isTime && / seit (?:jahr|anfang|mitte|ende)? ?$/.test(before);
  return { value, ...beside, ...(isTime ? { unit: 'none' } : unit), isYear: isTime, isSince };
}

function isYear(value: string): boolean {
  return /^(?:19|20)\d\d$/.test(value);
}

function toWordValue(raw: string): readonly string[] {
  const value = amountOf(fold(raw));
  return typeof value === 'number' ? [String(value)] : [];
}

function toUnit(next: string | undefined): Pick<Figure, 'unit' | 'thing'> {
  const folded = fold(next ?? '');
  const unit = units.find(([pattern]) => pattern.test(folded))?.[1];
  if (unit !== undefined) {
    return { unit };
  }
  return /^\p{Lu}/u.test(next ?? '') ? { unit: 'thing', thing: folded } : { unit: 'none' };
}

function toPer([first = '', second = '']: readonly string[]): Pick<Figure, 'per'> {
  const word = /^(?:im|pro|je|in|a)$/.test(fold(first)) ? fold(second) : fold(first);
  const each = /^(?:pro|je)$/.test(fold(first)) ? word : undefined;
  const per = periods.find(([pattern]) => pattern.test(word))?.[1] ?? each;
  return per === undefined ? {} : { per };
}

/** "Lizenz im Jahr: 9.600 €" */
function toPerBefore(before: string): Pick<Figure, 'per'> {
  const period = / (?:im|pro|je) ([a-z]+) $/.exec(before)?.[1] ?? '';
  const per = periods.find(([pattern]) => pattern.test(period))?.[1];
  return per === undefined ? {} : { per };
}

/** See `numberOf`; "einfache Fragen" and "einmal" are none. */
export function amountOf(folded: string): ReturnType<typeof numberOf> {
  return /^ein(?:fach|mal)/.test(folded) ? undefined : numberOf(folded);
}
