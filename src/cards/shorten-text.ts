/** The beginning of a text, at most `atMost` characters, cut between words and then marked with "…". */
export function shortenText(text: string, atMost: number): string {
  if (text.length <= atMost) {
    return text;
  }
  const cut = text.slice(0, atMost - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/, '')} …`;
}
