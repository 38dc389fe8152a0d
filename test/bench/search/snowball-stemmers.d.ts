/** The part of snowball-stemmers 0.6.0 that we use; the package brings no types. */
declare module 'snowball-stemmers' {
  interface Stemmer {
    stem(word: string): string;
  }

  const snowball: {
    newStemmer(language: 'german'): Stemmer;
  };

  export default snowball;
}
