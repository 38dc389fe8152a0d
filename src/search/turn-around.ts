import { UnreadableIndexError } from './saved/index-format.ts';
import type { NumberLists } from './saved/index-reader.ts';

/**
 * From the documents of each term to the terms of each document, and the like: for each number below `count` the lists that it is
 * in. A value is such a number once it is shifted to the right by `shift` bits. Throws `UnreadableIndexError` at a number beyond.
 */
export function turnAround({ lengths, numbers }: NumberLists, count: number, shift: number): NumberLists {
  const turned = { lengths: new Uint32Array(count), numbers: new Uint32Array(numbers.length) };
  for (const value of numbers) {
    const number = value >>> shift;
    if (number >= count) {
      throw new UnreadableIndexError('the index names something that it does not have');
    }
    turned.lengths[number] = (turned.lengths[number] ?? 0) + 1;
  }
  const ends = new Uint32Array(count);
  for (let number = 1; number < count; number += 1) {
    ends[number] = (ends[number - 1] ?? 0) + (turned.lengths[number - 1] ?? 0);
  }
  let index = 0;
  for (let list = 0; list < lengths.length; list += 1) {
    for (const end = index + (lengths[list] ?? 0); index < end; index += 1) {
      const number = (numbers[index] ?? 0) >>> shift;
      const place = ends[number] ?? 0;
      turned.numbers[place] = list;
      ends[number] = place + 1;
    }
  }
  return turned;
}
