import { communeGroups } from '../domain/commune-counts.ts';
import type { CommuneGroup } from '../domain/commune-counts.ts';
import { countFeminine, formatNumber } from './format.ts';

const groups: Readonly<Record<CommuneGroup, string>> = {
  delivered: 'Zugestellt',
  waiting: 'Noch offen',
  rejected: 'Abgelehnt',
  unclear: 'Unklar',
  unreachable: 'Nicht erreichbar',
  cancelled: 'Abgebrochen',
  expired: 'Abgelaufen',
};

/** "von 14 Empfängern" */
function recipients(n: number): string {
  return n === 1 ? 'einem Empfänger' : `${formatNumber(n)} Empfängern`;
}

export const communeCountsTexts = {
  title: 'Je Kommune',
  heading: (communes: number) =>
    communes === 0
      ? 'Keine Person mit bekannter Kommune gehört zum Empfängerkreis.'
      : `Sie geht an ${countFeminine(communes, 'Kommune', 'Kommunen')}.`,
  empty: 'Noch sind keine Empfänger festgehalten. Bitte versuchen Sie es in einer Minute noch einmal.',
  noCommune: 'Ohne Kommune',
  places: 'Kanäle und Chats',
  erased: 'Gelöschte Profile',
  total: 'Summe',
  few: 'Kommunen mit weniger als drei Personen und weitere, zusammen',
  delivered: (count: number, all: number) => `${formatNumber(count)} von ${recipients(all)} zugestellt`,
  acknowledged: (count: number) => `${formatNumber(count)} gelesen`,
  ofFew: (count: number) =>
    `Manche Zahlen für „Gelesen“ stehen nur zusammen, damit niemand zu erkennen ist: ${formatNumber(count)}.`,
  hidden: 'Wie viele mit „Gelesen“ bestätigt haben, steht hier nicht: Bei so wenigen wäre zu erkennen, wer.',
  more: (n: number) => `${countFeminine(n, 'weitere Zeile', 'weitere Zeilen')} in der CSV-Datei.`,
  download: 'CSV herunterladen',
  downloadMore: 'Der Link gilt 24 Stunden, auch für alle, denen Sie ihn geben',
  back: 'Zurück',
  headings: {
    commune: 'Kommune',
    recipients: 'Empfänger',
    acknowledged: 'Mit „Gelesen“ bestätigt',
  },
  /** In the order of the columns. */
  groups: communeGroups.map((group) => ({ group, heading: groups[group] })),
};
