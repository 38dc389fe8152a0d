import type { ToldField } from '../../domain/meetings/meeting-changes.ts';
import { formatMeetingDay, formatMeetingStart } from './meeting-texts.ts';

/** "Freitag, 27. November 2026", of a day in Berlin: `2026-11-27`. */
function formatAnswerDay(date: string): string {
  return formatMeetingDay(Date.parse(`${date}T12:00:00Z`));
}

/** A beginning and an end are one line. */
export type ChangedLine = Exclude<ToldField, 'startsAt' | 'endsAt'> | 'time';

const labels: Readonly<Record<ChangedLine, string>> = {
  title: 'Titel',
  time: 'Zeit',
  place: 'Ort',
  respondBy: 'Antwort bis',
};

/** What the bot says by itself when a meeting is changed or falls out. What holds people's words is for `literal` alone. */
export const meetingNewsTexts = {
  changed: (title: string, moved: boolean) =>
    `Das Treffen „${title}“ wurde ${moved ? 'verlegt' : 'geändert'}.`,
  cancelled: (title: string, startsAt: number) =>
    `Das Treffen „${title}“ am ${formatMeetingDay(startsAt)} fällt aus.`,
  label: (line: ChangedLine) => labels[line],
  before: 'Bisher: ',
  after: 'Neu: ',
  answerBy: (date: string | undefined) => (date === undefined ? 'bis zum Beginn' : formatAnswerDay(date)),
  newLink: 'Der Link zur Online-Teilnahme ist neu.',
  meanwhile: 'Danach wurde noch etwas geändert. So ist es jetzt:',
  now: 'So ist es jetzt:',
  changedSummary: (title: string, startsAt: number, moved: boolean) =>
    `${moved ? 'Verlegt' : 'Geändert'}: ${title}, ${formatMeetingStart(startsAt)}`,
  /** Of the calendar entry. */
  outOfCalendar: 'Aus dem Kalender nehmen',
} as const;
