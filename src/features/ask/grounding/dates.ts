import { fold } from '../../../search/german/fold.ts';

/** As much of a date as is said. */
export interface SaidDate {
  readonly day?: number;
  readonly month: number;
  readonly year?: number;
  /** As it is written. */
  readonly text: string;
  /** Since when. */
  readonly isSince: boolean;
}

const months = [
  'januar',
  'februar',
  'maerz',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'dezember',
];
const byName = /(?:(?<day>\d{1,2})\. ?)?(?<name>\p{Lu}\p{L}{2,8})(?: (?<year>\d{4}))?(?![\p{L}\d])/gu;
const byNumber =
  /(?<!\d|\d[.,/])(?:(?<day>\d{1,2})\. ?)?(?<month>0?[1-9]|1[0-2])[./] ?(?<year>\d{4}|(?<=\d\. ?\d{1,2}\. ?)\d{2})(?!\d)/g;
const byStandard = /(?<!\d)(?<year>\d{4})-(?<month>0[1-9]|1[0-2])(?:-(?<day>\d{2}))?(?!\d)/g;

/** Dates with a month: "3. Dezember 2026", "12/2026", "2026-12-03". A year alone is a number like others. */
export function readDates(text: string): readonly SaidDate[] {
  const named = [...text.matchAll(byName)].flatMap(({ 0: found, index, groups = {} }) => {
    const month = months.indexOf(fold(groups['name'] ?? '')) + 1;
    return month === 0 ? [] : [toDate(found, isSince(text, index), { ...groups, month: String(month) })];
  });
  const numbered = [...text.matchAll(byNumber), ...text.matchAll(byStandard)];
  return [
    ...named,
    ...numbered.map(({ 0: found, index, groups = {} }) => toDate(found, isSince(text, index), groups)),
  ];
}

function isSince(text: string, at: number): boolean {
  return /\bseit (?:dem |anfang |mitte |ende )?$/i.test(text.slice(Math.max(0, at - 20), at));
}

function toDate(
  text: string,
  since: boolean,
  { day, month, year }: Readonly<Record<string, string | undefined>>,
): SaidDate {
  return {
    text,
    isSince: since,
    month: Number(month),
    ...(day !== undefined && { day: Number(day) }),
    ...(year !== undefined && { year: Number(year.length === 2 ? `20${year}` : year) }),
  };
}

/** Whether everything that `said` tells is told by `known`. */
export function isPartOf(said: SaidDate, known: SaidDate): boolean {
  return (
    said.month === known.month &&
    (said.year === undefined || said.year === known.year) &&
    (said.day === undefined || said.day === known.day)
  );
}

/** The text with nothing but their years in the place of these dates. */
export function withoutMonths(text: string, dates: readonly SaidDate[]): string {
  return dates.reduce(
    (rest, date) => rest.replace(date.text, date.year === undefined ? ' ' : ` jahr ${date.year} `),
    text,
  );
}
