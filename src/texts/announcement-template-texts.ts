import { capitalise, countFeminine, formatDay } from './format.ts';

export const announcementTemplateTexts = {
  title: 'Vorlagen',
  forMembers:
    'Vorlagen für Ankündigungen hat das Organisationsteam. Wenn Sie Anwendungsfälle suchen, fragen Sie zum Beispiel: „Wer nutzt Vorlagen für Bescheide?“',
  listed: (n: number) =>
    n === 0 ? 'Es gibt noch keine Vorlage.' : `Es gibt ${countFeminine(n, 'Vorlage', 'Vorlagen')}.`,
  noneYet: 'Mit „Als Vorlage“ an einer Ankündigung behalten Sie deren Text und Empfängerkreis.',
  which: 'Welche Vorlage?',
  placeholder: 'Vorlage wählen',
  missing: 'Bitte wählen Sie eine Vorlage.',
  choice: (title: string, createdAt: number) => `${title} (${formatDay(createdAt)})`,
  more: (n: number) =>
    `${capitalise(countFeminine(n, 'weitere Vorlage passt', 'weitere Vorlagen passen'))} nicht in diese Liste. Entfernen Sie, was Sie nicht mehr brauchen.`,
  use: 'Verwenden',
  remove: 'Entfernen',
  removeMore: 'Für alle, die diese Vorlage verwenden können',
  without: 'Ohne Vorlage',
  removed: (title: string) => `„${title}“ ist entfernt.`,
  kept: (title: string) => `Als Vorlage behalten: „${title}“. Sie finden sie unter „Aus einer Vorlage“.`,
  renewed: (title: string) => `Die Vorlage „${title}“ hat jetzt diesen Text und Empfängerkreis.`,
};
