/**
 * Chance that is the same in every run: the 32-bit xorshift of G. Marsaglia, "Xorshift RNGs", 2003,
 * https://doi.org/10.18637/jss.v008.i14
 */
export class Chance {
  #state: number;

  /** Any number but 0. */
  constructor(seed: number) {
    this.#state = Math.imul(seed, 0x9e3779b1) || 1;
  }

  /** From 0 up to, but without, 1. */
  next(): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) / 2 ** 32;
  }

  /** A whole number; both ends can come up. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) {
      throw new RangeError('There is nothing to pick from');
    }
    return item;
  }

  /** Each once, at most `count` of them, in any order. */
  pickSome<T>(items: readonly T[], count: number): readonly T[] {
    const some = new Set<T>();
    while (some.size < Math.min(count, items.length)) {
      some.add(this.pick(items));
    }
    return [...some];
  }
}
