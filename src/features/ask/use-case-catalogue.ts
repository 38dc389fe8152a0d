import type { UseCaseId } from '../../domain/ids.ts';
import type { Technology, UseCase } from '../../domain/use-case.ts';
import type { SearchDocument, SearchEngine, SearchResult, Snippet } from '../../search/search-engine.ts';

/** The fields of a use case that are searched, and what each counts. */
export const useCaseFields = {
  title: { weight: 2, lengthNormalisation: 0.7 },
  keywords: { weight: 1, lengthNormalisation: 0.7 },
  text: { weight: 1, lengthNormalisation: 0.75 },
} as const;

/** Every use case in memory, and the index over them. Follows the store; never written by features. */
export class UseCaseCatalogue {
  readonly #engine: SearchEngine;
  readonly #technologyWords: Readonly<Record<Technology, string>>;
  readonly #useCases = new Map<string, UseCase>();
  readonly #themes = new Map<string, number>();
  /** Sorted when it is asked for, until the next change. */
  #latestFirst: readonly UseCase[] | undefined;

  /** `technologyWords`: what people call each technology, so that it is found by its name. */
  constructor(engine: SearchEngine, technologyWords: Readonly<Record<Technology, string>>) {
    this.#engine = engine;
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
    this.#engine.put(toSearchDocument(useCase, this.#technologyWords));
  }

  remove(id: string): void {
    this.#countThemes(this.#useCases.get(id), -1);
    this.#useCases.delete(id);
    this.#latestFirst = undefined;
    this.#engine.remove(id);
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
