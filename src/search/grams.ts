export const gramLength = 4;

/** The distinct character 4-grams of a term, with "_" for its beginning and end; a term of one letter is its own gram. */
export function gramsOf(term: string): Set<string> {
  const padded = `_${term}_`;
  const grams = new Set<string>();
  if (padded.length <= gramLength) {
    return grams.add(padded);
  }
  for (let index = 0; index + gramLength <= padded.length; index += 1) {
    grams.add(padded.slice(index, index + gramLength));
  }
  return grams;
}
