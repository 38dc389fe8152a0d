import snowball from 'snowball-stemmers';

const memoLimit = 500_000;
const stemmer = snowball.newStemmer('german');
const memo = new Map<string, string>();

/**
 * The stem of a word by the Snowball German stemmer, for the engines we are compared with: ae, oe and ue count as umlauts, as in
 * Snowball's "german2". Stems are remembered, because the package takes some 10 µs a word.
 */
export function stemGerman(word: string): string {
  let stem = memo.get(word);
  if (stem === undefined) {
    if (memo.size >= memoLimit) {
      memo.clear();
    }
    stem = stemmer.stem(withUmlauts(word));
    memo.set(word, stem);
  }
  return stem;
}

function withUmlauts(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ae', 'ä')
    .replaceAll('oe', 'ö')
    .replaceAll(/(?<![aeq])ue/g, 'ü')
    .replaceAll('ß', 'ss');
}
