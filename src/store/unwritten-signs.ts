import { mergeSigns } from '../domain/reach-signs.ts';
import type { Signs } from '../domain/reach-signs.ts';

const rememberedPlaces = 10_000;

/** Signs that were not worth a write, of the places seen last, by key: what comes late must not undo them. */
export class UnwrittenSigns {
  readonly #signs = new Map<string, Signs>();

  find(id: string): Signs {
    return this.#signs.get(id) ?? {};
  }

  remember(id: string, signs: Signs): void {
    const merged = mergeSigns(this.find(id), signs);
    this.#signs.delete(id);
    this.#signs.set(id, merged);
    const [oldest] = this.#signs.keys();
    if (this.#signs.size > rememberedPlaces && oldest !== undefined) {
      this.#signs.delete(oldest);
    }
  }

  forget(id: string): void {
    this.#signs.delete(id);
  }
}
