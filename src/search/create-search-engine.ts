import { Analyser } from './analyser.ts';
import { Compounds } from './compounds.ts';
import { cutSnippet } from './cut-snippet.ts';
import { FieldIndex } from './field-index.ts';
import { wordFinder } from './found-words.ts';
import { analyseQuestion, type Known, type Question } from './question.ts';
import { scoreQuestion } from './rank.ts';
import { Scoreboard } from './scoreboard.ts';
import type {
  FieldSetting,
  SearchDocument,
  SearchEngine,
  SearchRequest,
  SearchResult,
  Snippet,
} from './search-engine.ts';
import { selectHits } from './select-hits.ts';
import { toSynonymGroup, type SynonymGroup } from './synonyms.ts';
import { defaultTuning, type Tuning } from './tuning.ts';
import { Vocabulary } from './vocabulary.ts';

export interface SearchEngineSettings {
  /** The fields of the documents; others are not searched. */
  readonly fields: Readonly<Record<string, FieldSetting>>;
  /** Groups of words and phrases that mean the same. */
  readonly synonyms?: readonly (readonly string[])[];
  /** What departs from the default, for measurements. */
  readonly tuning?: Partial<Tuning>;
}

interface Field extends FieldSetting {
  readonly name: string;
  readonly index: FieldIndex;
}

/** An empty engine; it holds everything in memory. */
export function createSearchEngine(settings: SearchEngineSettings): SearchEngine {
  return new InMemorySearchEngine(settings);
}

class InMemorySearchEngine implements SearchEngine {
  readonly #fields: readonly Field[];
  readonly #synonyms: readonly SynonymGroup[];
  readonly #vocabulary = new Vocabulary();
  readonly #tuning: Tuning;
  readonly #compounds: Compounds;
  readonly #analyser: Analyser;
  readonly #board: Scoreboard;
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  readonly #freeNumbers: number[] = [];

  constructor(settings: SearchEngineSettings) {
    this.#fields = Object.entries(settings.fields).map(([name, setting]) => ({
      name,
      weight: setting.weight,
      lengthNormalisation: setting.lengthNormalisation,
      index: new FieldIndex(),
    }));
    this.#tuning = { ...defaultTuning, ...settings.tuning };
    this.#compounds = new Compounds(this.#vocabulary, this.#tuning.compounds);
    this.#analyser = new Analyser(this.#vocabulary, this.#tuning);
    this.#board = new Scoreboard(this.#tuning);
    this.#synonyms = (settings.synonyms ?? []).map((phrases) => toSynonymGroup(phrases, this.#tuning));
  }

  get size(): number {
    return this.#numbers.size;
  }

  put(document: SearchDocument): void {
    this.remove(document.id);
    const number = this.#freeNumbers.pop() ?? this.#ids.length;
    this.#ids[number] = document.id;
    this.#numbers.set(document.id, number);
    for (const field of this.#fields) {
      field.index.add(number, this.#analyser.termNumbers(document.fields[field.name] ?? ''));
    }
    for (const term of this.#termsOf(number)) {
      this.#vocabulary.count(term, 1);
    }
  }

  remove(id: string): void {
    const number = this.#numbers.get(id);
    if (number === undefined) {
      return;
    }
    for (const term of this.#termsOf(number)) {
      this.#vocabulary.count(term, -1);
    }
    for (const field of this.#fields) {
      field.index.remove(number);
    }
    this.#numbers.delete(id);
    this.#freeNumbers.push(number);
  }

  search(request: SearchRequest): SearchResult {
    const question = this.#analyse(request.text);
    this.#board.begin(this.#ids.length);
    const ideal = scoreQuestion(this.#board, question, { ...this.#known(), fields: this.#fields });
    return selectHits(this.#board, request, { ids: this.#ids, ideal, tuning: this.#tuning });
  }

  snippet(text: string, question: string, maxLength: number): Snippet {
    return cutSnippet(text, maxLength, wordFinder(this.#analyse(question), this.#known()));
  }

  #analyse(text: string): Question {
    return analyseQuestion(text, { ...this.#known(), synonyms: this.#synonyms });
  }

  #known(): Known & { readonly size: number } {
    return {
      vocabulary: this.#vocabulary,
      compounds: this.#compounds,
      tuning: this.#tuning,
      size: this.size,
    };
  }

  #termsOf(number: number): Set<number> {
    const terms = new Set<number>();
    for (const field of this.#fields) {
      for (const term of field.index.termsOf(number)) {
        terms.add(term);
      }
    }
    return terms;
  }
}
