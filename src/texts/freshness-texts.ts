import type { Instant } from '../domain/instant.ts';
import { formatDay, formatNumber } from './format.ts';

export const freshnessTexts = {
  stale: (at: Instant) => `Zuletzt bestätigt am ${formatDay(at)}, möglicherweise veraltet`,
  question: 'Ist das noch aktuell?',
  asked: (at: Instant) =>
    `Zuletzt bestätigt wurde es am ${formatDay(at)}. Ein Druck genügt, und alle wissen, woran sie sind.`,
  askedAgain: (days: number) =>
    `Ich frage zum zweiten Mal. Ohne Antwort zeige ich den Eintrag nach ${formatNumber(days)} Tagen als möglicherweise veraltet.`,
  why: 'Ich frage Sie, weil Sie als Ansprechperson angegeben sind oder den Eintrag angelegt haben.',
  summary: (title: string) => `Ist das noch aktuell? ${title}`,
  buttons: {
    confirm: 'Stimmt',
    change: 'Ändern',
    retire: 'Eingestellt',
    details: 'Details',
  },
  /** What the buttons do, read out by screen readers. */
  spoken: {
    confirm: 'Ja, der Eintrag ist noch aktuell',
    retire: 'Unsere Kommune macht das nicht mehr',
  },
  confirmed: 'Danke. Der Eintrag gilt als bestätigt.',
  confirmedOn: (at: Instant) => `Bestätigt am ${formatDay(at)}.`,
  retired: (commune: string) => `Danke. ${commune} steht jetzt unter „eingestellt“.`,
  retiredBefore: (commune: string) =>
    `${commune} steht schon unter „eingestellt“. Danke für die Bestätigung.`,
  notAdopter:
    'Ihre Kommune steht nicht unter denen, die das machen. Wer gemeint ist, können Sie mit „Ändern“ eintragen; gibt es niemanden mehr, archivieren Sie den Eintrag.',
  archived: 'Dieser Anwendungsfall ist archiviert.',
  denied:
    'Das bestätigt, wer den Anwendungsfall eingetragen hat, als Ansprechperson angegeben ist oder in einer der Kommunen arbeitet, die das machen.',
};
