/** The operator's file cannot be used; the message is one line and names the file, and the line when there is one. */
export class OperatorDataError extends Error {
  override readonly name = 'OperatorDataError';

  /** A mistake in the content; lines count from 1. */
  static at(file: string, line: number, problem: string, cause?: unknown): OperatorDataError {
    return new OperatorDataError(`${file}, line ${line}: ${problem}`, { cause });
  }
}

const shownCharacters = 60;

/** What stands in the file, cut and on one line, for a message. */
export function quote(value: string): string {
  return JSON.stringify(value.length > shownCharacters ? `${value.slice(0, shownCharacters)}…` : value);
}
