export interface ListedPart {
  readonly text: string;
  /** Whether it stood in quotes and is meant to the letter. */
  readonly isQuoted: boolean;
}

/**
 * The parts of a cell that lists things. A part may stand in double quotes, as in a CSV file: then separators in it are letters, and
 * two quotes are one. `separators`: characters, as in a character class of a regular expression.
 */
export function splitListed(text: string, separators: string): readonly ListedPart[] {
  const quoted = new RegExp(String.raw`\s*"((?:[^"]|"")*)"\s*(?:[${separators}]|$)`, 'y');
  const plain = new RegExp(`([^${separators}]*)(?:[${separators}]|$)`, 'y');
  const parts: ListedPart[] = [];
  let at = 0;
  while (at < text.length) {
    quoted.lastIndex = at;
    const literal = quoted.exec(text);
    plain.lastIndex = at;
    const found = literal ?? plain.exec(text);
    const words = found?.[1] ?? '';
    const part = literal === null ? words.trim() : words.replaceAll('""', '"');
    if (part !== '') {
      parts.push({ text: part, isQuoted: literal !== null });
    }
    at += found?.[0].length ?? text.length;
  }
  return parts;
}

/** The part as `splitListed` reads it back: in quotes where it would be taken apart otherwise. */
export function toListed(part: string, separators: string): string {
  const isPlain = !new RegExp(`^["']|[${separators}]`).test(part);
  return isPlain ? part : inQuotes(part);
}

export function inQuotes(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Each once, whatever its case; the last spelling in the place of the first. */
export function onceEach(items: readonly string[]): readonly string[] {
  return [...new Map(items.map((item) => [item.toLowerCase(), item])).values()];
}
