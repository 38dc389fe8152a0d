import { dayMs } from '../instant.ts';
import { parsePartialDate } from '../partial-date.ts';

const weekday = /^(?:mo|di|mi|do|fr|sa|so)(?:\.|[a-z]*)(?:,\s*|\s+)/i;
const shortYear = /^(\d{1,2}\.\s*\d{1,2}\.\s*)(\d\d)$/;

/**
 * A day as a client of Teams sends it (`2026-12-03`) or as people write it: "3.12.2026", "03.12.26", "Do, 3. Dezember 2026". Comes back as
 * `2026-12-03`; undefined for anything else and for days that do not exist.
 */
export function readTypedDay(words: string): string | undefined {
  const date = parsePartialDate(words.trim().replace(weekday, '').replace(shortYear, '$120$2'));
  return date?.length === '2026-12-03'.length ? date : undefined;
}

const time = /^(\d{1,2})(?:[:.](\d\d)(?::\d\d)?|\s*uhr\s*(\d\d))?\s*(?:uhr|h)?$/i;

/** A time as a client sends it (`14:30`, some with seconds) or as people write it: "14.30 Uhr", "14 Uhr", "9". Comes back as `09:00`. */
export function readTypedTime(words: string): string | undefined {
  const [, hours, minutes, after] = time.exec(words.trim()) ?? [];
  if (hours === undefined) {
    return undefined;
  }
  const shown = minutes ?? after ?? '00';
  return Number(hours) < 24 && Number(shown) < 60 ? `${hours.padStart(2, '0')}:${shown}` : undefined;
}

/** The day so many days later: of `2026-12-30` and 3 `2027-01-02`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** How many days the second one is after the first. */
export function daysBetween(one: string, other: string): number {
  return Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / dayMs);
}
