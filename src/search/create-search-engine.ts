import { Analyser } from './analyser.ts';
import { Compounds } from './compounds.ts';
import { cutSnippet } from './cut-snippet.ts';
import { explainSearch, RecordingScoreboard } from './explain.ts';
import type { Explanation, MatchedWord } from './explanation.ts';
import { FieldIndex } from './field-index.ts';
import { wordFinder } from './found-words.ts';
import { HitSelection, type Scored } from './hit-selection.ts';
import { IndexChangedError } from './saved/index-format.ts';
import { DocumentReader, matchWords } from './matched-words.ts';
import type { Known } from './evidence.ts';
import { analyseQuestion, type Question } from './question.ts';
import { scoreQuestion, type Ideal } from './rank.ts';
import { findRelatedHits } from './related.ts';
import { saveIndex, type IndexContent } from './saved/saved-index.ts';
import { Scoreboard } from './scoreboard.ts';
import type {
  FieldSetting,
  Hit,
  RelatedRequest,
  SearchDocument,
  SearchEngine,
  SearchRequest,
  SearchResult,
  Snippet,
} from './search-engine.ts';
import { fingerprintOf, type SearchEngineSettings } from './search-engine-settings.ts';
import { toSynonymGroup, type SynonymGroup } from './synonyms.ts';
import { defaultTuning, type Tuning } from './tuning.ts';
import { Vocabulary } from './vocabulary.ts';

interface Field extends FieldSetting {
  readonly name: string;
  readonly index: FieldIndex;
}

/** An engine that holds everything in memory: empty, or with what `loadSearchEngine` has read. */
export function createSearchEngine(settings: SearchEngineSettings, content?: IndexContent): SearchEngine {
  return new InMemorySearchEngine(settings, content);
}

interface Analysed {
  readonly text: string;
  readonly unfinished: boolean;
  readonly revision: number;
  readonly question: Question;
}

class InMemorySearchEngine implements SearchEngine {
  readonly #fields: readonly Field[];
  readonly #synonyms: readonly SynonymGroup[];
  readonly #vocabulary: Vocabulary;
  readonly #tuning: Tuning;
  readonly #compounds: Compounds;
  readonly #analyser: Analyser;
  readonly #board: Scoreboard;
  readonly #selection = new HitSelection();
  readonly #numbers: Map<string, number>;
  readonly #ids: string[];
  readonly #versions: string[];
  readonly #freeNumbers: number[] = [];
  readonly #fingerprint: string;
  /** Counts the changes. */
  #revision = 0;
  /** The last question: an answer asks for its hits, its snippets and what was found by which word. */
  #analysed: Analysed | undefined;
  /** What the board holds: the same question with other filters needs no other scores. */
  #scored: { readonly question: Question; readonly ideal: Ideal } | undefined;

  constructor(settings: SearchEngineSettings, content?: IndexContent) {
    this.#fingerprint = fingerprintOf(settings);
    this.#vocabulary = content?.vocabulary ?? new Vocabulary();
    this.#ids = content?.ids ?? [];
    this.#versions = content?.versions ?? [];
    this.#numbers = new Map(this.#ids.map((id, number) => [id, number]));
    this.#fields = Object.entries(settings.fields).map(([name, setting], position) => ({
      name,
      weight: setting.weight,
      lengthNormalisation: setting.lengthNormalisation,
      index: content?.fields[position] ?? new FieldIndex(),
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

  put(document: SearchDocument, version = ''): void {
    this.remove(document.id);
    this.#revision += 1;
    const number = this.#freeNumbers.pop() ?? this.#ids.length;
    this.#ids[number] = document.id;
    this.#versions[number] = version;
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
    this.#revision += 1;
    for (const term of this.#termsOf(number)) {
      this.#vocabulary.count(term, -1);
    }
    for (const field of this.#fields) {
      field.index.remove(number);
    }
    this.#numbers.delete(id);
    this.#freeNumbers.push(number);
  }

  get ids(): Iterable<string> {
    return this.#numbers.keys();
  }

  versionOf(id: string): string | undefined {
    const number = this.#numbers.get(id);
    return number === undefined ? undefined : this.#versions[number];
  }

  *save(): Generator<Uint8Array> {
    const revision = this.#revision;
    const content = {
      vocabulary: this.#vocabulary,
      fields: this.#fields.map(({ index }) => index),
      ids: this.#ids,
      versions: this.#versions,
    };
    for (const chunk of saveIndex(content, this.#freeNumbers, this.#fingerprint)) {
      yield chunk;
      if (this.#revision !== revision) {
        throw new IndexChangedError();
      }
    }
  }

  search(request: SearchRequest): SearchResult {
    const ideal = this.#score(this.#analyse(request.text, request.unfinished));
    return this.#selection.select(this.#board, request, { ...this.#known(), ...this.#documents(), ideal });
  }

  findRelated(request: RelatedRequest): readonly Hit[] {
    const number = this.#numbers.get(request.id);
    if (number === undefined) {
      return [];
    }
    this.#scored = undefined;
    this.#board.begin(this.#ids.length);
    const corpus = { ...this.#known(), fields: this.#fields, synonyms: this.#synonyms, ids: this.#ids };
    return findRelatedHits(this.#board, number, request, corpus);
  }

  matchedWords(document: SearchDocument, question: string): readonly MatchedWord[] {
    const number = this.#numbers.get(document.id);
    return number === undefined
      ? []
      : matchWords(this.#reader(document, number), this.#analyse(question), question, this.#tuning);
  }

  explain(document: SearchDocument, question: string): Explanation | undefined {
    const number = this.#numbers.get(document.id);
    if (number === undefined) {
      return undefined;
    }
    const board = new RecordingScoreboard(this.#tuning, number);
    const asked = this.#analyse(question);
    board.begin(this.#ids.length);
    const ideal = scoreQuestion(board, asked, { ...this.#known(), fields: this.#fields });
    return explainSearch(
      { id: document.id, number, text: question, question: asked },
      { ...this.#known(), ...this.#documents(), board, ideal },
      this.#reader(document, number),
    );
  }

  snippet(text: string, question: string, maxLength: number): Snippet {
    return cutSnippet(text, maxLength, wordFinder(this.#analyse(question), this.#known()));
  }

  /** Scores the documents on the board, unless it has their scores for this question from the search before. */
  #score(question: Question): Ideal {
    if (this.#scored?.question !== question) {
      this.#board.begin(this.#ids.length);
      const ideal = scoreQuestion(this.#board, question, { ...this.#known(), fields: this.#fields });
      this.#scored = { question, ideal };
    }
    return this.#scored.ideal;
  }

  /** Another object after every change, and the same one for the same question until then. */
  #analyse(text: string, unfinished = false): Question {
    const last = this.#analysed;
    const revision = this.#revision;
    if (last?.text === text && last.unfinished === unfinished && last.revision === revision) {
      return last.question;
    }
    const question = analyseQuestion(text, { ...this.#known(), synonyms: this.#synonyms }, unfinished);
    this.#analysed = { text, unfinished, revision, question };
    return question;
  }

  #reader({ fields }: SearchDocument, number: number): DocumentReader {
    return new DocumentReader({ number, fields }, this.#fields, this.#known());
  }

  #documents(): Pick<Scored, 'ids'> & { readonly fields: readonly Field[] } {
    return { ids: this.#ids, fields: this.#fields };
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
