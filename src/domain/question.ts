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
/** A number to call in groups of digits: "0271 404-0", "+49 (271) 404"; no year, paragraph or amount begins so. */
const phoneNumber = /(?:^|[^\d.,])(?:\+|00?)\(?[1-9]\d{0,3}\)?(?:[\s/().-]+\d{1,4}){1,5}/;
/** "Frau Müller", "Herrn Dr. Beispiel"; "Frau und Beruf" is none. */
const addressed = /(?<!\p{L})(?:Frau|Herrn?|Fr\.|Hr\.|Dr\.|Prof\.)\s+(?:(?:Dr|Prof)\.\s*)*\p{Lu}/u;

/** Whether the words can be kept without a person in them. */
export function mayBeKept(sought: string): boolean {
  return sought !== '' && sought.length <= longestKept && !isPersonal(sought);
}

function isPersonal(sought: string): boolean {
  return [maybePersonal, phoneNumber, addressed].some((pattern) => pattern.test(sought));
}
