import type { Instant } from './instant.ts';
import { toLocalTime } from './local-time.ts';
import { parsePartialDate } from './partial-date.ts';
import { topicLimits } from './topic-request.ts';
import type { TopicPlan, TopicResult, TopicState } from './topic-request.ts';
import { beginningOf, hasLetters, toPlainText } from './typed-words.ts';
import { readWebAddress } from './web-address.ts';

/** What organisers may do with a request. */
export type TopicWay = 'plan' | 'treat' | 'decline' | 'merge' | 'restore' | 'change';

/** As `topic-states` decides it; a merged request is changed where its votes count. */
export function toWays({ kind }: TopicState): readonly TopicWay[] {
  switch (kind) {
    case 'open':
      return ['plan', 'treat', 'decline', 'merge', 'change'];
    case 'planned':
      return ['plan', 'treat', 'decline', 'merge', 'restore', 'change'];
    case 'treated':
      return ['treat', 'restore', 'change'];
    case 'declined':
      return ['restore', 'change'];
    case 'merged':
      return ['restore'];
  }
}

/** What was typed, as it may be taken over; or what is wrong, with what stands in the form again. */
export type CheckedForm<Value, Fields, Problem> =
  | { readonly kind: 'valid'; readonly value: Value; readonly fields: Fields }
  | {
      readonly kind: 'invalid';
      /** At least one, in the order of the fields. */
      readonly problems: readonly Problem[];
      readonly fields: Fields;
    };

/** Characters that come back in a form; with more a card would be too big. */
const mostKept = { line: 600, words: 3500 } as const;

export interface PlanFields {
  /** As it is shown in the form: `2026-12-03`, or what was typed where that is no day. */
  readonly date: string;
  readonly reference: string;
}
export type PlanProblem = 'plan-missing' | 'date-invalid' | 'date-past' | 'reference-too-long';

/** A day in Berlin that is not over, written as a client of Teams does or as people do ("3.12.2026"); or a reference; or both. */
export function checkTopicPlan(
  typed: { readonly date?: string; readonly reference?: string },
  now: Instant,
): CheckedForm<TopicPlan, PlanFields, PlanProblem> {
  const words = toLine(typed.date);
  const date = toDay(words);
  const reference = toLine(typed.reference);
  const hasReference = hasLetters(reference);
  const fields: PlanFields = {
    date: date ?? beginningOf(words, mostKept.line),
    reference: beginningOf(reference, mostKept.line),
  };
  const problems: readonly PlanProblem[] = [
    ...(words === '' && !hasReference ? (['plan-missing'] as const) : []),
    ...(words !== '' && date === undefined ? (['date-invalid'] as const) : []),
    ...(date !== undefined && date < toLocalTime(now).date ? (['date-past'] as const) : []),
    ...(reference.length > topicLimits.reference ? (['reference-too-long'] as const) : []),
  ];
  const value: TopicPlan = {
    ...(date !== undefined && { date }),
    ...(hasReference && { reference }),
  };
  return problems.length > 0 ? { kind: 'invalid', problems, fields } : { kind: 'valid', value, fields };
}

export interface ResultFields {
  readonly text: string;
  readonly link: string;
}
export type ResultProblem = 'text-missing' | 'text-too-long' | 'link-invalid' | 'link-too-long';

/** What came of it needs words; a link leads into the web. */
export function checkTopicResult(typed: {
  readonly text?: string;
  readonly link?: string;
}): CheckedForm<TopicResult, ResultFields, ResultProblem> {
  const text = toWords(typed.text);
  const words = toLine(typed.link);
  const link = words === '' ? undefined : readWebAddress(words);
  const isTooLong = Math.max(words.length, link?.length ?? 0) > topicLimits.link;
  const fields: ResultFields = {
    text: beginningOf(text, mostKept.words),
    link: beginningOf(words, mostKept.line),
  };
  const problems: readonly ResultProblem[] = [
    ...(hasLetters(text) ? [] : (['text-missing'] as const)),
    ...(text.length > topicLimits.result ? (['text-too-long'] as const) : []),
    ...(isTooLong ? (['link-too-long'] as const) : []),
    ...(words !== '' && link === undefined && !isTooLong ? (['link-invalid'] as const) : []),
  ];
  const value: TopicResult = { text, ...(link !== undefined && { link }) };
  return problems.length > 0 ? { kind: 'invalid', problems, fields } : { kind: 'valid', value, fields };
}

export interface ReasonFields {
  readonly reason: string;
}
export type ReasonProblem = 'reason-missing' | 'reason-too-long';

/** Whoever proposed it reads why. */
export function checkTopicReason(
  typed: { readonly reason?: string },
  { isRequired }: { readonly isRequired: boolean },
): CheckedForm<string | undefined, ReasonFields, ReasonProblem> {
  const words = toWords(typed.reason);
  const isMissing = isRequired && !hasLetters(words);
  const fields: ReasonFields = { reason: beginningOf(words, mostKept.words) };
  const problems: readonly ReasonProblem[] = [
    ...(isMissing ? (['reason-missing'] as const) : []),
    ...(words.length > topicLimits.reason ? (['reason-too-long'] as const) : []),
  ];
  const value = hasLetters(words) ? words : undefined;
  return problems.length > 0 ? { kind: 'invalid', problems, fields } : { kind: 'valid', value, fields };
}

function toWords(typed = ''): string {
  return toPlainText(typed.toWellFormed());
}

function toLine(typed = ''): string {
  return toWords(typed).replaceAll(/\n+/g, ' ');
}

/** `2026-12-03`; undefined for a month or a year alone, and for a day that does not exist. */
function toDay(words: string): string | undefined {
  const date = parsePartialDate(words);
  return date?.length === '2026-12-03'.length ? date : undefined;
}
