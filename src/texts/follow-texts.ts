import type { Stage } from '../domain/stage.ts';
import { capitalise, countMasculine, formatNumber } from './format.ts';
import { stageLabels } from './labels.ts';

/** Around what somebody looks for, where nothing of it is a word of ours. */
const quoted = (question: string): string => `„${question}“`;

export const followTexts = {
  started: 'Sie bekommen eine Nachricht, wenn eine Kommune dazukommt oder sich ihr Stand ändert.',
  startedBefore: 'Das gilt schon: Kommt eine Kommune dazu oder ändert sich ihr Stand, schreibe ich Ihnen.',
  ended: 'Zu diesem Anwendungsfall schreibe ich Ihnen nicht mehr.',
  /** Behind the sentences that promise a message. */
  notReachable:
    'Damit ich Ihnen schreiben kann, fügen Sie mich als App hinzu oder schreiben Sie mir im Einzelchat.',
  guest: 'Benachrichtigungen gibt es nur für Mitglieder, nicht für Gäste.',
  keep: 'Benachrichtigen',
  keepSpoken: 'Benachrichtigen, sobald jemand etwas dazu einträgt',
  end: 'Beenden',
  endSpoken: (what: string) => `Benachrichtigung zu ${quoted(what)} beenden`,
  kept: 'Sobald jemand etwas dazu einträgt, schreibe ich Ihnen.',
  keptBefore: 'Das gilt schon: Sobald jemand etwas dazu einträgt, schreibe ich Ihnen.',
  /** There are answers already; the news is what comes after them. */
  keptBesides: (n: number) =>
    `Schon da: ${countMasculine(n, 'Anwendungsfall', 'Anwendungsfälle')}. Ich schreibe Ihnen, wenn etwas Neues dazukommt.`,
  showThem: 'Anzeigen',
  tooMany: (most: number) =>
    `Sie haben sich schon ${formatNumber(most)} Fragen merken lassen, mehr geht nicht. Beenden Sie zuerst eine davon.`,
  nothingSought:
    'Wozu soll ich Ihnen schreiben? Zum Beispiel: „Benachrichtige mich, sobald jemand Drohnen einsetzt“.',
  questionEnded: 'Zu dieser Frage schreibe ich Ihnen nicht mehr.',
  list: {
    title: 'Was Sie verfolgen',
    open: 'Was ich verfolge',
    empty: 'Sie verfolgen noch nichts.',
    howTo:
      'Drücken Sie in den Details eines Anwendungsfalls oder Themas auf „Benachrichtigen“, oder schreiben Sie mir zum Beispiel „Benachrichtige mich, sobald jemand Drohnen einsetzt“.',
    useCase: 'Anwendungsfall',
    question: 'Gemerkte Frage',
    gone: 'Anwendungsfall, den es nicht mehr gibt oder den Sie nicht sehen können',
    page: (page: number, pages: number) => `Seite ${formatNumber(page)} von ${formatNumber(pages)}`,
    previous: 'Vorherige',
    next: 'Weitere',
    settings: 'Benachrichtigungen wählen',
  },
  news: {
    title: 'Neues zu einem Anwendungsfall, den Sie verfolgen',
    joined: (who: string, stage: Stage) => `${who} ist dazugekommen: ${stageLabels[stage]}.`,
    changed: (who: string, from: Stage, to: Stage) =>
      `${who} hat einen neuen Stand: ${stageLabels[to]}, vorher: ${stageLabels[from]}.`,
    somebody: 'Eine Kommune',
    summary: (useCase: string, sentence: string) => `${useCase}: ${sentence}`,
    details: 'Details',
  },
  answered: {
    title: 'Zu Ihrer gemerkten Frage gibt es etwas Neues',
    question: 'Ihre Frage: ',
    summary: (useCase: string, others: number) =>
      others === 0
        ? `Neu zu Ihrer gemerkten Frage: ${useCase}`
        : `Neu zu Ihrer gemerkten Frage: ${useCase} und ${countMasculine(others, 'weiterer', 'weitere')}`,
    others: 'Ebenfalls neu:',
    detailsOf: (useCase: string) => `Details zu ${useCase}`,
    more: (n: number) => `und ${formatNumber(n)} weitere. Alle zeigt „Was ich verfolge“.`,
  },
  /** Of a question without words of its own: what it was limited to. */
  soughtOf: (sought: string, filters: readonly string[]) =>
    sought === '' ? capitalise(filters.join(', ')) : [sought, ...filters].join(', '),
};
