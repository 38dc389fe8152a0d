import { beginningOf, toPlainText } from '../typed-words.ts';
import type { MeetingFormFields, MeetingProblem } from './meeting-form.ts';

/** What came of some fields of the form: what was understood, what is wrong, and what stands in them again. */
export interface CheckedPart<Value> {
  readonly value: Value;
  readonly problems: readonly MeetingProblem[];
  readonly fields: Partial<MeetingFormFields>;
}

/** Characters that come back in a form; with more a card would be too big. */
const mostKept = { line: 600, words: 3500 } as const;

/** Words with line breaks, without what hides or turns them. */
export function toWords(typed = ''): string {
  return toPlainText(typed.toWellFormed());
}

export function toLine(typed = ''): string {
  return toWords(typed).replaceAll(/\n+/g, ' ');
}

/** As much of a line as the form keeps. */
export function keptLine(words: string): string {
  return beginningOf(words, mostKept.line);
}

export function keptWords(words: string): string {
  return beginningOf(words, mostKept.words);
}

/** Of a field with more characters than it may have. */
export function tooLong(
  kind: MeetingProblem['kind'] & `${string}-too-long`,
  words: string,
  most: number,
): readonly MeetingProblem[] {
  return when(words.length > most, kind, words.length);
}

/** The problem where there is one. */
export function when(
  isSo: boolean,
  kind: MeetingProblem['kind'],
  number?: number,
): readonly MeetingProblem[] {
  return isSo ? [{ kind, ...(number !== undefined && { number }) }] : [];
}
