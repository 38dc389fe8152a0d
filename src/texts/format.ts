import type { Instant, PartialDate } from '../domain/instant.ts';

const zone = 'Europe/Berlin';
const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long', timeZone: zone });
const month = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: zone });
const dayAndTime = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: zone,
});
const weekdayAndTime = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'full',
  timeStyle: 'short',
  timeZone: zone,
});
const decimal = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 });
const euro = new Intl.NumberFormat('de-DE', {
  style: 'currency',
  currency: 'EUR',
  trailingZeroDisplay: 'stripIfInteger',
});

/** "22. November 2026" */
export function formatDay(instant: Instant): string {
  return day.format(instant);
}

/** "November 2026" */
export function formatMonth(instant: Instant): string {
  return month.format(instant);
}

/** "22. November 2026 um 14:30 Uhr" */
export function formatDayAndTime(instant: Instant): string {
  return `${dayAndTime.format(instant)} Uhr`;
}

/** "Sonntag, 22. November 2026 um 14:30 Uhr" */
export function formatWeekdayAndTime(instant: Instant): string {
  return `${weekdayAndTime.format(instant)} Uhr`;
}

/** "22. November 2026", "November 2026" or "2026", as exact as the date is. */
export function formatPartialDate(date: PartialDate): string {
  const instant = Date.parse(`${date}T12:00:00Z`);
  switch (date.length) {
    case 4:
      return date;
    case 7:
      return formatMonth(Date.parse(`${date}-01T12:00:00Z`));
    default:
      return Number.isNaN(instant) ? date : formatDay(instant);
  }
}

export function formatNumber(value: number): string {
  return decimal.format(value);
}

export function formatEuros(value: number): string {
  return euro.format(value);
}

const numerals = [
  'null',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
];

/** "eine Kommune", "zwei Kommunen", "13 Kommunen": numbers up to twelve in words, for feminine nouns. */
export function countFeminine(n: number, one: string, many: string): string {
  return n === 1 ? `eine ${one}` : `${inWords(n)} ${many}`;
}

/** "ein Anwendungsfall", "zwei Anwendungsfälle", for masculine nouns. */
export function countMasculine(n: number, one: string, many: string): string {
  return n === 1 ? `ein ${one}` : `${inWords(n)} ${many}`;
}

export function inWords(n: number): string {
  return n >= 2 ? (numerals[n] ?? formatNumber(n)) : String(n);
}

export function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "a, b und c" */
export function enumerate(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`;
}
