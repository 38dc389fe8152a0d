/**
 * Which known communes a text names, the longest name first: whoever says "Kreis Olpe" does not say "Olpe". `words`: folded, between blanks.
 * Names may have an ending: "Mendens", "Kreises Olpe".
 */
export function namedCommunes(words: string, communes: readonly string[]): ReadonlySet<string> {
  let rest = words.replaceAll(' kreises ', ' kreis ').replaceAll(/ (\S+ischen) kreis /g, toNominative);
  const named = new Set<string>();
  for (const { name, begin } of longestFirst(communes)) {
    for (const written of rest.includes(begin) ? [name, `${begin}s `, `${begin}er `] : []) {
      if (rest.includes(written)) {
        named.add(name);
        rest = rest.replaceAll(written, ' | ');
      }
    }
  }
  return named;
}

interface Name {
  readonly name: string;
  /** Without the blank behind it. */
  readonly begin: string;
}

const sorted = new WeakMap<readonly string[], readonly Name[]>();

function longestFirst(communes: readonly string[]): readonly Name[] {
  const known = sorted.get(communes);
  if (known !== undefined) {
    return known;
  }
  const names = [...new Set(communes)]
    .filter((name) => name.trim() !== '')
    .sort((one, other) => other.length - one.length)
    .map((name) => ({ name, begin: name.trimEnd() }));
  sorted.set(communes, names);
  return names;
}

/** "im Märkischen Kreis" */
function toNominative(_: string, adjective: string): string {
  return ` ${adjective.slice(0, -1)}r kreis `;
}
