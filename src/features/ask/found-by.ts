import type { FoundEvidence, MatchedWord } from '../../search/explanation.ts';
import type { Snippet } from '../../search/search-engine.ts';

/** What leads from a question to a use case: a word of its own, and what was asked when the two merely mean the same. */
export interface FoundBy {
  readonly word: string;
  readonly sameAs?: string;
}

/** More make a sentence that nobody reads. */
const shownCorrections = 2;

/** Why a use case is shown, where neither its title nor the marked words of its text make that plain. */
export function findFoundBy(matched: readonly MatchedWord[], why: Snippet): FoundBy | undefined {
  const topics = topicsOf(matched);
  const plain = topics.some((word) => real(word).some((evidence) => isShown(evidence, why)));
  const [hidden] = plain ? [] : topics.filter((word) => real(word).length > 0);
  const [nearest] = hidden === undefined ? [] : real(hidden);
  if (nearest === undefined) {
    return undefined;
  }
  const { kind, phrase: word } = nearest;
  return kind === 'synonym' ? { word, sameAs: askedBy(nearest, topics) } : { word };
}

/** How the misspelled words of the question were understood: each by the first use case that has what it was taken for. */
export function findCorrections(useCases: readonly (readonly MatchedWord[])[]): readonly string[] {
  const corrections = new Map<string, string>();
  for (const word of useCases.flat()) {
    const corrected = word.evidence.find(({ kind }) => kind === 'other-spelling');
    if (corrected !== undefined && !corrections.has(word.asked)) {
      corrections.set(word.asked, corrected.phrase);
    }
  }
  return [...corrections.values()].slice(0, shownCorrections);
}

/** Words that go with any topic make nothing plain, unless there are no others. */
function topicsOf(matched: readonly MatchedWord[]): readonly MatchedWord[] {
  const topics = matched.filter(({ namesTopic }) => namesTopic);
  return topics.length > 0 ? topics : matched;
}

/** Evidence that says what was asked for; words that merely share letters do not. */
function real({ evidence }: MatchedWord): readonly FoundEvidence[] {
  return evidence.filter(({ kind }) => kind !== 'letters');
}

function isShown({ words }: FoundEvidence, why: Snippet): boolean {
  const marked = new Set(why.parts.filter(({ found }) => found).map(({ text }) => text));
  return words.some(({ field, text }) => field === 'title' || marked.has(text));
}

/** All words of the question that one synonym stands for: "künstliche Intelligenz". */
function askedBy({ phrase }: FoundEvidence, topics: readonly MatchedWord[]): string {
  const replaced = topics.filter((word) =>
    real(word).some((evidence) => evidence.kind === 'synonym' && evidence.phrase === phrase),
  );
  return replaced.map(({ asked }) => asked).join(' ');
}
