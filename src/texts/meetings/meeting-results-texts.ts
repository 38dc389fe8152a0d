import type { WhyNoResults } from '../../domain/meetings/meeting-results.ts';
import { meetingLimits } from '../../domain/meetings/meeting.ts';
import { formatNumber, formatWeekdayAndTime } from '../format.ts';
import { meetingTexts } from './meeting-texts.ts';

const closed: Readonly<Record<WhyNoResults, string>> = {
  draft: 'Das ist noch ein Entwurf. Ergebnisse gibt es, sobald das Treffen begonnen hat.',
  cancelled: 'Dieses Treffen fällt aus, es hat keine Ergebnisse.',
  'not-begun': 'Ergebnisse können Sie eintragen, sobald das Treffen begonnen hat.',
};

const mostLinks = formatNumber(meetingLimits.links);
const mostLetters = formatNumber(meetingLimits.results);

/** Who is there, and what came of a meeting. What may hold people's words is for `literal` alone. */
export const meetingResultsTexts = {
  checkIn: {
    done: 'Schön, dass Sie da sind. Ihre Anwesenheit ist eingetragen.',
    already: 'Ihre Anwesenheit war schon eingetragen.',
    tooEarly: (from: number) => `Das geht ab ${formatWeekdayAndTime(from)}, eine halbe Stunde vor Beginn.`,
    closed: {
      draft: 'Das ist die Vorschau. „Ich bin da“ geht ab einer halben Stunde vor Beginn.',
      cancelled: meetingTexts.cancelled,
      over: 'Dieses Treffen ist vorbei. Anwesenheit wird nicht mehr eingetragen.',
    },
  },
  /** How many communes were there; `isExpected`: nobody said so, and they had said that they come. */
  communes: (n: number, isExpected: boolean) =>
    isExpected
      ? `${meetingTexts.communes(n)} ${n === 1 ? 'hatte' : 'hatten'} zugesagt.`
      : `${meetingTexts.communes(n)} ${n === 1 ? 'war' : 'waren'} da.`,
  topics: 'Behandelte Themen',
  show: 'Treffen ansehen',
  linkLeadsTo: (host: string) => `Öffnet ${host}`,
  /** Some links lead to the same host. */
  numbered: (host: string, number: number) => `${host} (${number})`,
  title: (title: string) => `Ergebnisse: ${title}`,
  changedTitle: (title: string) => `Ergebnisse, geändert: ${title}`,
  form: {
    heading: (isFirst: boolean) => (isFirst ? 'Was ist herausgekommen?' : 'Ergebnisse ändern'),
    summary: (title: string) => `Ergebnisse eintragen: ${title}`,
    text: 'Ergebnisse',
    textPlaceholder: 'Was wurde gezeigt, was wurde vereinbart?',
    textError: 'Bitte schreiben Sie, was herausgekommen ist.',
    links: `Links, höchstens ${mostLinks}, jeder in einer eigenen Zeile (freiwillig)`,
    linksPlaceholder: 'https://www.example.org/protokoll',
    linksError: 'Bitte schreiben Sie jeden Link in eine eigene Zeile.',
    treated: 'Welche Themen wurden behandelt?',
    treatedError: 'Bitte wählen Sie unter den Themen dieses Treffens.',
    treatedHint: 'Was Sie nicht auswählen, ist danach wieder offen und kann auf ein anderes Treffen.',
    present: (n: number, isExpected: boolean) =>
      n === 0
        ? 'Aus welchen Kommunen jemand da war, weiß ich nicht.'
        : isExpected
          ? `In den Ergebnissen steht auch: ${meetingTexts.communes(n)} ${n === 1 ? 'hatte' : 'hatten'} zugesagt. „Ich bin da“ hat niemand gedrückt.`
          : `In den Ergebnissen steht auch: ${meetingTexts.communes(n)} ${n === 1 ? 'war' : 'waren'} da.`,
    hint: 'Alle, die zugesagt hatten, bekommen die Ergebnisse. In den Kanälen des Treffens stehen sie auch.',
    changeHint: 'Was schon verschickt ist, zeigt danach die neue Fassung.',
    send: (isFirst: boolean) => (isFirst ? 'Veröffentlichen' : 'Speichern'),
    cancel: 'Abbrechen',
    /** What somebody else has written meanwhile. */
    currently: 'So stehen die Ergebnisse jetzt da:',
  },
  problems: {
    outdated:
      'Inzwischen hat jemand anders die Ergebnisse geschrieben. Bitte lesen Sie diese Fassung; mit „Speichern“ ersetzen Sie sie durch Ihre.',
    'text-missing': 'Bitte schreiben Sie, was herausgekommen ist.',
    'text-too-long': (length: number) =>
      `Das sind ${formatNumber(length)} Zeichen, höchstens ${mostLetters} sind möglich. Bitte kürzen Sie.`,
    'link-invalid': (link: string) =>
      `„${link}“ führt nicht ins Web. Bitte schreiben Sie die ganze Adresse, zum Beispiel https://www.example.org/protokoll`,
    'link-too-long': (link: string, length: number) =>
      `„${link}“ hat ${formatNumber(length)} Zeichen, höchstens ${formatNumber(meetingLimits.link)} sind möglich.`,
    'too-many-links': (count: number) =>
      `Das sind ${formatNumber(count)} Links, höchstens ${mostLinks} sind möglich.`,
  },
  published: 'Die Ergebnisse sind veröffentlicht.',
  changed: 'Die Ergebnisse sind geändert.',
  unchanged: 'Die Ergebnisse standen schon so da.',
  closed,
  /** Where others would read what was typed. */
  onlyAlone: 'Bitte schreiben Sie Ergebnisse im Einzelchat mit mir: „Termine“ zeigt Ihnen das Treffen.',
} as const;
