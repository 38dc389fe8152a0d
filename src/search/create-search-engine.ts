import { Analyser } from './analyser.ts';
import { Compounds } from './compounds.ts';
import { cutSnippet } from './cut-snippet.ts';
import { FieldIndex } from './field-index.ts';
import { wordFinder } from './found-words.ts';
import { analyseQuestion, type Question } from './question.ts';
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
import { Vocabulary } from './vocabulary.ts';

export interface SearchEngineSettings {
  /** The fields of the documents; others are not searched. */
  readonly fields: Readonly<Record<string, FieldSetting>>;
  /** Groups of words and phrases that mean the same. */
  readonly synonyms?: readonly (readonly string[])[];
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
  readonly #compounds = new Compounds(this.#vocabulary);
  readonly #analyser = new Analyser(this.#vocabulary);
  readonly #board = new Scoreboard();
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
    this.#synonyms = (settings.synonyms ?? []).map(toSynonymGroup);
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
    const ideal = scoreQuestion(this.#board, question, {
      fields: this.#fields,
      vocabulary: this.#vocabulary,
      size: this.size,
    });
    return selectHits(this.#board, request, { ids: this.#ids, ideal });
  }

  snippet(text: string, question: string, maxLength: number): Snippet {
    const known = { vocabulary: this.#vocabulary, compounds: this.#compounds, size: this.size };
    return cutSnippet(text, maxLength, wordFinder(this.#analyse(question), known));
  }

  #analyse(text: string): Question {
    return analyseQuestion(text, {
      vocabulary: this.#vocabulary,
      compounds: this.#compounds,
      synonyms: this.#synonyms,
    });
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
