export interface Line {
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly text: string;
}

/** The lines that say something: trimmed, without empty ones and comments (`#`). */
export function readLines(content: string): readonly Line[] {
  return content
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'));
}
