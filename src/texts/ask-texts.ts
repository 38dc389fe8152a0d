import type { AnswerSummary, StageCount } from '../domain/answer.ts';
import type { Stage } from '../domain/stage.ts';
import type { ReportedAdopters } from '../domain/use-case.ts';
import { capitalise, countFeminine, countMasculine, enumerate, formatNumber, inWords } from './format.ts';

/** What one and what several do at a stage: "setzt das ein", "setzen das ein". */
const verbs: Readonly<Record<Stage, readonly [string, string]>> = {
  in_use: ['setzt das ein', 'setzen das ein'],
  pilot: ['erprobt es', 'erproben es'],
  in_development: ['entwickelt es gerade', 'entwickeln es gerade'],
  planned: ['plant es', 'planen es'],
  idea: ['denkt darüber nach', 'denken darüber nach'],
  rejected: ['hat es geprüft und verworfen', 'haben es geprüft und verworfen'],
  retired: ['hat es wieder eingestellt', 'haben es wieder eingestellt'],
  unknown: ['ist dabei, der Stand ist nicht bekannt', 'sind dabei, der Stand ist nicht bekannt'],
};

/** More parts than this make a sentence nobody reads. */
const longestSentence = 3;

/** The first line of an answer: "Zwei Kommunen setzen das ein, eine hat es geprüft und verworfen." */
export function answerSentence(summary: AnswerSummary, useCases: number): string {
  const { counts, reported } = summary;
  if (counts.length > 0) {
    const parts = counts.slice(0, longestSentence).map((count, index) => countPart(count, index === 0));
    return `${capitalise(parts.join(', '))}.`;
  }
  const [first] = reported;
  if (first !== undefined) {
    return `Über ${formatNumber(first.atLeast)} Kommunen ${verbs[first.stage][1]}.`;
  }
  return useCases === 1
    ? 'Dazu gibt es einen Anwendungsfall, eine Kommune ist nicht eingetragen.'
    : `Dazu gibt es ${countMasculine(useCases, 'Anwendungsfall', 'Anwendungsfälle')}, Kommunen sind nicht eingetragen.`;
}

function countPart({ stage, communes, organisations }: StageCount, first: boolean): string {
  const verb = verbs[stage][communes + organisations === 1 ? 0 : 1];
  const subjects: string[] = [];
  if (communes > 0) {
    subjects.push(first ? countFeminine(communes, 'Kommune', 'Kommunen') : countAlone(communes));
  }
  if (organisations > 0) {
    subjects.push(countFeminine(organisations, 'andere Organisation', 'andere Organisationen'));
  }
  return `${subjects.join(' und ')} ${verb}`;
}

function countAlone(n: number): string {
  return n === 1 ? 'eine' : inWords(n);
}

/** "über 40 Kommunen, laut Südwestfalen-IT, Januar 2026" */
export function reportedAdopters(reported: ReportedAdopters): string {
  return `über ${formatNumber(reported.atLeast)} Kommunen, laut ${reported.source}`;
}

export const askTexts = {
  searchedFor: 'Gesucht: ',
  everything: 'alles, was eingetragen ist',
  understoodAs: (words: readonly string[]) =>
    `, verstanden als ${enumerate(words.map((word) => `„${word}“`))}`,
  foundBy: (word: string, sameAs: string | undefined) =>
    sameAs === undefined
      ? `Gefunden über „${word}“`
      : `Gefunden über „${word}“ (gleichbedeutend mit „${sameAs}“)`,
  communeNotNamed: 'Kommune nicht genannt',
  nobodyNow: 'Zurzeit ist keine Kommune eingetragen.',
  reason: (reason: string, whose?: string) => `Grund${whose === undefined ? '' : ` (${whose})`}: ${reason}`,
  andMore: (n: number) => `und ${formatNumber(n)} weitere`,
  source: (source: string) => `Quelle: ${source}`,
  confirmed: (month: string) => `Bestätigt im ${month}`,
  entered: (month: string) => `Eingetragen im ${month}`,
  example: 'Beispiel, frei erfunden',
  detailsOf: (title: string) => `Details zu ${title}`,
  removeFilter: (label: string) => `${label} ✕`,
  removeFilterSpoken: (label: string) => `Einschränkung „${label}“ entfernen`,
  more: (n: number) => (n === 1 ? '1 weiteres' : `${formatNumber(n)} weitere`),
  earlier: 'Vorherige',
  refineHint: 'Genauer: schreiben Sie zum Beispiel „nur im Einsatz“ oder „im Märkischen Kreis“.',
  enter:
    'Macht Ihre Kommune das auch? Tippen Sie den Anwendungsfall an. Neues beginnt mit „Anwendungsfall eintragen“.',
  enterThis: 'Macht Ihre Kommune das auch? Dann tragen Sie sie hier mit ein.',
  narrow: (useCases: number) =>
    `${capitalise(countMasculine(useCases, 'Anwendungsfall', 'Anwendungsfälle'))} eingrenzen:`,
  facet: (label: string, useCases: number) => `${capitalise(label)} (${formatNumber(useCases)})`,
  facetSpoken: (label: string, useCases: number) =>
    `Auf „${label}“ eingrenzen: ${countMasculine(useCases, 'Anwendungsfall', 'Anwendungsfälle')}`,
  page: (page: number, pages: number) => `Seite ${formatNumber(page)} von ${formatNumber(pages)}`,
  listed: (n: number) =>
    n === 1
      ? 'Zu dieser Auswahl gibt es einen Anwendungsfall.'
      : `Zu dieser Auswahl gibt es ${countMasculine(n, 'Anwendungsfall', 'Anwendungsfälle')}.`,
  nothing: 'Dazu hat noch niemand etwas eingetragen.',
  nothingExactly: 'Genau das hat noch niemand eingetragen.',
  nothingWithFilters: 'Mit dieser Einschränkung hat dazu noch niemand etwas eingetragen.',
  nothingAtAll: 'Zu dieser Auswahl hat noch niemand etwas eingetragen.',
  nearestTitle: 'Am nächsten kommt:',
  similarTitle: 'Ähnlich ist:',
  withoutFiltersTitle: 'Ohne die Einschränkung gibt es:',
  kept: (days: number) => `Ihre Frage ist ohne Ihren Namen vermerkt, ${formatNumber(days)} Tage lang.`,
  fallback: (sentence: string, titles: readonly string[]) =>
    titles.length === 0 ? sentence : `${sentence} ${titles.join('; ')}.`,
};
