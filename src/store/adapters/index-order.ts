import type { IndexValue } from './check-body.ts';

/** Values of different types: booleans come first, then numbers, then strings, as in Cosmos DB. */
export function kindOrder(value: IndexValue): 0 | 1 | 2 {
  if (typeof value === 'boolean') {
    return 0;
  }
  return typeof value === 'number' ? 1 : 2;
}

export function compareValues(left: IndexValue, right: IndexValue): number {
  if (typeof left === 'string' && typeof right === 'string') {
    return compareText(left, right);
  }
  const kinds = kindOrder(left) - kindOrder(right);
  return kinds === 0 ? Number(left) - Number(right) : kinds;
}

/**
 * By code points, which is the order of the UTF-8 bytes that SQLite and Cosmos DB compare. JavaScript's `<` compares
 * UTF-16 units and would put emoji before some letters.
 */
export function compareText(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at += 1) {
    if (left.charCodeAt(at) !== right.charCodeAt(at)) {
      return (left.codePointAt(pairStart(left, at)) ?? 0) - (right.codePointAt(pairStart(right, at)) ?? 0);
    }
  }
  return left.length - right.length;
}

/** Where the character begins that the UTF-16 unit at this place belongs to. */
function pairStart(text: string, at: number): number {
  const inSecondHalf = (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return inSecondHalf ? at - 1 : at;
}
