import type { NumberLists } from './saved/index-reader.ts';

/** Lists of numbers that are added whole and never change, one after the other. */
export class PackedLists {
  #values = new Uint32Array(1024);
  #ends = new Uint32Array(256);
  #count = 0;

  /** Takes the numbers' array as its own. */
  static of({ lengths, numbers }: NumberLists): PackedLists {
    const lists = new PackedLists();
    lists.#values = numbers;
    lists.#ends = new Uint32Array(Math.max(1, lengths.length));
    lists.#count = lengths.length;
    let end = 0;
    for (const [list, length] of lengths.entries()) {
      end += length;
      lists.#ends[list] = end;
    }
    return lists;
  }

  /** Adds the next list: the first one added is number 0. */
  add(values: readonly number[]): void {
    const start = this.#end(this.#count - 1);
    const end = start + values.length;
    if (end > this.#values.length) {
      this.#values = grown(this.#values, end);
    }
    if (this.#count === this.#ends.length) {
      this.#ends = grown(this.#ends, this.#count + 1);
    }
    this.#values.set(values, start);
    this.#ends[this.#count] = end;
    this.#count += 1;
  }

  /** A part of the array in which all lists lie, not a copy. */
  list(number: number): Uint32Array {
    return this.#values.subarray(this.#end(number - 1), this.#end(number));
  }

  #end(list: number): number {
    return list < 0 ? 0 : (this.#ends[list] ?? 0);
  }
}

function grown(array: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, Math.ceil(array.length * 1.5)));
  larger.set(array);
  return larger;
}
