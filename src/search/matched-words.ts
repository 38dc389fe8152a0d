import { toTerm } from './analyser.ts';
import {
  evidenceKinds,
  type EvidenceKind,
  type FoundEvidence,
  type MatchedWord,
  type SpeakingWord,
} from './explanation.ts';
import type { FieldIndex } from './field-index.ts';
import type { Evidence, Known } from './evidence.ts';
import type { Question, QuestionWord } from './question.ts';
import type { SearchDocument } from './search-engine.ts';
import { tokenize } from './tokenize.ts';
import type { Tuning } from './tuning.ts';

/** One document of the index: its number there, and the texts it was made of. */
export interface IndexedDocument {
  readonly number: number;
  readonly fields: SearchDocument['fields'];
}

export interface NamedField {
  readonly name: string;
  readonly index: FieldIndex;
}

interface ReadField {
  readonly name: string;
  readonly terms: readonly number[];
  readonly written: WrittenWords;
}

/** For each stem the words of a text that have it, in their order. */
type WrittenWords = ReadonlyMap<string, readonly string[]>;

/** The evidence with what the document has of it. */
export interface HeldEvidence {
  readonly evidence: Evidence;
  readonly found: FoundEvidence;
}

/** Finds out, from the index alone, by which evidence a document speaks of the words of questions. */
export class DocumentReader {
  readonly #known: Known;
  readonly #fields: readonly ReadField[];

  constructor(document: IndexedDocument, fields: readonly NamedField[], known: Known) {
    this.#known = known;
    this.#fields = fields.map(({ name, index }) => ({
      name,
      terms: Array.from(index.termsOf(document.number)),
      written: writtenWords(document.fields[name] ?? '', known.tuning),
    }));
  }

  /** What the document has of a word's evidence, the nearest to the word first. */
  evidenceFor(word: QuestionWord): readonly HeldEvidence[] {
    const held: HeldEvidence[] = [];
    for (const evidence of word.evidence) {
      const bySet = evidence.sets.map((set) =>
        [set.own, set.forms, set.contained].flatMap((terms) => this.#wordsOf(terms)),
      );
      if (bySet.length > 0 && bySet.every((words) => words.length > 0)) {
        const kind = this.#kindOf(evidence);
        const phrase = bySet.map(([first]) => first?.text).join(' ');
        held.push({ evidence, found: { kind, phrase, words: bySet.flat() } });
      }
    }
    return held.sort((one, other) => nearness(one) - nearness(other));
  }

  #wordsOf(numbers: ArrayLike<number>): SpeakingWord[] {
    const wanted = new Set(Array.from(numbers));
    return this.#fields.flatMap(({ name, terms, written }) =>
      terms
        .filter((term) => wanted.has(term))
        .map((term) => this.#known.vocabulary.term(term))
        .flatMap((stem) => (written.get(stem) ?? [stem]).map((text) => ({ field: name, text }))),
    );
  }

  #kindOf({ kind, sets }: Evidence): EvidenceKind {
    switch (kind) {
      case 'word':
      case 'completion':
        return sets.some(({ own, forms }) => this.#has(own) || this.#has(forms)) ? 'same' : 'inside-compound';
      case 'spelling':
        return 'other-spelling';
      case 'part':
      case 'letters':
      case 'synonym':
        return kind;
    }
  }

  #has(numbers: ArrayLike<number>): boolean {
    const wanted = new Set(Array.from(numbers));
    return this.#fields.some(({ terms }) => terms.some((term) => wanted.has(term)));
  }
}

function nearness({ found }: HeldEvidence): number {
  return evidenceKinds.indexOf(found.kind);
}

/** What the document says of each word of the question. */
export function matchWords(
  reader: DocumentReader,
  question: Question,
  text: string,
  tuning: Tuning,
): MatchedWord[] {
  const asked = writtenWords(text, tuning);
  return question.words.map((word) => ({
    ...describeWord(word, asked),
    evidence: reader.evidenceFor(word).map(({ found }) => found),
  }));
}

/** A word of the question as it was asked. */
export function describeWord(
  { text, telling }: QuestionWord,
  asked: WrittenWords,
): Omit<MatchedWord, 'evidence'> {
  return { asked: asked.get(text)?.[0] ?? text, namesTopic: telling === 1 };
}

/** The distinct words of a text by their stems. */
export function writtenWords(text: string, tuning: Tuning): WrittenWords {
  const words = new Map<string, string[]>();
  for (const token of tokenize(text)) {
    const stem = toTerm(token.text, tuning).text;
    const forms = words.get(stem) ?? [];
    if (!forms.includes(token.text)) {
      words.set(stem, [...forms, token.text]);
    }
  }
  return words;
}
