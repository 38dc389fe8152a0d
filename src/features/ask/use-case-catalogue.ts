import type { UseCaseId } from '../../domain/ids.ts';
import type { Technology, UseCase } from '../../domain/use-case.ts';
import type { Explanation, MatchedWord } from '../../search/explanation.ts';
import type { SearchEngine, SearchResult, Snippet } from '../../search/search-engine.ts';
import { toSearchDocument, versionOf } from './to-search-document.ts';

/** The fields of a use case that are searched, and what each counts. */
export const useCaseFields = {
  title: { weight: 2, lengthNormalisation: 0.7 },
  keywords: { weight: 1, lengthNormalisation: 0.7 },
  text: { weight: 1, lengthNormalisation: 0.75 },
} as const;

/**
 * Makes an engine that knows these groups of words as meaning the same: with the documents that an engine of the same kind saved, or
 * without any when these bytes are something else.
 */
export type CreateEngine = (synonyms: readonly (readonly string[])[], saved?: Uint8Array) => SearchEngine;

/** Records that go into a new engine before other work has its turn again: a few milliseconds. */
const rebuiltAtOnce = 50;

/** Every use case that is not archived in memory, and the index over them. Follows the store; never written by features. */
export class UseCaseCatalogue {
  readonly #createEngine: CreateEngine;
  readonly #technologyWords: Readonly<Record<Technology, string>>;
  readonly #useCases = new Map<string, UseCase>();
  /** How many use cases for everybody name each theme. */
  readonly #themes = new Map<string, number>();
  /** Use cases for their own organisation only. */
  readonly #closed = new Map<string, UseCase>();
  readonly #synonyms: readonly (readonly string[])[];
  #engine: SearchEngine;
  #revision = 0;
  /** The engine that is being filled while the other one serves. */
  #nextEngine: SearchEngine | undefined;
  /** Sorted when it is asked for, until the next change. */
  #latestFirst: readonly UseCase[] | undefined;

  /** `technologyWords`: what people call each technology, so that it is found by its name. */
  constructor(
    createEngine: CreateEngine,
    synonyms: readonly (readonly string[])[],
    technologyWords: Readonly<Record<Technology, string>>,
  ) {
    this.#createEngine = createEngine;
    this.#synonyms = synonyms;
    this.#engine = createEngine(synonyms);
    this.#technologyWords = technologyWords;
  }

  get size(): number {
    return this.#useCases.size;
  }

  /** Every theme of the use cases that may be seen. */
  themesFor(mayBeSeen: (useCase: UseCase) => boolean): readonly string[] {
    const closed = [...this.#closed.values()].filter(mayBeSeen);
    return [...new Set([...this.#themes.keys(), ...closed.flatMap(({ themes }) => themes)])];
  }

  /** All of them, in no order. */
  all(): Iterable<UseCase> {
    return this.#useCases.values();
  }

  find(id: UseCaseId): UseCase | undefined {
    return this.#useCases.get(id);
  }

  /** Counts the changes of the index. */
  get revision(): number {
    return this.#revision;
  }

  /** Begins with a saved index, before anything else is put; false when the bytes are none that fits. */
  restore(saved: Uint8Array): boolean {
    this.#engine = this.#createEngine(this.#synonyms, saved);
    return this.#engine.size > 0;
  }

  /** Takes out of a restored index what was not put since: it is no longer in the store. */
  removeStrays(): void {
    for (const id of [...this.#engine.ids].filter((each) => !this.#useCases.has(each))) {
      this.remove(id);
    }
  }

  /** The index in chunks, to restore it from. Throws when a use case is put or removed before the last one is taken. */
  save(): Iterable<Uint8Array> {
    return this.#engine.save();
  }

  /**
   * `etag`: of the record that was read. What is in a restored index under the same one is not analysed again. An archived use case is
   * taken out.
   */
  put(useCase: UseCase, etag = ''): void {
    if (useCase.archived !== undefined) {
      this.remove(useCase.id);
      return;
    }
    this.#countThemes(this.#useCases.get(useCase.id), -1);
    this.#countThemes(useCase, 1);
    this.#useCases.set(useCase.id, useCase);
    this.#latestFirst = undefined;
    const document = toSearchDocument(useCase, this.#technologyWords);
    const version = versionOf(document, etag);
    if (this.#engine.versionOf(useCase.id) !== version) {
      this.#revision += 1;
      this.#engine.put(document, version);
    }
    this.#nextEngine?.put(document, version);
  }

  remove(id: string): void {
    this.#countThemes(this.#useCases.get(id), -1);
    this.#useCases.delete(id);
    this.#latestFirst = undefined;
    this.#revision += Number(this.#engine.versionOf(id) !== undefined);
    this.#engine.remove(id);
    this.#nextEngine?.remove(id);
  }

  /** Takes over other synonyms: a new engine is filled bit by bit while the old one answers. A later call wins. */
  async rebuild(synonyms: readonly (readonly string[])[]): Promise<void> {
    const next = this.#createEngine(synonyms);
    this.#nextEngine = next;
    let count = 0;
    // A map's iterator goes on rightly while entries come and go; each change also reaches the new engine by itself.
    for (const useCase of this.#useCases.values()) {
      next.put(toSearchDocument(useCase, this.#technologyWords), this.#engine.versionOf(useCase.id));
      count += 1;
      if (count % rebuiltAtOnce === 0) {
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
      if (this.#nextEngine !== next) {
        return;
      }
    }
    this.#engine = next;
    this.#nextEngine = undefined;
  }

  /** `unfinished`: the last word may be half typed. */
  search(
    text: string,
    accept: (useCase: UseCase) => boolean,
    { limit, unfinished = false }: { readonly limit: number; readonly unfinished?: boolean },
  ): SearchResult {
    return this.#engine.search({
      text,
      unfinished,
      offset: 0,
      limit,
      accept: (id) => {
        const useCase = this.#useCases.get(id);
        return useCase !== undefined && accept(useCase);
      },
    });
  }

  /** The first that fit, the latest first: the answer to a question that names filters alone. */
  select(accept: (useCase: UseCase) => boolean, limit: number): readonly UseCase[] {
    this.#latestFirst ??= [...this.#useCases.values()].sort(
      (one, other) => freshness(other) - freshness(one) || titles.compare(one.title, other.title),
    );
    const found: UseCase[] = [];
    for (const useCase of this.#latestFirst) {
      if (found.length >= limit) {
        break;
      }
      if (accept(useCase)) {
        found.push(useCase);
      }
    }
    return found;
  }

  /** By which of its words a use case speaks of each word of the question. */
  matchedWords(useCase: UseCase, question: string): readonly MatchedWord[] {
    return this.#engine.matchedWords(toSearchDocument(useCase, this.#technologyWords), question);
  }

  /** The same in the numbers of the ranking; nothing for a use case that is not in the catalogue. */
  explain(useCase: UseCase, question: string): Explanation | undefined {
    return this.#engine.explain(toSearchDocument(useCase, this.#technologyWords), question);
  }

  /** What is most like a use case, the likest first; nothing for one that is not in the catalogue. */
  related(id: UseCaseId, accept: (useCase: UseCase) => boolean, limit: number): readonly UseCase[] {
    const hits = this.#engine.findRelated({
      id,
      limit,
      accept: (other) => {
        const useCase = this.#useCases.get(other);
        return useCase !== undefined && accept(useCase);
      },
    });
    return hits.map((hit) => this.#useCases.get(hit.id)).filter((useCase) => useCase !== undefined);
  }

  snippet(text: string, question: string, maxLength: number): Snippet {
    return this.#engine.snippet(text, question, maxLength);
  }

  #setClosed(useCase: UseCase, isThere: boolean): void {
    if (isThere) {
      this.#closed.set(useCase.id, useCase);
    } else {
      this.#closed.delete(useCase.id);
    }
  }

  #countThemes(useCase: UseCase | undefined, step: 1 | -1): void {
    if (useCase?.visibility === 'organisation') {
      this.#setClosed(useCase, step === 1);
      return;
    }
    for (const theme of useCase?.themes ?? []) {
      const count = (this.#themes.get(theme) ?? 0) + step;
      if (count > 0) {
        this.#themes.set(theme, count);
      } else {
        this.#themes.delete(theme);
      }
    }
  }
}

const titles = new Intl.Collator('de');

function freshness({ provenance }: UseCase): number {
  return provenance.lastConfirmedAt ?? provenance.createdAt;
}
