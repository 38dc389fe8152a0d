/** The beginning of a text, at most `atMost` characters, cut between words and then marked with "…". */
export function shortenText(text: string, atMost: number): string {
  if (text.length <= atMost) {
    return text;
  }
  const cut = text.slice(0, atMost - 1);
  const space = cut.lastIndexOf(' ');
  // Behind a short word an endless one may begin: nearly nothing would be left.
  return `${(space > atMost / 4 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/, '')} …`;
}

/** The whole text in parts of at most `atMost` characters, cut behind spaces and lines where there are any. */
export function splitText(text: string, atMost: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > atMost) {
    const start = rest.slice(0, atMost);
    const space = Math.max(start.lastIndexOf(' '), start.lastIndexOf('\n')) + 1;
    // A character of two halves stays one.
    const inside = /[\uD800-\uDBFF]$/.test(start) ? atMost - 1 : atMost;
    const end = space > 0 ? space : inside;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}
