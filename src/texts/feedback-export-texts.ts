import { formatNumber } from './format.ts';

const quoted = (words: string) => `„${words}“`;

/** What `npm run feedback:export` says at the terminal. */
export const feedbackExportTexts = {
  fileName: (day: string) => `rueckmeldungen-${day}.jsonl`,
  exported: (n: number, place: string) => {
    switch (n) {
      case 0:
        return `Es gibt keine Rückmeldungen zu Antworten; ${quoted(place)} ist leer.`;
      case 1:
        return `Eine Rückmeldung zu einer Antwort steht in ${quoted(place)}.`;
      default:
        return `${formatNumber(n)} Rückmeldungen zu Antworten stehen in ${quoted(place)}.`;
    }
  },
  usage:
    'Aufruf: npm run feedback:export [-- [--to DATEI] [--from TAG] [--force]]\n' +
    '  --to           Name der Datei; „-“ schreibt in die Standardausgabe\n' +
    '  --from         nur Rückmeldungen ab diesem Tag, etwa 2026-11-01\n' +
    '  --force        ersetzt eine Datei, die es schon gibt',
  wrongDay: (typed: string) =>
    `${quoted(typed)} ist für --from kein Tag. Bitte schreiben Sie ihn so: 2026-11-01.`,
  exists: (path: string) =>
    `Die Datei ${quoted(path)} gibt es schon. Bitte nennen Sie mit --to einen anderen Namen, oder ersetzen Sie sie mit --force.`,
} as const;
