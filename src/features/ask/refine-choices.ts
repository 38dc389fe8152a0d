import type { Commune } from '../../domain/commune.ts';
import type { Filter } from '../../domain/filters.ts';
import type { CommuneId } from '../../domain/ids.ts';
import { fold } from '../../search/german/fold.ts';
import { stem } from '../../search/german/stem.ts';
import { isStopWord } from '../../search/german/stop-words.ts';
import { tokenize } from '../../search/tokenize.ts';
import { sizeWords, stageWords, technologyWords } from './refine-words.ts';
import type { ValueWords } from './refine-words.ts';

/** What a filter may be about. Of each a model names one value at most. */
export const choiceKinds = ['district', 'commune', 'size', 'stage', 'theme', 'technology'] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

/** A filter that words speak of, so that somebody who wrote them may have asked for it. */
export interface Choice {
  readonly kind: ChoiceKind;
  /** By which a model names it. */
  readonly key: string;
  /** What it is called, where the key does not say so; stored words. */
  readonly name?: string;
  readonly filter: Filter;
  /** The folded words that speak of it. */
  readonly words: readonly string[];
}

/** What there is to choose from. */
export interface KnownValues {
  readonly communes: ReadonlyMap<CommuneId, Commune>;
  /** As far as the asker may see them. */
  readonly themes: readonly string[];
}

interface Word {
  readonly raw: string;
  readonly folded: string;
}

function toWords(text: string): readonly Word[] {
  return tokenize(text).map(({ text: raw }) => ({ raw, folded: fold(raw) }));
}

/** Every filter that the words speak of; for any other nobody asked, whatever a model says. */
export function findChoices(text: string, { communes, themes }: KnownValues): readonly Choice[] {
  const written = toWords(text);
  const words = written.map(({ folded }) => folded);
  return [
    ...[...communes.values()].flatMap((commune) => toPlaceChoice(commune, written)),
    ...sizeWords.flatMap((size) => toChoice('size', size.key, size.value, spokenBy(size, words))),
    ...stageWords.flatMap((one) =>
      toChoice('stage', one.value, { kind: 'stage', stage: one.value }, spokenBy(one, words)),
    ),
    ...technologyWords.flatMap((one) =>
      toChoice('technology', one.value, { kind: 'technology', technology: one.value }, spokenBy(one, words)),
    ),
    ...themes.flatMap((theme, index) =>
      toChoice('theme', `theme-${index + 1}`, { kind: 'theme', theme }, themeWordsIn(theme, words), theme),
    ),
  ];
}

function spokenBy<Value>({ words: pattern }: ValueWords<Value>, words: readonly string[]): readonly string[] {
  return words.filter((word) => pattern.test(word));
}

function toChoice(
  kind: ChoiceKind,
  key: string,
  filter: Filter,
  words: readonly string[],
  name?: string,
): readonly Choice[] {
  return words.length === 0 ? [] : [{ kind, key, filter, words, ...(name !== undefined && { name }) }];
}

function toPlaceChoice(commune: Commune, words: readonly Word[]): readonly Choice[] {
  const spoken = namesOf(commune).flatMap((name) => wordsInRow(name, words));
  return commune.kind === 'kreis'
    ? toChoice(
        'district',
        commune.districtKey,
        { kind: 'district', districtKey: commune.districtKey },
        spoken,
        commune.name,
      )
    : toChoice('commune', commune.id, { kind: 'commune', communeId: commune.id }, spoken, commune.name);
}

/** Its name, its short forms, and for the district of a town what the town is called. */
function namesOf({ name, aliases, kind, districtName }: Commune): readonly string[] {
  const short = name.replace(/\(.*\)/, '');
  return [name, short, short.replace(/^Bad /, ''), ...aliases, ...(kind === 'kreis' ? [districtName] : [])];
}

/** The words of the name where they stand together; the last may say who lives there: "Olper", "Siegener". */
function wordsInRow(name: string, words: readonly Word[]): readonly string[] {
  const wanted = toWords(name);
  for (let start = 0; start + wanted.length <= words.length; start += 1) {
    const row = words.slice(start, start + wanted.length);
    const isName = row.every((word, index) => {
      const part = wanted[index]?.folded ?? '';
      const isLast = index === wanted.length - 1;
      return word.folded === part || (isLast && isInhabitant(word.folded, part));
    });
    if (isName && isWrittenAsName(row)) {
      return row.map(({ folded }) => folded);
    }
  }
  return [];
}

function isInhabitant(word: string, place: string): boolean {
  return word === `${place}er` || (place.endsWith('e') && word === `${place}r`);
}

/** "so" and "wenden" are words too; nobody takes "hsk" for one. */
function isWrittenAsName([first, ...others]: readonly Word[]): boolean {
  if (first === undefined) {
    return false;
  }
  const { length } = first.raw;
  const isPlate = others.length === 0 && length <= 3;
  return isPlate ? length === 3 || first.raw === first.raw.toUpperCase() : /^\p{Lu}/u.test(first.raw);
}

/** The words that speak of the whole theme; none when one of its own is missing. */
function themeWordsIn(theme: string, words: readonly string[]): readonly string[] {
  const stems = toWords(theme)
    .filter(({ folded }) => !isStopWord(folded))
    .map(({ folded }) => stem(folded));
  const speaking = stems.map((wanted) => words.find((word) => stem(word) === wanted));
  const found = speaking.filter((word) => word !== undefined);
  return found.length === stems.length ? found : [];
}
