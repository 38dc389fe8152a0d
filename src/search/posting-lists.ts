import type { NumberLists } from './saved/index-reader.ts';
import type { IndexWriter } from './saved/index-writer.ts';
import type { Renumbering } from './saved/renumbering.ts';

const firstCapacity = 2;

/**
 * Many growing lists of numbers in one typed array: a list that is full moves to a place twice as large, and its old place
 * serves another list. Values are unsigned 32 bit; their order within a list carries no meaning.
 */
export class PostingLists {
  #values = new Uint32Array(1024);
  #used = 0;
  #starts = new Uint32Array(256);
  #lengths = new Uint32Array(256);
  #capacities = new Uint32Array(256);
  readonly #free = new Map<number, number[]>();

  /** Lists one after the other, without room to grow; they take the arrays as their own. */
  static of({ lengths, numbers }: NumberLists): PostingLists {
    const lists = new PostingLists();
    lists.#values = numbers;
    lists.#used = numbers.length;
    lists.#lengths = lengths;
    lists.#capacities = lengths.slice();
    lists.#starts = new Uint32Array(lengths.length);
    let start = 0;
    for (let list = 0; list < lengths.length; list += 1) {
      lists.#starts[list] = start;
      start += lengths[list] ?? 0;
    }
    return lists;
  }

  /** The array in which all lists lie; read it anew after an `append`, which may replace it. */
  get values(): Uint32Array {
    return this.#values;
  }

  start(list: number): number {
    return this.#starts[list] ?? 0;
  }

  length(list: number): number {
    return this.#lengths[list] ?? 0;
  }

  append(list: number, value: number): void {
    this.#reserve(list);
    const length = this.length(list);
    if (length === this.#capacities[list]) {
      this.#move(list, capacityAbove(length));
    }
    this.#values[this.start(list) + length] = value;
    this.#lengths[list] = length + 1;
  }

  /** Removes the values from which `shift` bits to the right leave `key`; the last value takes their place. */
  remove(list: number, key: number, shift: number): void {
    const start = this.start(list);
    for (let index = this.length(list) - 1; index >= 0; index -= 1) {
      if ((this.#values[start + index] ?? 0) >>> shift === key) {
        const last = this.length(list) - 1;
        this.#values[start + index] = this.#values[start + last] ?? 0;
        this.#lengths[list] = last;
      }
    }
    if (this.length(list) === 0) {
      this.clear(list);
    }
  }

  clear(list: number): void {
    const capacity = this.#capacities[list] ?? 0;
    if (capacity > 0) {
      this.#release(this.start(list), capacity);
      this.#lengths[list] = 0;
      this.#capacities[list] = 0;
    }
  }

  /**
   * Writes these lists, each as its length and its values. What is left of a value when it is shifted to the right by `shift` bits
   * gets its new number; a value without one is left out.
   */
  *save(
    writer: IndexWriter,
    lists: Uint32Array,
    newNumbers: Renumbering['newNumbers'],
    shift: number,
  ): Generator<Uint8Array> {
    for (const list of lists) {
      this.#saveList(writer, list, newNumbers, shift);
      if (writer.isFull) {
        yield writer.takeChunk();
      }
    }
  }

  #saveList(writer: IndexWriter, list: number, newNumbers: Renumbering['newNumbers'], shift: number): void {
    const mask = (1 << shift) - 1;
    const start = this.start(list);
    const end = start + this.length(list);
    let kept = 0;
    for (let index = start; index < end; index += 1) {
      kept += Number((newNumbers[(this.#values[index] ?? 0) >>> shift] ?? -1) >= 0);
    }
    writer.number(kept);
    for (let index = start; index < end; index += 1) {
      const value = this.#values[index] ?? 0;
      const number = newNumbers[value >>> shift] ?? -1;
      if (number >= 0) {
        writer.number((number << shift) | (value & mask));
      }
    }
  }

  #reserve(list: number): void {
    if (list >= this.#starts.length) {
      const size = Math.max(list + 1, this.#starts.length * 2);
      this.#starts = grown(this.#starts, size);
      this.#lengths = grown(this.#lengths, size);
      this.#capacities = grown(this.#capacities, size);
    }
  }

  #move(list: number, capacity: number): void {
    const from = this.start(list);
    const to = this.#free.get(capacity)?.pop() ?? this.#extend(capacity);
    this.#values.copyWithin(to, from, from + this.length(list));
    this.#release(from, this.#capacities[list] ?? 0);
    this.#starts[list] = to;
    this.#capacities[list] = capacity;
  }

  #extend(capacity: number): number {
    const start = this.#used;
    this.#used += capacity;
    if (this.#used > this.#values.length) {
      this.#values = grown(this.#values, Math.max(this.#used, Math.ceil(this.#values.length * 1.5)));
    }
    return start;
  }

  #release(start: number, capacity: number): void {
    if (capacity > 0) {
      const places = this.#free.get(capacity);
      if (places === undefined) {
        this.#free.set(capacity, [start]);
      } else {
        places.push(start);
      }
    }
  }
}

/** The next power of two, so that places which lists give up fit others. */
function capacityAbove(length: number): number {
  return Math.max(firstCapacity, 2 ** (32 - Math.clz32(length)));
}

function grown(array: Uint32Array, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size);
  larger.set(array);
  return larger;
}
