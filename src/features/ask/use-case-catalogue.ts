import type { UseCaseId } from '../../domain/ids.ts';
import type { Technology, UseCase } from '../../domain/use-case.ts';
import type { SearchDocument, SearchEngine, SearchResult, Snippet } from '../../search/search-engine.ts';

/** The fields of a use case that are searched, and what each counts. */
export const useCaseFields = {
  title: { weight: 2, lengthNormalisation: 0.7 },
  keywords: { weight: 1, lengthNormalisation: 0.7 },
  text: { weight: 1, lengthNormalisation: 0.75 },
} as const;

/** Makes an engine that knows these groups of words as meaning the same. */
export type CreateEngine = (synonyms: readonly (readonly string[])[]) => SearchEngine;

/** Records that go into a new engine before other work has its turn again: a few milliseconds. */
const rebuiltAtOnce = 50;

/** Every use case in memory, and the index over them. Follows the store; never written by features. */
export class UseCaseCatalogue {
  readonly #createEngine: CreateEngine;
  readonly #technologyWords: Readonly<Record<Technology, string>>;
  readonly #useCases = new Map<string, UseCase>();
  readonly #themes = new Map<string, number>();
  #engine: SearchEngine;
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
    this.#engine = createEngine(synonyms);
    this.#technologyWords = technologyWords;
  }

  get size(): number {
    return this.#useCases.size;
  }

  /** Every theme that some use case names. */
  get themes(): readonly string[] {
    return [...this.#themes.keys()];
  }

  find(id: UseCaseId): UseCase | undefined {
    return this.#useCases.get(id);
  }

  put(useCase: UseCase): void {
    this.#countThemes(this.#useCases.get(useCase.id), -1);
    this.#countThemes(useCase, 1);
    this.#useCases.set(useCase.id, useCase);
    this.#latestFirst = undefined;
    const document = toSearchDocument(useCase, this.#technologyWords);
    this.#engine.put(document);
    this.#nextEngine?.put(document);
  }

  remove(id: string): void {
    this.#countThemes(this.#useCases.get(id), -1);
    this.#useCases.delete(id);
    this.#latestFirst = undefined;
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
      next.put(toSearchDocument(useCase, this.#technologyWords));
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

  search(text: string, accept: (useCase: UseCase) => boolean, limit: number): SearchResult {
    return this.#engine.search({
      text,
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

  snippet(text: string, question: string, maxLength: number): Snippet {
    return this.#engine.snippet(text, question, maxLength);
  }

  #countThemes(useCase: UseCase | undefined, step: number): void {
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

function toSearchDocument(
  useCase: UseCase,
  technologyWords: Readonly<Record<Technology, string>>,
): SearchDocument {
  const { description, problem, goal, howItWorks, benefitExpected, lessons, supplier, product, note } =
    useCase;
  const texts = [useCase.summary, description, problem, goal, howItWorks, benefitExpected, note];
  const experiences = [lessons?.worked, lessons?.failed, lessons?.advice];
  const technologies = useCase.technologies.map((technology) => technologyWords[technology]);
  const notes = useCase.adopters.map((adopter) => adopter.note);
  return {
    id: useCase.id,
    fields: {
      title: useCase.title,
      keywords: [...useCase.themes, ...useCase.tags, ...technologies, product, supplier]
        .filter(isGiven)
        .join(', '),
      text: [...texts, ...experiences, ...notes].filter(isGiven).join('\n'),
    },
  };
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
