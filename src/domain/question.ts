import type { Filter } from './filters.ts';

/** What somebody wants to know: the thing sought in their own words, without the filters they named. */
export interface Question {
  /** May be empty: then every record that fits the filters is an answer. */
  readonly sought: string;
  readonly filters: readonly Filter[];
}

/** What is longer, or holds an address or a number to call, may name people: a pasted mail, for instance. */
const longestKept = 80;
const maybePersonal = /[@\n]|\d{5,}|(?:^|\s)(?:von|gesendet|betreff|cc):/i;

/** Whether the words can be kept without a person in them. */
export function mayBeKept(sought: string): boolean {
  return sought !== '' && sought.length <= longestKept && !maybePersonal.test(sought);
}
