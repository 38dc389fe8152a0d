import { isPlainWord } from '../../../search/german/plain-words.ts';
import { isStopWord } from '../../../search/german/stop-words.ts';
import { stem } from '../../../search/german/stem.ts';
import type { Clause } from './clauses.ts';
import { isPartOf, readDates, withoutMonths } from './dates.ts';
import type { SaidDate } from './dates.ts';
import { isTurnedRound, toParts } from './denials.ts';
import { readFigures } from './figures.ts';
import type { Figure } from './figures.ts';
import { namedCommunes } from './named-communes.ts';
import type { Passage } from './passages.ts';
import { inBlanks, isTelling } from './read-words.ts';
import { areStagesTrue } from './check-stages.ts';
import { saidStages } from './stages-said.ts';

/** What sources do not say of what they name. */
export type ClauseProblem = 'mixed-up' | 'number' | 'stage' | 'denial';

export interface ClauseEvidence {
  /** Of each source. */
  readonly sources: readonly (readonly Passage[])[];
  /** All that are known: folded names between blanks. */
  readonly communes: readonly string[];
  /** How many sources the sentence cites. */
  readonly citedCount: number;
}

/** Whether the sources say together what a clause says together. */
export function checkClause(clause: Clause, evidence: ClauseEvidence): ClauseProblem | undefined {
  const { communes, sources } = evidence;
  const passages = sources.flat();
  if (![...clause.communes].every((name) => isSaidOf(name, clause, evidence))) {
    return 'mixed-up';
  }
  const proving = passages.filter((passage) => mayProve(passage, clause, communes));
  const dates = readDates(clause.text);
  const isDate = (said: SaidDate) =>
    proving.some(
      (passage) => passage.dates.some((date) => isPartOf(said, date)) && isTimeOf(passage, clause, said),
    );
  if (!dates.every(isDate)) {
    return 'number';
  }
  const figures = readFigures(withoutMonths(clause.text, dates));
  if (!figures.every((said) => isCount(said, evidence) || isProven(said, clause, proving))) {
    return 'number';
  }
  if (!areStagesTrue(clause, sources, communes)) {
    return 'stage';
  }
  const parts = toParts(clause.text).filter((part) => !isAboutStage(inBlanks(part), clause));
  return isTurnedRound(parts, passages, [...clause.communes].join('')) || isOtherWay(clause, passages)
    ? 'denial'
    : undefined;
}

/**
 * Where the record says who does it, of others only that may be said which stands in one sentence with their name: a record may name many who
 * have nothing to do with it.
 */
function isSaidOf(
  name: string,
  { words, communes }: Clause,
  { sources, communes: known }: ClauseEvidence,
): boolean {
  if (
    sources.some((passages) =>
      passages.some(({ adopter }) => namedCommunes(adopter?.name ?? '', known).has(name)),
    )
  ) {
    return true;
  }
  const naming = sources.filter((passages) =>
    passages.some((passage) => namedCommunes(passage.words, known).has(name)),
  );
  if (naming.some((passages) => !passages.some(({ adopter }) => adopter !== undefined))) {
    return true;
  }
  const places = [...communes].join('');
  const names = words.filter(
    ({ isName, folded }) =>
      isName && !places.includes(` ${folded} `) && !places.includes(` ${folded.replace(/s$/, '')} `),
  );
  return naming.some((passages) =>
    passages.some(
      (passage) =>
        namedCommunes(passage.words, known).has(name) &&
        names.every(({ stem: wanted }) => passage.stems.has(wanted)),
    ),
  );
}

/** That something is not in use was looked at with the stages. */
function isAboutStage(part: string, { communes }: Clause): boolean {
  return saidStages(part).some(({ isNegated, isWeak }) => isNegated && (!isWeak || communes.size > 0));
}

/** A line about somebody else proves nothing of these. */
function mayProve({ adopter }: Passage, { communes }: Clause, known: readonly string[]): boolean {
  const named = adopter === undefined ? [] : [...namedCommunes(adopter.name, known)];
  return communes.size === 0 || named.length === 0 || named.some((name) => communes.has(name));
}

/** "Zwei Einträge": how many records it speaks of. */
function isCount({ value, thing, isWord }: Figure, { citedCount }: ClauseEvidence): boolean {
  return value === String(citedCount) && (thing === undefined ? isWord : isPlainWord(thing, false));
}

/** With its unit, in a passage that goes the same way: 35 % less is not 35 % more. */
function isProven(said: Figure, clause: Clause, proving: readonly Passage[]): boolean {
  const way = wayOf(clause.folded);
  return proving.some(
    (passage) =>
      passage.figures.some((figure) => isSame(said, figure, passage.stems)) &&
      (!said.isYear || isTimeOf(passage, clause, said)) &&
      (way === undefined || !isMeasured(said) || wayOf(passage.words) === way),
  );
}

/** Whether the time in this passage is that of what the clause tells: they speak of the same. */
function isTimeOf(passage: Passage, clause: Clause, { isSince }: { readonly isSince: boolean }): boolean {
  const { adopter, stems, words } = passage;
  const isShared = clause.words.some(
    (word) =>
      stems.has(word.stem) && isTelling(word.folded) && !isStopWord(word.folded) && !/^\d/.test(word.folded),
  );
  return (
    (!isSince || beginning.test(words)) && (adopter !== undefined || clause.communes.size === 0 || isShared)
  );
}

/** In a passage that tells since when something is so. */
const beginning =
  / (?:seit|ab|gestartet|start[a-z]*|beginn[a-z]*|begonnen|begann|eingefuehrt[a-z]*|einfuehrung|live) /;

function isMeasured({ unit }: Figure): boolean {
  return unit === 'percent' || unit === 'hour' || unit === 'minute' || unit === 'day' || unit === 'thing';
}

function isSame(said: Figure, figure: Figure, stems: ReadonlySet<string>): boolean {
  if (said.value !== figure.value || said.isNegative !== figure.isNegative) {
    return false;
  }
  if (
    said.label !== undefined &&
    said.label === figure.label &&
    (said.unit === 'thing' || said.unit === 'none')
  ) {
    return true;
  }
  if (said.bound !== undefined && said.bound !== figure.bound) {
    return false;
  }
  switch (said.unit) {
    case 'thing':
      return figure.unit !== 'percent' && figure.unit !== 'euro' && stems.has(stem(said.thing ?? ''));
    case 'none':
      return figure.unit === 'none' || figure.unit === 'thing';
    case 'euro':
      return figure.unit === 'euro' && (said.per === undefined || said.per === figure.per);
    case 'percent':
    case 'year':
    case 'month':
    case 'week':
    case 'day':
    case 'hour':
    case 'minute':
    case 'large':
      return figure.unit === said.unit;
  }
}

const up =
  / (?:mehr|gestiegen[a-z]*|steigt|steigen|stieg|stiegen|steiger[a-z]*|gesteigert[a-z]*|hoeher[a-z]*|erhoeh[a-z]*|zugenommen|anstieg|zunahme|laenger[a-z]*|langsamer[a-z]*) /;
const down =
  / (?:weniger|gesunken[a-z]*|sinkt|sinken|sank|senk[a-z]*|gesenkt[a-z]*|niedriger[a-z]*|geringer[a-z]*|reduzier[a-z]*|verringer[a-z]*|spar[a-z]*|gespart|einspar[a-z]*|eingespart[a-z]*|kuerzer[a-z]*|schneller[a-z]*|rueckgang|abnahme|entlast[a-z]*|verkuerz[a-z]*) /;

/** Whether something grows or shrinks, if that is said of it alone. */
function wayOf(folded: string): 'up' | 'down' | undefined {
  const words = folded
    .replaceAll(/ (?:mehr|weniger) als /g, ' ')
    .replaceAll(/ (?:nicht|kein(?:e[mnrs]?)?) mehr /g, ' ');
  const [grows, shrinks] = [up.test(words), down.test(words)];
  return grows === shrinks ? undefined : grows ? 'up' : 'down';
}

/** Whether it says that something grows of which the sources say only that it shrinks, or the other way round. */
function isOtherWay({ folded, words }: Clause, passages: readonly Passage[]): boolean {
  const way = wayOf(folded);
  const names = words.filter(({ isName }) => isName).map((word) => word.stem);
  const ways = passages
    .filter(({ adopter, stems }) => adopter === undefined && names.some((name) => stems.has(name)))
    .flatMap((passage) => wayOf(passage.words) ?? []);
  return way !== undefined && ways.length > 0 && !ways.includes(way);
}
