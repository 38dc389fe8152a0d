/** A full stop that ends nothing: after a number, a single letter, or what is often cut short. */
const end =
  /(?<=(?<!\d|\b\p{L}|\b(?:ca|nr|bzw|usw|etc|dr|prof|st|abs|art|inkl|ggf|evtl|max|min|mio|mrd|vgl|sog))[.!?\u2026]["\u2018-\u201f)]?)\s+/iu;

export interface CutSentence {
  readonly words: string;
  /** What stands before it: nothing, a space, or the end of a line. */
  readonly before: '' | ' ' | '\n';
}

/** The sentences of a plain text, line by line; a line without a full stop is one. */
export function cutSentences(text: string): readonly CutSentence[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line, row) =>
      line
        .split(end)
        .map((words, index) => ({ words, before: index > 0 ? ' ' : row > 0 ? '\n' : '' }) as const),
    );
}
