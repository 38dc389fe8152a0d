import { fold } from '../../../search/german/fold.ts';
import { isPlainWord } from '../../../search/german/plain-words.ts';
import { stem } from '../../../search/german/stem.ts';
import { tokenize } from '../../../search/tokenize.ts';
import { checkClause } from './check-clause.ts';
import type { ClauseProblem } from './check-clause.ts';
import { amountOf, readNumbers } from './figures.ts';
import type { CitedSource, Said } from './cited-source.ts';
import { toClauses } from './clauses.ts';
import type { Clause } from './clauses.ts';
import type { CitedSentence } from './cut-sentences.ts';
import { isPartOf, readDates, withoutMonths } from './dates.ts';
import { namedCommunes } from './named-communes.ts';
import { inBlanks, isTelling, readWords } from './read-words.ts';
import { stageNoun } from './stages-said.ts';
import { hasHiddenName, isForeign, overstates } from './small-words.ts';

/** Why a sentence is not shown. */
export type SentenceProblem =
  /** It names no source, or it is only a part of what does. */
  | 'uncited'
  /** It names a source that there is not. */
  | 'unknown-source'
  /** An address of the web or of mail. */
  | 'address'
  /** Something that is no plain text: markup, signs that nobody sees, letters that only look like ours. */
  | 'not-plain'
  /** A commune that none of its sources names. */
  | 'commune'
  /** A number, a part of a date, or an amount in words that none of its sources has. */
  | 'number'
  /** A name or thing that none of its sources names. */
  | 'name'
  /** Another language than German. */
  | 'language'
  /** More than the sources say: a time, a rank, everybody. */
  | 'overstated'
  /** Of one what a source says of another (`mixed-up`); a number, a stage or a denial that is not the one of the source. */
  | ClauseProblem;

export interface Evidence {
  /** By their numbers. */
  readonly sources: ReadonlyMap<number, CitedSource>;
  /** Folded names of all communes that are known, as words between blanks: " lennestadt ". */
  readonly communes: readonly string[];
}

/**
 * Whether the sources that a sentence cites have everything that it names: each number, each commune, and each word that German writes with a
 * capital letter, in whichever ending. Of what its words say of each other it judges what can be read from them: whose number, date and stage it
 * is, and whether something is so or not.
 */
export function checkSentence(
  { text, claim, cited }: CitedSentence,
  { sources, communes }: Evidence,
): SentenceProblem | undefined {
  if (cited.length === 0) {
    return 'uncited';
  }
  const known = cited.flatMap((number) => sources.get(number) ?? []);
  if (known.length < cited.length) {
    return 'unknown-source';
  }
  // Without a citation in it, it is a part of something that a person looks at.
  const own = text === claim ? known : known.map(({ withoutOrders }) => withoutOrders);
  const problem = checkForm(claim) ?? checkWords(claim, own, communes) ?? checkClauses(claim, own, communes);
  return problem ?? (text === claim || isSaying(claim) ? undefined : 'uncited');
}

/** "In Menden [1]" is no sentence: what comes behind it would be read together with it. */
function isSaying(claim: string): boolean {
  return readWords(claim).some(({ raw, folded }) => /^\p{Ll}/u.test(raw) && isTelling(folded));
}

function checkForm(claim: string): SentenceProblem | undefined {
  if (addresses.test(claim)) {
    return 'address';
  }
  if (!plain.test(claim) || markup.test(claim)) {
    return 'not-plain';
  }
  return secondSentence.test(claim) || fragment.test(claim) ? 'uncited' : undefined;
}

function checkWords(
  claim: string,
  own: readonly Said[],
  communes: readonly string[],
): SentenceProblem | undefined {
  const rest = withoutKnownDates(claim, own);
  const words = tokenize(rest).map(({ text }) => text);
  const said = readWords(claim);
  const folded = inBlanks(said);
  const there = new Set(own.flatMap((source) => [...namedCommunes(source.words, communes)]));
  const named = [...namedCommunes(folded, communes)];
  if (named.some((name) => !there.has(name))) {
    return 'commune';
  }
  if (!numbersAreIn(rest, words, own)) {
    return 'number';
  }
  if (!words.every((word, index) => isIn(word, index === 0, own))) {
    return 'name';
  }
  const all = {
    words: own.map((source) => source.words).join(''),
    stems: new Set(own.flatMap(({ stems }) => [...stems])),
  };
  if (isForeign(said, all)) {
    return 'language';
  }
  if (hasHiddenName(said, all)) {
    return 'name';
  }
  const isAlone = named.some((name) => folded.replaceAll(' nicht nur ', ' ').includes(` nur${name}`));
  return isAlone || overstates(said, folded, all) ? 'overstated' : undefined;
}

function checkClauses(
  claim: string,
  own: readonly Said[],
  communes: readonly string[],
): SentenceProblem | undefined {
  for (const clause of toClauses(claim, communes)) {
    const naming = own.filter((source) => isNaming(source, clause, communes));
    const words = tokenize(withoutKnownDates(clause.text, naming)).map(({ text }) => text);
    if (!words.every((word) => isIn(word, true, naming))) {
      return 'mixed-up';
    }
    const found = naming.map((source) => source.passages);
    const problem = checkClause(clause, { sources: found, communes, citedCount: own.length });
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

/** A date may be written in another way than in the source. */
function withoutKnownDates(text: string, own: readonly Said[]): string {
  const known = own.flatMap(({ passages }) => passages.flatMap(({ dates }) => dates));
  const dates = readDates(text).filter((said) => known.some((date) => isPartOf(said, date)));
  return withoutMonths(text, dates);
}

/** What a clause says of communes is proven by the sources about one of them. */
function isNaming({ words }: Said, clause: Clause, communes: readonly string[]): boolean {
  const named = namedCommunes(words, communes);
  return clause.communes.size === 0 || [...clause.communes].some((name) => named.has(name));
}

/** "https://", "www.", "rathaus.example", "a@b", "rathaus (punkt) de", "mailto:a"; "Bürger:innen" is none. */
const addresses =
  /\p{L}:(?!in(?:nen)?\b)\p{L}|\/\/|\bwww\b|@|[\p{L}\p{N}-]\s?\.\p{L}{2,}|\(\s?(?:punkt|dot|at)\s?\)|\b(?:punkt|dot)\s(?:de|com|org|net|eu|info|io|example)\b/iu;
/** Begins in the middle: what it is about stands before what an earlier sentence cites. */
const fragment =
  /^(?:(?:und|oder|aber|sowie|sondern|w\u00e4hrend)\s+)?(?!(?:der|die|das|de[mns]|ein|eine[mnrs]?|in|im|am|an|auch|auf|aus|bei|beim|dort|dies\p{L}*|f\u00fcr|\u00fcber|hier|mit|es|und|oder|aber|sowie|seit|zudem)\b)\p{Ll}/u;
/** Letters of Latin-1 and Latin Extended, digits, and what German is punctuated with: no markup, nothing that looks like something else. */
const plain =
  /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f0-9 \u00a0\u202f.,;:!?'"\u2018-\u201f()/%&+\u2010-\u2015\u2026\u20ac\u00a7\u00b0-]+$/;
/** What begins a point of a list, or stands for a sign of HTML. */
const markup = /^[-\u2010-\u2015]\s|&(?:#|\p{L}+;)/u;
/** A full stop that is none: after a number, a single letter, or what is often cut short. */
const secondSentence =
  /(?<!\d|\b\p{L}|\b(?:ca|nr|bzw|usw|etc|dr|prof|st|abs|art|inkl|ggf|evtl|max|min|mio|mrd|vgl|sog))[.!?\u2026]["\u2018-\u201f)]?\s+\p{Lu}/iu;

/** An amount in words may also be how many sources the sentence cites. */
function numbersAreIn(claim: string, words: readonly string[], own: readonly Said[]): boolean {
  const known = (number: string) => own.some(({ numbers }) => numbers.has(number));
  return (
    readNumbers(claim).every(known) &&
    words.map(fold).every((word) => {
      const value = amountOf(word);
      return (
        value === undefined ||
        known(String(value)) ||
        value === own.length ||
        own.some((source) => source.words.includes(` ${word} `))
      );
    })
  );
}

/** By which sentences begin, too. */
const beginning =
  /^(?:anders|anfangs|beispielsweise|bislang|derzeit|eingesetzt|eingestellt|erprobt|gemeinsam|geplant|getestet|inzwischen|mehr|mittlerweile|momentan|produktiv|seither|somit|weniger)$/;
/** What a record is called, and what it is about in general. */
const ownNoun = /^(?:vorhaben|projekte?[ns]?|loesung(?:en)?|zahl(?:en)?|anliegen|ziele?s?)$/;

/** Words in small letters are the answer's own; so is the first one when it is a word of every day. */
function isIn(word: string, isFirst: boolean, own: readonly Said[]): boolean {
  if (!/[\p{Lu}\p{N}]/u.test(word)) {
    return true;
  }
  const folded = fold(word);
  // Numbers were checked as such.
  const isOwn =
    isPlainWord(folded, isFirst) ||
    (isFirst && beginning.test(folded)) ||
    ownNoun.test(folded) ||
    stageNoun.test(folded) ||
    amountOf(folded) !== undefined ||
    /^\d+$/.test(folded);
  return isOwn || own.some(({ stems, words }) => stems.has(stem(folded)) || words.includes(` ${folded} `));
}
