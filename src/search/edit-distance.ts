/**
 * How many typing errors (a letter too many, missing, wrong, or two neighbours swapped) lie between two words: the optimal
 * string alignment distance. Beyond `limit` the answer is `limit + 1`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) {
    return limit + 1;
  }
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const cost = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + Number(one[row - 1] !== other[column - 1]),
        isSwap(one, row, other, column) ? at(beforePrevious, column - 2) + 1 : Infinity,
      );
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) {
      return limit + 1;
    }
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(at(previous, other.length), limit + 1);
}

function at(costs: readonly number[], index: number): number {
  return costs[index] ?? Infinity;
}

function isSwap(one: string, row: number, other: string, column: number): boolean {
  return row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
}
