import { fold } from './commune-words.ts';
import type { Instant, PartialDate } from './instant.ts';
import { toLocalTime } from './local-time.ts';

const months = 'januar februar maerz april mai juni juli august september oktober november dezember'.split(
  ' ',
);
const otherNames: Readonly<Record<string, number>> = { jaenner: 1, feber: 2, mrz: 3 };
const earliestYear = 1980;
const latestYear = 2100;

/** "2025", "03.2025", "1.3.2025", "1. Maerz 2025", "Mrz 2025", ISO dates; undefined for anything else and for days that do not exist. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const words = fold(text).replace(/^(?:seit|ab|ca\.?)\s+/, '');
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:t[\d:.]+(?:z|[+-]\d\d:?\d\d)?)?)?)?$/.exec(words);
  if (iso !== null) {
    return toPartialDate(iso[1], iso[2], iso[3]);
  }
  const german = /^(?:(?:(\d{1,2})[./]\s*)?(\d{1,2})[./]\s*)?(\d{4})$/.exec(words);
  if (german !== null) {
    return toPartialDate(german[3], german[2], german[1]);
  }
  const named = /^(?:(\d{1,2})\.?\s+)?([a-z]{3,})\.?\s+(\d{4})$/.exec(words);
  const month = findMonth(named?.[2] ?? '');
  return named === null || month === undefined ? undefined : toPartialDate(named[3], String(month), named[1]);
}

function findMonth(word: string): number | undefined {
  const index = months.findIndex((month) => word.length >= 3 && month.startsWith(word));
  return index >= 0 ? index + 1 : otherNames[word];
}

function toPartialDate(year?: string, month?: string, day?: string): PartialDate | undefined {
  const numbers = { year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) };
  const exists = numbers.day >= 1 && numbers.day <= countDays(numbers.year, numbers.month);
  if (!exists || numbers.year < earliestYear || numbers.year > latestYear) {
    return undefined;
  }
  const parts = [numbers.year, numbers.month, numbers.day].slice(
    0,
    day === undefined ? (month === undefined ? 1 : 2) : 3,
  );
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** 0 for a month that does not exist. */
function countDays(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Whether the day, month or year has not begun yet in Berlin. */
export function isInFuture(date: PartialDate, now: Instant): boolean {
  return date > toLocalTime(now).date.slice(0, date.length);
}
