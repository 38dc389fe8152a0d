import { isPassingStem } from './german/passing-words.ts';
import { isStopStem } from './german/stop-words.ts';
import { isWeakStem } from './german/weak-words.ts';
import type { Known, TermSet } from './evidence.ts';
import { rarity } from './rank.ts';
import type { ScoredField } from './scoreboard.ts';
import type { SynonymGroup } from './synonyms.ts';

/** What more than this share of all documents speaks of sets none of them apart. */
const commonShare = 0.4;
/** At this strength half of a subject's worth is reached: so late that a title says much more than a text. */
export const subjectSaturation = 2;
const shortestSubject = 3;

/** What is known of the documents. */
export interface SubjectCorpus extends Known {
  readonly fields: readonly ScoredField[];
  readonly synonyms: readonly SynonymGroup[];
  /** Documents in all. */
  readonly size: number;
}

/** One thing that a document speaks of. */
export interface Subject {
  readonly text: string;
  /** Each way to say it; a document says it in a way when it has a term of each set. */
  readonly ways: readonly (readonly TermSet[])[];
  /** How rare it is, and how strongly the document speaks of it. */
  readonly worth: number;
}

type Strengths = ReadonlyMap<string, number>;

/** What a document speaks of, the most telling first; words that mean the same are one subject. */
export function subjectsOf(document: number, corpus: SubjectCorpus): Subject[] {
  const strengths = withParts(termStrengths(document, corpus), corpus);
  const subjects: Subject[] = [];
  const grouped = new Set<string>();
  for (const group of corpus.synonyms) {
    const said = group.filter((phrase) => phrase.every((term) => strengths.has(term)));
    const ways = said.length === 0 ? [] : toWays(group, corpus);
    const strength = Math.max(0, ...said.map((phrase) => weakest(phrase, strengths)));
    subjects.push({ text: group.join(), ways, worth: worthOf(ways, strength, corpus) });
    for (const [term] of said.filter((phrase) => phrase.length === 1)) {
      grouped.add(term ?? '');
    }
  }
  for (const [text, strength] of strengths) {
    if (isTelling(text) && !grouped.has(text)) {
      const ways = [[termSet([text], corpus)]];
      subjects.push({ text, ways, worth: worthOf(ways, strength, corpus) });
    }
  }
  return subjects
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth || (one.text < other.text ? -1 : 1));
}

/** As BM25F has it, each term counted once in each field. */
function termStrengths(document: number, { fields, vocabulary }: SubjectCorpus): Map<string, number> {
  const strengths = new Map<string, number>();
  for (const { index, weight, lengthNormalisation } of fields) {
    const length = 1 + lengthNormalisation * (index.relativeLength(document) - 1);
    for (const number of index.termsOf(document)) {
      const term = vocabulary.term(number);
      strengths.set(term, (strengths.get(term) ?? 0) + weight / length);
    }
  }
  return strengths;
}

function withParts(terms: Strengths, { compounds, tuning }: SubjectCorpus): Strengths {
  const strengths = new Map(terms);
  for (const [term, strength] of terms) {
    for (const part of compounds.partsOf(term)) {
      strengths.set(part, Math.max(strengths.get(part) ?? 0, strength * tuning.partWeight));
    }
  }
  return strengths;
}

function weakest(phrase: readonly string[], strengths: Strengths): number {
  return Math.min(...phrase.map((term) => strengths.get(term) ?? 0));
}

function isTelling(term: string): boolean {
  const isNumber = /^\d+$/.test(term);
  const empty = isStopStem(term) || isWeakStem(term) || isPassingStem(term);
  return term.length >= shortestSubject && !isNumber && !empty;
}

/** The phrases of one word are one way together. */
function toWays(group: SynonymGroup, known: Known): TermSet[][] {
  const single = group.filter((phrase) => phrase.length === 1).flat();
  const several = group.filter((phrase) => phrase.length > 1);
  return [[termSet(single, known)], ...several.map((phrase) => phrase.map((term) => termSet([term], known)))];
}

/** Only true compounds: of the others the beginning says little ("Zustand" and "Zuständigkeit"). */
function termSet(terms: readonly string[], { vocabulary, compounds }: Known): TermSet {
  const own = new Set(terms.map((term) => vocabulary.find(term)).filter((number) => number !== undefined));
  const containing = terms.flatMap((term) =>
    compounds
      .termsContaining(term)
      .filter((number) => compounds.partsOf(vocabulary.term(number)).includes(term)),
  );
  const contained = new Set(containing.filter((number) => !own.has(number)));
  return { own: [...own], forms: [], contained: [...contained] };
}

function worthOf(ways: Subject['ways'], strength: number, corpus: SubjectCorpus): number {
  const count = ways.reduce((sum, way) => sum + documentsWith(way, corpus), 0);
  if (count > commonShare * corpus.size) {
    return 0;
  }
  return (rarity(count, corpus) * strength) / (strength + subjectSaturation);
}

/** At most so many documents: those with several of the terms are counted several times. */
function documentsWith(way: readonly TermSet[], { vocabulary }: Known): number {
  const counts = way.map(({ own, contained }) =>
    [...Array.from(own), ...Array.from(contained)].reduce(
      (sum, number) => sum + vocabulary.documentCount(number),
      0,
    ),
  );
  return Math.min(...counts);
}
