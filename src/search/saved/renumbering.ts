/** New numbers without gaps for those that are kept, in their order. */
export interface Renumbering {
  /** The old numbers that are kept. */
  readonly kept: Uint32Array;
  /** The new number of each old one; -1 for one that is not kept. */
  readonly newNumbers: Int32Array;
}

export function renumber(count: number, isKept: (number: number) => boolean): Renumbering {
  const kept = new Uint32Array(count);
  const newNumbers = new Int32Array(count).fill(-1);
  let next = 0;
  for (let number = 0; number < count; number += 1) {
    if (isKept(number)) {
      kept[next] = number;
      newNumbers[number] = next;
      next += 1;
    }
  }
  return { kept: kept.subarray(0, next), newNumbers };
}
