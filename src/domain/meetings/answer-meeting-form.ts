import { beginningOf, hasLetters, toPlainText } from '../typed-words.ts';
import { meetingLimits } from './meeting.ts';
import type { Meeting } from './meeting.ts';
import type { Rsvp } from './rsvp.ts';

/** The form as it was sent: everything may be missing, too long or full of control characters. */
export interface TypedDetails {
  readonly guests?: string;
  readonly name?: string;
  /** To the questions, in their order. */
  readonly answers: readonly (string | undefined)[];
}

/** What stands in the form: as it was typed, and cut only where no form could hold it. */
export interface DetailFields {
  readonly guests: string;
  readonly name: string;
  readonly answers: readonly string[];
}

export type DetailsProblem =
  /** No whole number from 0. */
  | { readonly kind: 'guests-invalid' }
  | { readonly kind: 'guests-too-many'; readonly most: number }
  /** So many seats are free beside their own, and so many guests fit. */
  | { readonly kind: 'guests-no-room'; readonly free: number; readonly most: number }
  /** More than there are seats at all. */
  | { readonly kind: 'guests-never-fit'; readonly most: number }
  | { readonly kind: 'name-too-long'; readonly length: number }
  /** `index` of the question, from 0. */
  | { readonly kind: 'answer-too-long'; readonly index: number; readonly length: number };

/** What somebody wants the organisers to know. */
export type Details = Pick<Rsvp, 'details' | 'guests' | 'name'>;

export type CheckDetailsOutcome =
  | { readonly kind: 'valid'; readonly details: Details; readonly fields: DetailFields }
  | {
      readonly kind: 'invalid';
      /** At least one, in the order of the fields. */
      readonly problems: readonly DetailsProblem[];
      readonly fields: DetailFields;
    };

/** Characters that come back in a form; with more a card would be too big. */
const mostKept = { guests: 40, name: 600, answer: 1500 } as const;

/** Guests as a whole number, nobody where nothing is said; everything else is voluntary. */
export function checkDetails(
  typed: TypedDetails,
  { mostGuests, questions }: Pick<Meeting, 'mostGuests' | 'questions'>,
): CheckDetailsOutcome {
  const guests = toLine(typed.guests);
  const name = toLine(typed.name);
  const answers = questions.map((_, index) => toWords(typed.answers[index]));
  const number = readGuests(guests);
  const problems: readonly DetailsProblem[] = [
    ...(number === undefined ? [{ kind: 'guests-invalid' } as const] : []),
    ...(number !== undefined && number > mostGuests
      ? [{ kind: 'guests-too-many', most: mostGuests } as const]
      : []),
    ...(name.length > meetingLimits.name ? [{ kind: 'name-too-long', length: name.length } as const] : []),
    ...answers.flatMap(({ length }, index) =>
      length > meetingLimits.answer ? [{ kind: 'answer-too-long', index, length } as const] : [],
    ),
  ];
  const fields: DetailFields = {
    guests: beginningOf(guests, mostKept.guests),
    name: beginningOf(name, mostKept.name),
    answers: answers.map((answer) => beginningOf(answer, mostKept.answer)),
  };
  if (number === undefined || problems.length > 0) {
    return { kind: 'invalid', problems, fields };
  }
  const details = questions.flatMap((question, index) => {
    const text = answers[index] ?? '';
    return hasLetters(text) ? [{ question, text }] : [];
  });
  return {
    kind: 'valid',
    details: { guests: number, details, ...(hasLetters(name) && { name }) },
    fields,
  };
}

/** Undefined for what is no whole number from 0: "zwei", "-1", "2,5". */
function readGuests(typed: string): number | undefined {
  if (typed === '') {
    return 0;
  }
  return /^\d{1,9}$/.test(typed) ? Number(typed) : undefined;
}

function toWords(typed = ''): string {
  return toPlainText(typed.toWellFormed());
}

function toLine(typed = ''): string {
  return toWords(typed).replaceAll(/\n+/g, ' ');
}
