import type { UseCaseId } from '../../domain/ids.ts';
import type { UseCaseEmbedding } from '../../domain/use-case-embedding.ts';

type Entry = Pick<UseCaseEmbedding, 'useCaseId' | 'model' | 'contentHash' | 'vector'> & {
  readonly generation: number;
};

interface Book {
  generation: number;
  readonly made: Map<UseCaseId, { readonly contentHash: string; readonly dimensions: number }>;
}

/** Of which words the stored vectors were made: what is to be made, and what is to go, is read from it. Follows the store. */
export class EmbeddingLedger {
  readonly #books = new Map<string, Book>();
  readonly #dimensions = new Map<string, number>();

  put({ useCaseId, model, contentHash, generation, vector }: Entry): void {
    const book: Book = this.#books.get(model) ?? { generation, made: new Map() };
    book.generation = Math.max(book.generation, generation);
    book.made.set(useCaseId, { contentHash, dimensions: vector.length });
    this.#books.set(model, book);
  }

  /** So many dimensions a model's vectors have now: those that have others are of no use beside them. */
  expect(model: string, dimensions: number): void {
    this.#dimensions.set(model, dimensions);
  }

  remove(id: UseCaseId, model: string): void {
    const book = this.#books.get(model);
    book?.made.delete(id);
    if (book?.made.size === 0) {
      this.#books.delete(model);
    }
  }

  /** Those of which there are vectors. */
  get models(): readonly string[] {
    return [...this.#books.keys()];
  }

  /** Undefined also when the vector is of no use any more. */
  hashOf(id: UseCaseId, model: string): string | undefined {
    const made = this.#books.get(model)?.made.get(id);
    return made !== undefined && this.fits(model, made.dimensions) ? made.contentHash : undefined;
  }

  /** Whether there is a vector of it that is of no use any more. */
  isMisfit(id: UseCaseId, model: string): boolean {
    return this.#books.get(model)?.made.has(id) === true && this.hashOf(id, model) === undefined;
  }

  /** Whether a vector with so many dimensions is of use. */
  fits(model: string, dimensions: number): boolean {
    return (this.#dimensions.get(model) ?? dimensions) === dimensions;
  }

  idsOf(model: string): Iterable<UseCaseId> {
    return this.#books.get(model)?.made.keys() ?? [];
  }

  /** 0 when there are no vectors of it. */
  generationOf(model: string): number {
    return this.#books.get(model)?.generation ?? 0;
  }

  /** Under which generation a model that is wanted from now on puts its vectors: a new one, unless it is the latest already. */
  generationFor(model: string): number {
    const latest = this.#latest();
    if (latest === undefined) {
      return 1;
    }
    return latest.model === model ? latest.generation : latest.generation + 1;
  }

  /** Whether an instance of the app that began later wants another model. */
  isOutdated(model: string, generation: number): boolean {
    const latest = this.#latest();
    return latest !== undefined && latest.model !== model && isLater(latest, { model, generation });
  }

  #latest(): Wanted | undefined {
    let latest: Wanted | undefined;
    for (const [model, { generation }] of this.#books) {
      const one = { model, generation };
      latest = latest === undefined || isLater(one, latest) ? one : latest;
    }
    return latest;
  }
}

interface Wanted {
  readonly model: string;
  readonly generation: number;
}

/** Instances that begin at the same moment choose the same generation; then the names decide, the same way for all. */
function isLater(one: Wanted, other: Wanted): boolean {
  return one.generation === other.generation ? one.model > other.model : one.generation > other.generation;
}
