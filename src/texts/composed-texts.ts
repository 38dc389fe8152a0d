import { formatNumber } from './format.ts';

/** Said around an answer that a language model has composed. */
export const composedTexts = {
  /** While it reads; Teams shows it as a bar. */
  waiting: 'Ich lese die gefundenen Anwendungsfälle …',
  /** The same where it reads nothing. */
  searching: 'Ich sehe in den Einträgen nach …',
  /** Nothing that it said could be proven. */
  plain: 'Diese Anwendungsfälle passen zu Ihrer Frage.',
  /** It was stopped at something that could not be proven. */
  notMore:
    'Mehr lässt sich aus den Einträgen nicht belegen. Alle gefundenen Anwendungsfälle stehen darunter.',
  /** It did not answer, or not in time. */
  silent: 'Die KI antwortet gerade nicht; hier sind Ergebnisse aus der Suche.',
  /** Somebody asked too often. */
  wait: (seconds: number) =>
    `Bitte warten Sie ${waitingTime(seconds)}, bis die KI wieder für Sie antwortet. Hier sind die Ergebnisse aus der Suche.`,
  /** The people of the same tenant have used up what is meant for a day. */
  spent:
    'Für heute ist aufgebraucht, was Ihre Organisation für die KI vorgesehen hat. Hier sind die Ergebnisse aus der Suche; morgen antwortet die KI wieder.',
  /** The same where the search has found nothing. */
  waitFor: (seconds: number) =>
    `Bitte warten Sie ${waitingTime(seconds)}, bis die KI wieder für Sie antwortet. Bis dahin antwortet die Suche allein.`,
  spentForNow:
    'Für heute ist aufgebraucht, was Ihre Organisation für die KI vorgesehen hat. Bis morgen antwortet die Suche allein.',
  /** It broke off. */
  brokenOff: 'Hier brach die Antwort ab. Alle gefundenen Anwendungsfälle stehen darunter.',
};

/** "42 Sekunden", and above a minute and a half in minutes, rounded up. */
export function waitingTime(seconds: number): string {
  if (seconds > 90) {
    return `${formatNumber(Math.ceil(seconds / 60))} Minuten`;
  }
  return seconds === 1 ? 'eine Sekunde' : `${formatNumber(seconds)} Sekunden`;
}
