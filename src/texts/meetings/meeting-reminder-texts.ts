import { dayMs } from '../../domain/instant.ts';
import { toLocalTime } from '../../domain/local-time.ts';
import { inWords } from '../format.ts';

const berlin = { timeZone: 'Europe/Berlin' } as const;
const timeFormat = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', ...berlin });
const nearDayFormat = new Intl.DateTimeFormat('de-DE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  ...berlin,
});

const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);
const daysUntil = (date: string, now: number) =>
  Math.round((noon(date) - noon(toLocalTime(now).date)) / dayMs);

/** "Heute um 10:00 Uhr", "Morgen um …", "In einer Woche, am Donnerstag, 3. Dezember, um …" */
function when(startsAt: number, now: number): string {
  const days = daysUntil(toLocalTime(startsAt).date, now);
  const time = `um ${timeFormat.format(startsAt)} Uhr`;
  if (days <= 1) {
    return `${days === 1 ? 'Morgen' : 'Heute'} ${time}`;
  }
  const inDays = days === 7 ? 'einer Woche' : `${inWords(days)} Tagen`;
  return `In ${inDays}, am ${nearDayFormat.format(startsAt)}, ${time}`;
}

/** "heute", "morgen, Freitag, 27. November", "Freitag, 27. November" */
function until(date: string, now: number): string {
  const days = daysUntil(date, now);
  const day = nearDayFormat.format(noon(date));
  return days === 0 ? 'heute' : days === 1 ? `morgen, ${day}` : day;
}

/** What the bot says by itself before a meeting. What holds people's words is for `literal` alone. */
export const meetingReminderTexts = {
  begins: (startsAt: number, now: number) => `${when(startsAt, now)} beginnt dieses Treffen.`,
  beginsSummary: (title: string, startsAt: number, now: number) => `${when(startsAt, now)}: ${title}`,
  respondBy: (date: string, now: number) => `Sind Sie dabei? Bitte antworten Sie bis ${until(date, now)}.`,
  respondBySummary: (title: string, date: string, now: number) =>
    `Bitte antworten Sie bis ${until(date, now)}: ${title}`,
  /** In the daily collection. */
  invitation: 'Einladung zu einem Treffen',
  results: 'Ergebnisse eines Treffens',
  resultsSummary: (title: string) => `Ergebnisse: ${title}`,
  feedback: 'Wie war dieses Treffen? Ihre Rückmeldung bleibt anonym.',
  feedbackSummary: (title: string) => `Wie war es? ${title}`,
} as const;
