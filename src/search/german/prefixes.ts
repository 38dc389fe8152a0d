const prefixes = [
  'ab',
  'an',
  'auf',
  'aus',
  'be',
  'bei',
  'ein',
  'ent',
  'er',
  'um',
  'ver',
  'vor',
  'weg',
  'zer',
  'zu',
];
/** In stems. */
const longPrefixes = new Set(['durch', 'hinter', 'miss', 'uber', 'unter', 'wider', 'wieder']);
const shortestRest = 3;

/** Whether two stems differ only in a prefix that turns the meaning ("anmelden", "abmelden"): no typing error, but another thing. */
export function differOnlyInPrefix(one: string, other: string): boolean {
  const rests = new Set(restsOf(one));
  return one !== other && restsOf(other).some((rest) => rests.has(rest));
}

/** Whether these letters before a word make another word of it and no compound: "entscheiden" has nothing to do with "scheiden". */
export function isPrefix(letters: string): boolean {
  return prefixes.includes(letters) || longPrefixes.has(letters);
}

function restsOf(term: string): readonly string[] {
  const own = prefixes.filter(
    (prefix) => term.startsWith(prefix) && term.length - prefix.length >= shortestRest,
  );
  return own.map((prefix) => term.slice(prefix.length));
}
