import type { UserGroupKind } from '../domain/user-group.ts';
import {
  capitalise,
  countFeminine,
  countMasculine,
  enumerate,
  formatDay,
  formatNumber,
  inWords,
} from './format.ts';

const kinds: Readonly<Record<UserGroupKind, string>> = {
  'user-group': 'User Group',
  'working-group': 'Arbeitsgruppe',
};

type Counts = Readonly<Record<UserGroupKind, number>>;

/** "drei User Groups und eine Arbeitsgruppe" */
function groups(counts: Counts): string {
  const parts = [
    counts['user-group'] > 0 ? countFeminine(counts['user-group'], 'User Group', 'User Groups') : '',
    counts['working-group'] > 0
      ? countFeminine(counts['working-group'], 'Arbeitsgruppe', 'Arbeitsgruppen')
      : '',
  ];
  return enumerate(parts.filter((part) => part !== ''));
}

/** " In einer davon sind Sie dabei." */
function own(joined: number, all: number): string {
  if (joined === 0) {
    return '';
  }
  if (joined === all) {
    return all === 1 ? ' Sie sind dabei.' : ' Sie sind in allen dabei.';
  }
  return ` In ${joined === 1 ? 'einer' : inWords(joined)} davon sind Sie dabei.`;
}

export const userGroupTexts = {
  kinds,
  title: 'User Groups',
  listed: (counts: Counts, joined: number) =>
    groups(counts) === ''
      ? 'Es gibt noch keine User Group.'
      : `Es gibt ${groups(counts)}.${own(joined, counts['user-group'] + counts['working-group'])}`,
  noneYet: 'Das Organisationsteam kann eine anlegen: mit „User Group anlegen“.',
  fallback: (sentence: string, names: readonly string[]) =>
    names.length === 0 ? sentence : `${sentence} ${names.join('; ')}.`,
  detailsOf: (name: string) => `Details zu ${name}`,
  page: (page: number, pages: number) => `Seite ${formatNumber(page)} von ${formatNumber(pages)}`,
  next: 'Weitere',
  previous: 'Vorherige',
  all: 'Alle User Groups',
  contact: 'Ansprechperson: ',
  youAreIn: 'Sie sind dabei',
  youAreInSince: (instant: number) => `Sie sind dabei seit ${formatDay(instant)}`,
  youOrganise: 'Sie organisieren mit',
  members: (n: number) => (n === 1 ? 'Mitglied' : 'Mitglieder'),
  channels: (n: number) => (n === 1 ? 'Kanal oder Chat' : 'Kanäle und Chats'),
  organisers: (n: number) => (n === 1 ? 'organisiert' : 'organisieren'),
  membersOnly: 'Beitreten können Mitglieder der Community, Gäste nicht.',
  join: 'Beitreten',
  leave: 'Verlassen',
  change: 'Ändern',
  archive: 'Archivieren',
  announce: 'Ankündigung senden',
  organise: 'Mitorganisieren',
  stopOrganising: 'Nicht mehr organisieren',
  create: 'User Group anlegen',
  joined: 'Sie sind jetzt dabei.',
  'already-in': 'Sie waren schon dabei.',
  left: 'Sie sind nicht mehr dabei.',
  'not-in': 'Sie waren nicht dabei.',
  created: 'Angelegt. Mitglieder können jetzt beitreten.',
  changed: 'Gespeichert.',
  organises: 'Sie organisieren jetzt mit.',
  stopped: 'Sie organisieren nicht mehr mit.',
  note: (name: string, sentence: string) => `„${name}“: ${sentence}`,
  gone: 'Diese Gruppe gibt es nicht mehr. Mit „User Groups“ sehen Sie, welche es gibt.',
  'not-organiser': 'Das kann nur das Organisationsteam.',
  form: {
    create: { 'user-group': 'User Group anlegen', 'working-group': 'Arbeitsgruppe anlegen' },
    change: { 'user-group': 'User Group ändern', 'working-group': 'Arbeitsgruppe ändern' },
    open: 'Formular öffnen',
    forOrganisers: 'Ausfüllen kann es das Organisationsteam.',
    name: 'Wie soll sie heißen?',
    namePlaceholder: 'Telefonie',
    kind: 'Was ist es?',
    kindError: 'Bitte wählen Sie eines von beiden.',
    description: 'Worum geht es?',
    descriptionPlaceholder: 'Für wen die Gruppe da ist und was sie tut',
    contact: 'Wen kann man fragen? (freiwillig)',
    contactPlaceholder: 'Name oder Postfach, für alle sichtbar',
    contactError: 'Bitte höchstens 120 Zeichen.',
    submit: 'Anlegen',
    save: 'Speichern',
    cancel: 'Abbrechen',
  },
  problems: {
    'name-missing': 'Bitte geben Sie einen Namen an, zum Beispiel „Telefonie“.',
    'name-taken': 'So heißt schon eine Gruppe. Bitte wählen Sie einen anderen Namen.',
    'description-missing': 'Bitte sagen Sie in einem Satz, worum es geht.',
    outdated:
      'Inzwischen hat jemand anderes die Gruppe geändert. Jetzt steht dort das Folgende; mit „Speichern“ gilt, was Sie geschrieben haben.',
  },
  archiveQuestion: 'Diese Gruppe archivieren?',
  archiveMore: (members: number) =>
    members === 0
      ? 'Niemand kann ihr dann mehr beitreten, und ihre Kanäle sind frei. Das lässt sich nicht rückgängig machen.'
      : `${capitalise(members === 1 ? 'die Mitgliedschaft von einem Mitglied' : `die Mitgliedschaften von ${inWords(members)} Mitgliedern`)} ${members === 1 ? 'endet' : 'enden'}, und ihre Kanäle sind frei. Das lässt sich nicht rückgängig machen.`,
  archiveNow: 'Ja, archivieren',
  archived: (name: string) => `„${name}“ ist archiviert.`,
  channel: {
    title: { channel: 'Kanal einrichten', group: 'Gruppenchat einrichten' },
    question: {
      channel: 'Zu welcher User Group gehört dieser Kanal?',
      group: 'Zu welcher User Group gehört dieser Gruppenchat?',
    },
    placeholder: 'User Group wählen',
    none: 'Zu keiner (mehr)',
    community: 'Ganze Community',
    missing: 'Bitte wählen Sie eine User Group oder eine der anderen Möglichkeiten.',
    why: 'Was die Gruppe ankündigt, kann dann auch hier stehen.',
    communityWhy: 'Bei „Ganze Community“ stehen hier die Anfragen, die Mitglieder an alle richten.',
    name: {
      channel: 'Wie heißt dieser Kanal? (freiwillig)',
      group: 'Wie heißt dieser Gruppenchat? (freiwillig)',
    },
    namePlaceholder: 'Austausch',
    nameError: 'Bitte höchstens 60 Zeichen.',
    save: 'Speichern',
    done: {
      channel: 'Dieser Kanal gehört jetzt zu dieser Gruppe.',
      group: 'Dieser Gruppenchat gehört jetzt zu dieser Gruppe.',
    },
    doneForCommunity: {
      channel:
        'Dieser Kanal gehört jetzt der ganzen Community: Hier stehen ab jetzt Anfragen von Mitgliedern.',
      group:
        'Dieser Gruppenchat gehört jetzt der ganzen Community: Hier stehen ab jetzt Anfragen von Mitgliedern.',
    },
    takenOff: {
      channel: 'Dieser Kanal gehört jetzt zu keiner User Group.',
      group: 'Dieser Gruppenchat gehört jetzt zu keiner User Group.',
    },
    saved: 'Gespeichert.',
    onlyThere:
      'Das geht im Kanal oder Gruppenchat selbst: Erwähnen Sie mich dort und schreiben Sie „Kanal einrichten“.',
    more: (n: number) =>
      `${capitalise(countMasculine(n, 'weiterer Eintrag passt', 'weitere Einträge passen'))} nicht in diese Liste.`,
  },
};
