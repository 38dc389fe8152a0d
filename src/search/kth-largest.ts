/** The k-th largest (from 1) of the first `count` values, which it puts into another order (C. A. R. Hoare, "Find", 1961). */
export function kthLargest(values: Float64Array, count: number, k: number): number {
  let from = 0;
  let to = count - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? 0;
    let left = from;
    let right = to;
    while (left <= right) {
      while ((values[left] ?? 0) > pivot) {
        left += 1;
      }
      while ((values[right] ?? 0) < pivot) {
        right -= 1;
      }
      if (left <= right) {
        swap(values, left, right);
        left += 1;
        right -= 1;
      }
    }
    if (k - 1 > right && k - 1 < left) {
      break;
    }
    [from, to] = k - 1 <= right ? [from, right] : [left, to];
  }
  return values[k - 1] ?? 0;
}

function swap(values: Float64Array, one: number, other: number): void {
  const value = values[one] ?? 0;
  values[one] = values[other] ?? 0;
  values[other] = value;
}
