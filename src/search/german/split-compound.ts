/** What may stand between two parts: linking elements, and endings that the stem of the first part has lost. */
const linkingElements = [
  '',
  'e',
  's',
  'n',
  'en',
  'er',
  'es',
  'ens',
  'ung',
  'ungs',
  'ungen',
  'ig',
  'lich',
  'heits',
  'keits',
  'igkeits',
];
const shortestPart = 3;
const shortestInnerPart = 4;
const longestCompound = 60;

/**
 * The parts of a compound, as stems, by words that are known; empty when it does not split. The fewest parts win, and of
 * equally few those with the shortest first part.
 */
export function splitCompound(term: string, isKnown: (stem: string) => boolean): readonly string[] {
  if (term.length < 2 * shortestPart + 1 || term.length > longestCompound || !/^[a-z]+$/.test(term)) {
    return [];
  }
  // splits[i] holds the best split of what begins at i.
  const splits: (readonly string[] | undefined)[] = [];
  splits[term.length] = [];
  for (let start = term.length - shortestPart; start >= 0; start -= 1) {
    splits[start] = bestSplit(term, start, splits, isKnown);
  }
  return splits[0] ?? [];
}

function bestSplit(
  term: string,
  start: number,
  splits: readonly (readonly string[] | undefined)[],
  isKnown: (stem: string) => boolean,
): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (let end = start + shortestPart; end <= term.length; end += 1) {
    const inner = start > 0 && end < term.length;
    const rest = shortestRest(term, end, splits);
    if (
      rest === undefined ||
      (start === 0 && rest.length === 0) ||
      (inner && end - start < shortestInnerPart)
    ) {
      continue;
    }
    if (best !== undefined && rest.length + 1 >= best.length) {
      continue;
    }
    const part = term.slice(start, end);
    if (isKnown(part)) {
      best = [part, ...rest];
    }
  }
  return best;
}

/** The best split of what follows a part that ends here and a linking element. */
function shortestRest(
  term: string,
  end: number,
  splits: readonly (readonly string[] | undefined)[],
): readonly string[] | undefined {
  if (end === term.length) {
    return splits[end];
  }
  let best: readonly string[] | undefined;
  for (const link of linkingElements) {
    const next = end + link.length;
    const rest = next < term.length && term.startsWith(link, end) ? splits[next] : undefined;
    if (rest !== undefined && (best === undefined || rest.length < best.length)) {
      best = rest;
    }
  }
  return best;
}
