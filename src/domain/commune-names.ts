import type { Commune } from './commune.ts';
import {
  districtWords,
  fillers,
  fold,
  regions,
  toTokens,
  toWords,
  townWords,
  withoutDistrictWord,
  type Words,
} from './commune-words.ts';

/** What somebody meant with a commune's name. `nearest` is a guess for a question back, never an answer. */
export type CommuneMatch =
  | { readonly kind: 'found'; readonly commune: Commune }
  | { readonly kind: 'ambiguous'; readonly communes: readonly Commune[] }
  | { readonly kind: 'unknown'; readonly nearest?: Commune };

/** Characters; whatever is longer is a text, not a name. */
const longestName = 120;

interface NamedCommune {
  readonly commune: Commune;
  readonly base: readonly string[];
  readonly patterns: readonly RegExp[];
  readonly otherNames: readonly (readonly RegExp[])[];
  readonly district: readonly RegExp[];
  /** Its own ("sauerland"); those of the whole list when it has none. */
  readonly qualifiers: ReadonlySet<string>;
}

/**
 * Recognises a commune by its name with or without "Stadt", "Gemeinde", "(Sauerland)" or its district, or by its AGS with 8
 * digits, or 7 where a spreadsheet dropped the zero, or the 5 digits of a district. A name that a town shares with its district
 * means the town, unless "Kreis" stands with it.
 */
export function findCommune(communes: readonly Commune[], words: string): CommuneMatch {
  const digits = words.replaceAll(/\s/g, '');
  if (/^\d+$/.test(digits)) {
    const key = digits.length === 7 ? `0${digits}` : digits;
    const commune = communes.find(({ id }) => id === key || id === `${key}000`);
    return commune === undefined ? { kind: 'unknown' } : { kind: 'found', commune };
  }
  if (words.length > longestName) {
    return { kind: 'unknown' };
  }
  const asked = toWords(words);
  const named = nameCommunes(communes);
  const official = named.filter((one) => isMeant(one, one.patterns, asked));
  const candidates =
    official.length > 0
      ? official
      : named.filter((one) => one.otherNames.some((name) => isMeant(one, name, asked)));
  const meant = preferTown(preferNamedKind(candidates, asked)).map(({ commune }) => commune);
  const [first] = meant;
  if (first === undefined) {
    const nearest = findNearest(named, asked);
    return { kind: 'unknown', ...(nearest !== undefined && { nearest }) };
  }
  return meant.length === 1 ? { kind: 'found', commune: first } : { kind: 'ambiguous', communes: meant };
}

/** Splits "Menden, Hemer | Olpe, Stadt" into the names it lists. */
export function splitCommuneNames(words: string): string[] {
  const names: string[] = [];
  for (const part of words.split(/[,|;\n]/).map((piece) => piece.trim())) {
    const previous = names.at(-1);
    const belongsToPrevious = townWords.has(fold(part)) || districtWords.has(fold(part));
    if (belongsToPrevious && previous !== undefined) {
      names[names.length - 1] = `${previous}, ${part}`;
    } else if (part !== '') {
      names.push(part);
    }
  }
  return names;
}

const namedBefore = new WeakMap<readonly Commune[], readonly NamedCommune[]>();

function nameCommunes(communes: readonly Commune[]): readonly NamedCommune[] {
  const known = namedBefore.get(communes);
  if (known !== undefined) {
    return known;
  }
  const qualifiersOfList = new Set(communes.flatMap(({ name }) => toWords(name).qualifiers.flat()));
  const named = communes.map((commune) => {
    const { tokens, qualifiers } = toWords(commune.name);
    const isDistrict = commune.kind === 'kreis';
    const base = isDistrict ? withoutDistrictWord(tokens) : tokens;
    return {
      commune,
      base,
      patterns: base.map((part) => toPattern(part, isDistrict)),
      otherNames: toOtherNames(commune, base).map((name) => name.map((part) => toPattern(part, false))),
      district: withoutDistrictWord(toTokens(fold(commune.districtName))).map((part) =>
        toPattern(part, true),
      ),
      qualifiers: qualifiers.length > 0 ? new Set(qualifiers.flat()) : qualifiersOfList,
    };
  });
  namedBefore.set(communes, named);
  return named;
}

/** Allows for the genitive ("Mendens"), and in a district's name for adjectives ("im Märkischen Kreis") and "kreis" at the end. */
function toPattern(part: string, isDistrict: boolean): RegExp {
  if (!isDistrict) {
    return new RegExp(`^${part}s?$`);
  }
  return part.endsWith('er')
    ? new RegExp(`^${part.slice(0, -2)}e[mnrs]?$`)
    : new RegExp(`^${part}(?:s|kreis|kreises)?$`);
}

/** The operator's aliases, and the name without "Bad", as neighbours say it. */
function toOtherNames(commune: Commune, base: readonly string[]): readonly (readonly string[])[] {
  const short = base.length > 1 && base[0] === 'bad' ? [base.slice(1)] : [];
  return [...short, ...commune.aliases.map((alias) => toTokens(fold(alias)))];
}

function isMeant(named: NamedCommune, name: readonly RegExp[], asked: Words): boolean {
  return asked.tokens.some((_, start) => {
    const length = matchAt(asked.tokens, start, name);
    return (
      length > 0 &&
      explains(named, asked.tokens.slice(0, start)) &&
      explains(named, asked.tokens.slice(start + length)) &&
      asked.qualifiers.every((qualifier) => explains(named, qualifier, true))
    );
  });
}

/** How many tokens from `start` on spell the name: all of it, or 0. */
function matchAt(tokens: readonly string[], start: number, name: readonly RegExp[]): number {
  return name.every((part, offset) => part.test(tokens[start + offset] ?? '')) ? name.length : 0;
}

/** Whether words beside the name fit this commune: what it is, where it is, or nothing. */
function explains(named: NamedCommune, tokens: readonly string[], inBrackets = false): boolean {
  const isDistrict = named.commune.kind === 'kreis';
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at] ?? '';
    const ownDistrict = isDistrict ? 0 : matchDistrict(tokens, at, named.district, inBrackets);
    if (ownDistrict > 0) {
      at += ownDistrict;
    } else if (isDistrict ? districtWords.has(token) : townWords.has(token)) {
      at += 1;
    } else if (fillers.has(token) || regions.has(token) || isQualifier(token, named.qualifiers)) {
      at += 1;
    } else {
      return false;
    }
  }
  return true;
}

/** Spelled out or shortened: "Sauerland", "Sauerl." */
function isQualifier(token: string, qualifiers: ReadonlySet<string>): boolean {
  return qualifiers.has(token) || (token.length >= 4 && [...qualifiers].some((one) => one.startsWith(token)));
}

/** How many tokens name the district a town lies in; outside brackets the word "Kreis" must be among them. */
function matchDistrict(
  tokens: readonly string[],
  start: number,
  district: readonly RegExp[],
  inBrackets: boolean,
): number {
  const before = districtWords.has(tokens[start] ?? '') ? 1 : 0;
  const length = matchAt(tokens, start + before, district);
  if (length === 0) {
    return 0;
  }
  const after = districtWords.has(tokens[start + before + length] ?? '') ? 1 : 0;
  const spelled = tokens.slice(start, start + before + length + after);
  const saysDistrict = spelled.some((token) => /kreis(?:es)?$|^kr$/.test(token));
  return saysDistrict || inBrackets ? spelled.length : 0;
}

function preferTown(candidates: readonly NamedCommune[]): readonly NamedCommune[] {
  const towns = candidates.filter(({ commune }) => commune.kind !== 'kreis');
  return towns.length > 0 ? towns : candidates;
}

/** With a town and a municipality of one name, "Gemeinde" or "Stadt" decides. */
function preferNamedKind(candidates: readonly NamedCommune[], asked: Words): readonly NamedCommune[] {
  const kinds = new Set([...asked.tokens, ...asked.qualifiers.flat()].map((token) => townWords.get(token)));
  const named = candidates.filter(({ commune }) => commune.kind !== 'kreis' && kinds.has(commune.kind));
  return named.length > 0 ? named : candidates;
}

/** The commune whose name needs the fewest changed letters: at most one in four. */
function findNearest(named: readonly NamedCommune[], asked: Words): Commune | undefined {
  const words = asked.tokens.filter((token) => !townWords.has(token) && !fillers.has(token));
  const saysDistrict = words.some((token) => districtWords.has(token));
  const typed = withoutDistrictWord(words).join(' ');
  let best: { readonly commune: Commune; readonly distance: number } | undefined;
  for (const { commune, base } of named) {
    const name = base.join(' ');
    // A town and its district are equally near by letters; what was said decides.
    const distance = countChanges(typed, name) + (saysDistrict === (commune.kind === 'kreis') ? 0 : 0.5);
    if (distance < Math.floor(name.length / 4) + 1 && distance < (best?.distance ?? Infinity)) {
      best = { commune, distance };
    }
  }
  return best?.commune;
}

/** Levenshtein's distance: inserted, deleted and exchanged letters. */
function countChanges(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
