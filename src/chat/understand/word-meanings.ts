import { editDistance } from '../../search/edit-distance.ts';

/** Folded words under what they mean; a word may have several meanings. */
export type MeaningTable<Meaning extends string> = readonly (readonly [Meaning, readonly string[]])[];

/** An exact word means what it means; only what is in no table is taken for a misspelled one. */
export function meaningsOf<Meaning extends string>(
  word: string,
  tables: MeaningTable<Meaning>,
): ReadonlySet<Meaning> {
  const exact = tables.filter(([, known]) => known.includes(word));
  const found =
    exact.length > 0 ? exact : tables.filter(([, known]) => known.some((one) => isAlike(word, one)));
  return new Set(found.map(([meaning]) => meaning));
}

/** One error in words of five letters and more, two from nine on; short words are too close to each other. */
function isAlike(word: string, known: string): boolean {
  const limit = known.length >= 9 ? 2 : 1;
  return known.length >= 5 && editDistance(word, known, limit) <= limit;
}
