const vowels = 'aeiouyäöü';
const beforeS = 'bdfghklmnrt';
const beforeSt = 'bdfghklmnt';

/**
 * The stem of a folded German word, with umlauts (ae, oe, ue) as plain vowels, so that singular and plural meet.
 *
 * Written after the published description of the Snowball German stemmer (M. Porter, snowballstem.org, "German stemming
 * algorithm") with its "german2" treatment of ae, oe and ue. One difference: -ung goes whenever a stem of three letters with
 * a vowel is left, because municipal words ("Prüfung", "prüfen") need it.
 */
export function stem(folded: string): string {
  if (folded.length < 3 || !/^[a-z]+$/.test(folded)) {
    return folded;
  }
  const word = withUmlauts(folded);
  const first = Math.max(3, regionAfter(word, 0));
  const second = regionAfter(word, regionAfter(word, 0));
  const stemmed = dropDerivation(dropSuperlative(dropInflection(word, first), first), first, second);
  return withoutUmlauts(stemmed);
}

/** "ue" after a, e or q is no umlaut: "neue", "bauen", "quer". A u or y between vowels counts as a consonant, in capitals. */
function withUmlauts(word: string): string {
  return word
    .replace(/ae/g, 'ä')
    .replace(/oe/g, 'ö')
    .replace(/(?<![aeq])ue/g, 'ü')
    .replace(/(?<=[aeiouyäöü])[uy](?=[aeiouyäöü])/g, (letter) => letter.toUpperCase());
}

/** How the stems of all words begin that begin with this folded one. */
export function toStemBeginning(folded: string): string {
  return withoutUmlauts(withUmlauts(folded));
}

function withoutUmlauts(word: string): string {
  return word.toLowerCase().replace(/ä/g, 'a').replace(/ö/g, 'o').replace(/ü/g, 'u');
}

/** Where the region after the first consonant that follows a vowel begins. */
function regionAfter(word: string, from: number): number {
  let index = from;
  while (index < word.length && !isVowel(word.charAt(index))) {
    index += 1;
  }
  while (index < word.length && isVowel(word.charAt(index))) {
    index += 1;
  }
  return Math.min(index + 1, word.length);
}

function isVowel(letter: string): boolean {
  return vowels.includes(letter);
}

function endsIn(word: string, ending: string, region: number): boolean {
  return word.endsWith(ending) && word.length - ending.length >= region;
}

function dropInflection(word: string, region: number): string {
  for (const ending of ['ern', 'em', 'er', 'en', 'es', 'e']) {
    if (!word.endsWith(ending)) {
      continue;
    }
    if (!endsIn(word, ending, region)) {
      return word;
    }
    const rest = word.slice(0, -ending.length);
    return ending.startsWith('e') && !ending.endsWith('r') && rest.endsWith('niss')
      ? rest.slice(0, -1)
      : rest;
  }
  return endsIn(word, 's', region) && beforeS.includes(word.at(-2) ?? ' ') ? word.slice(0, -1) : word;
}

function dropSuperlative(word: string, region: number): string {
  for (const ending of ['est', 'en', 'er']) {
    if (word.endsWith(ending)) {
      return endsIn(word, ending, region) ? word.slice(0, -ending.length) : word;
    }
  }
  const long = word.length >= 6 && beforeSt.includes(word.at(-3) ?? ' ');
  return long && endsIn(word, 'st', region) ? word.slice(0, -2) : word;
}

function dropDerivation(word: string, first: number, second: number): string {
  if (word.endsWith('ung') && /[aeiouyäöü]/.test(word.slice(0, -3)) && word.length >= 6) {
    return dropAfterE(word.slice(0, -3), ['ig'], second);
  }
  for (const ending of ['lich', 'heit']) {
    if (endsIn(word, ending, second)) {
      const rest = word.slice(0, -ending.length);
      return endsIn(rest, 'er', first) || endsIn(rest, 'en', first) ? rest.slice(0, -2) : rest;
    }
  }
  if (endsIn(word, 'keit', second)) {
    const rest = word.slice(0, -4);
    return endsIn(rest, 'lich', second) ? rest.slice(0, -4) : dropAfterE(rest, ['ig'], second);
  }
  return dropAfterE(word, ['isch', 'ig', 'ik'], second);
}

function dropAfterE(word: string, endings: readonly string[], region: number): string {
  for (const ending of endings) {
    if (endsIn(word, ending, region) && word.at(-ending.length - 1) !== 'e') {
      return word.slice(0, -ending.length);
    }
  }
  return word;
}
