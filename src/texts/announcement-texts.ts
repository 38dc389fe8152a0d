import type { NotReached } from '../domain/reach.ts';
import type { SendTimeProblem } from '../domain/send-time.ts';
import {
  capitalise,
  countFeminine,
  countMasculine,
  enumerate,
  formatDayAndTime,
  formatNumber,
  formatWeekdayAndTime,
} from './format.ts';
import { notReachedTexts } from './not-reached-texts.ts';

function people(n: number): string {
  return countFeminine(n, 'Person', 'Personen');
}

function channels(n: number): string {
  return n === 1 ? 'einen Kanal' : countMasculine(n, 'Kanal', 'Kanäle');
}

/** "48 Personen und einen Kanal", after "an" */
function recipients(count: { readonly people: number; readonly channels: number }): string {
  const parts = [
    ...(count.people > 0 ? [people(count.people)] : []),
    ...(count.channels > 0 ? [channels(count.channels)] : []),
  ];
  return enumerate(parts);
}

/** Who was asked to confirm, and what to do when that is nobody. */
function askedWords(n: number): string {
  if (n === 0) {
    return 'Fragen konnte ich noch niemanden: Sonst hat mir aus dem Organisationsteam niemand geschrieben. Bitten Sie jemanden daraus, mir „Ankündigungen“ zu schreiben und dort zu bestätigen.';
  }
  const who = n === 1 ? 'Gefragt ist eine andere Person' : `Gefragt sind ${people(n)}`;
  return `${who} aus dem Organisationsteam; ${n === 1 ? 'sie' : 'eine davon'} bestätigt, auch unter „Ankündigungen“.`;
}

const sendTimeProblems: Readonly<Record<SendTimeProblem, string>> = {
  'date-missing': 'Bitte wählen Sie einen Tag, zum Beispiel den 3. Dezember 2026.',
  'date-invalid':
    'Diesen Tag gibt es nicht. Bitte wählen Sie einen anderen, zum Beispiel den 3. Dezember 2026.',
  'time-missing': 'Bitte geben Sie eine Uhrzeit an, zum Beispiel 09:30.',
  'time-invalid':
    'Diese Uhrzeit gibt es nicht. Bitte geben Sie eine von 00:00 bis 23:59 an, zum Beispiel 09:30.',
  'time-skipped':
    'Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhren vorgestellt werden. Nehmen Sie zum Beispiel 03:00.',
  past: 'Dieser Zeitpunkt ist schon vorbei. Bitte wählen Sie einen späteren.',
  'too-far': 'Das ist mehr als ein Jahr hin. Bitte wählen Sie einen früheren Tag.',
};

export const announcementTexts = {
  kind: 'Ankündigung',
  title: 'Ankündigungen',
  acknowledge: 'Gelesen',
  acknowledgeHint: 'Bitte bestätigen Sie mit „Gelesen“, dass Sie das gelesen haben.',
  openLink: 'Link öffnen',
  link: (host: string) => `Link: ${host}`,
  summary: (title: string) => `Ankündigung: ${title}`,
  corrected: (instant: number) => `Korrigiert am ${formatDayAndTime(instant)}`,
  repeated: 'Erneut gesendet, falls Sie sie schon haben: Beim ersten Mal war unklar, ob sie ankam.',
  shortened: 'Gekürzt, weil der ganze Text hier nicht dargestellt werden kann.',
  withdrawn: 'Diese Ankündigung wurde zurückgezogen.',
  'not-organiser': 'Das kann nur das Organisationsteam.',
  gone: 'Diese Ankündigung gibt es nicht mehr. Mit „Ankündigungen“ sehen Sie, welche es gibt.',
  templateGone: 'Diese Vorlage gibt es nicht mehr. Mit „Ankündigung senden“ beginnen Sie ohne Vorlage.',
  underWay: 'Diese Ankündigung wird schon gesendet oder ist gesendet. Sie geht nur einmal hinaus.',
  forMembers:
    'Ankündigungen schreibt das Organisationsteam. Sie bekommen sie hier im Einzelchat. Mit „Benachrichtigungen“ wählen Sie, was Sie bekommen und wann.',
  form: {
    create: 'Ankündigung senden',
    change: 'Ankündigung ändern',
    open: 'Formular öffnen',
    forOrganisers: 'Ausfüllen kann es, wer das Ganze oder eine User Group organisiert.',
    fromTemplate: 'Aus einer Vorlage',
    losesTime: (sendAt: number) =>
      `Geplant für ${formatWeekdayAndTime(sendAt)}. Wenn Sie etwas ändern, gilt das nicht mehr; Sie wählen den Zeitpunkt dann neu.`,
    losesConfirmation: (sendAt?: number) =>
      sendAt === undefined
        ? 'Sie wartet auf Bestätigung. Wenn Sie etwas ändern, lassen Sie sie danach noch einmal bestätigen.'
        : `Sie wartet auf Bestätigung und ist geplant für ${formatWeekdayAndTime(sendAt)}. Wenn Sie etwas ändern, wählen Sie danach den Zeitpunkt neu und lassen noch einmal bestätigen.`,
    title: 'Wie lautet der Titel?',
    titlePlaceholder: 'Einladung zum nächsten Treffen',
    titleError: 'Bitte geben Sie einen Titel an, höchstens 100 Zeichen.',
    text: 'Was möchten Sie mitteilen?',
    textPlaceholder: 'Der Text, wie ihn alle lesen',
    textError: 'Bitte schreiben Sie einen Text, höchstens 2.000 Zeichen.',
    audience: 'An wen soll es gehen?',
    audiencePlaceholder: 'Auswählen',
    audienceError: 'Bitte wählen Sie, an wen es gehen soll.',
    communes: 'Auch an einzelne Kommunen? (freiwillig)',
    communesError: 'Bitte wählen Sie Kommunen aus der Liste.',
    link: 'Wohin soll ein Link führen? (freiwillig)',
    linkPlaceholder: 'https://www.example.org/einladung',
    linkError: 'Bitte höchstens 500 Zeichen.',
    acknowledgement: 'Sollen die Empfänger mit „Gelesen“ bestätigen?',
    acknowledgementTitle: 'Knopf „Gelesen“ anzeigen',
    acknowledgementError: 'Bitte wählen Sie ja oder nein.',
    more: 'Mehr angeben',
    preview: 'Vorschau',
    cancel: 'Abbrechen',
    moreGroups: (n: number) =>
      `${capitalise(countFeminine(n, 'weitere Gruppe passt', 'weitere Gruppen passen'))} nicht in diese Liste. Öffnen Sie die Gruppe mit „User Groups“, um ihr etwas anzukündigen.`,
  },
  problems: {
    'title-missing': 'Bitte geben Sie einen Titel an, zum Beispiel „Einladung zum nächsten Treffen“.',
    'text-missing': 'Bitte schreiben Sie, was Sie mitteilen möchten.',
    'link-invalid':
      'Bitte eine ganze Adresse, die mit https:// beginnt, zum Beispiel https://www.example.org/einladung.',
    'audience-missing': 'Bitte wählen Sie, an wen es gehen soll, zum Beispiel „Alle Mitglieder“.',
    'audience-gone': 'Etwas davon gibt es nicht mehr. Bitte prüfen Sie Ihre Auswahl.',
    outdated:
      'Inzwischen haben Sie diese Ankündigung an anderer Stelle geändert. Mit „Vorschau“ gilt, was hier steht.',
  },
  audience: {
    all: 'Alle Mitglieder',
    organisers: 'Organisationsteam',
    members: 'Mitglieder außerhalb des Organisationsteams',
    group: (name: string) => `${name} (Mitglieder)`,
    channels: (name: string) => `${name} (Kanäle und Chats)`,
    channel: 'ein Kanal',
    goneGroup: 'eine Gruppe, die es nicht mehr gibt',
    district: (key: string) => `Kreis ${key}`,
    to: 'An: ',
    more: (n: number) => `und ${formatNumber(n)} weitere`,
  },
  recipients,
  preview: {
    heading: (count: { readonly people: number; readonly channels: number }) =>
      `So geht es an ${recipients(count)}.`,
    nobody: 'Niemand davon ist erreichbar.',
    nobodyMore: 'Bitte ändern Sie, an wen es gehen soll. So lässt sich nichts senden.',
    acknowledge: 'Darunter steht bei den Empfängern der Knopf „Gelesen“.',
    lostTime: (sendAt: number) =>
      `Geplant war ${formatWeekdayAndTime(sendAt)}. Mit der Änderung gilt das nicht mehr: Wählen Sie den Zeitpunkt neu, oder senden Sie jetzt.`,
    secondOrganiser: (limit: number) =>
      `Bei mehr als ${formatNumber(limit)} Empfängern bestätigt zuerst ein anderes Mitglied des Organisationsteams.`,
    countQuestion: 'An wie viele Empfänger geht es?',
    countWhy: (limit: number, recipientCount: number) =>
      `Bei mehr als ${formatNumber(limit)} Empfängern tippen Sie bitte die Zahl ein: Personen und Kanäle zusammen, hier ${formatNumber(recipientCount)}.`,
    countError: 'Bitte geben Sie die Zahl der Empfänger ein.',
    countMissing: (recipientCount: number) =>
      `Bitte geben Sie die Zahl der Empfänger ein, hier ${formatNumber(recipientCount)}.`,
    countWrong: (recipientCount: number) =>
      `Das ist nicht die Zahl der Empfänger. Es sind jetzt ${formatNumber(recipientCount)}.`,
    outdated: 'Die Ankündigung wurde inzwischen geändert. So steht sie jetzt da; gesendet ist noch nichts.',
    send: 'Jetzt senden',
    ask: 'Bestätigen lassen',
    schedule: 'Zeitpunkt wählen',
    change: 'Ändern',
    keepTemplate: 'Als Vorlage behalten',
    discard: 'Verwerfen',
  },
  numbers: {
    people: (n: number) => (n === 1 ? 'Person' : 'Personen'),
    channels: (n: number) => (n === 1 ? 'Kanal oder Chat' : 'Kanäle und Chats'),
    unreachable: 'nicht erreichbar',
  },
  unreachable: (counts: readonly (readonly [NotReached, number])[], lostChannels: number) => {
    const parts = [
      ...counts.map(([because, n]) => `${formatNumber(n)} ${notReachedTexts[because](n)}`),
      ...(lostChannels > 0
        ? [
            lostChannels === 1
              ? 'in einem Kanal oder Chat bin ich nicht mehr'
              : `in ${formatNumber(lostChannels)} Kanälen und Chats bin ich nicht mehr`,
          ]
        : []),
    ];
    return `Nicht erreichbar: ${parts.join(' · ')}.`;
  },
  guests: (n: number) =>
    n === 1
      ? 'Ein Gast bekommt sie nicht: Gäste sind keine Mitglieder.'
      : `${capitalise(countMasculine(n, 'Gast', 'Gäste'))} bekommen sie nicht: Gäste sind keine Mitglieder.`,
  schedule: {
    heading: 'Wann soll es hinausgehen?',
    date: 'An welchem Tag?',
    dateError: 'Bitte wählen Sie einen Tag.',
    time: 'Um wie viel Uhr?',
    timeError: 'Bitte geben Sie eine Uhrzeit an.',
    zone: 'Es gilt die Uhrzeit in Deutschland. Höchstens ein Jahr im Voraus.',
    save: 'Einplanen',
    back: 'Zurück',
    problems: sendTimeProblems,
  },
  state: {
    scheduled: (sendAt: number) => `Geplant für ${formatWeekdayAndTime(sendAt)}.`,
    now: 'Wird gesendet.',
    awaiting: 'Wartet auf Bestätigung. Gesendet ist noch nichts.',
    awaitingMore: (limit: number, asked: number) =>
      `Sie geht an mehr als ${formatNumber(limit)} Empfänger. ${askedWords(asked)}`,
    grown:
      'Seit dem Einplanen sind Empfänger dazugekommen. An so viele geht sie erst, wenn das bestätigt ist.',
    discarded: 'Verworfen. Gesendet wurde nichts.',
    missed: 'Nicht gesendet: Ich stand zu der Zeit still, und danach war es zu spät.',
    changeTime: 'Zeitpunkt ändern',
    takeUp: 'Wieder aufnehmen',
    all: 'Alle Ankündigungen',
  },
  confirmation: {
    summary: (title: string) => `Bitte bestätigen: ${title}`,
    heading: (count: { readonly people: number; readonly channels: number }) =>
      `Bitte bestätigen: Das soll an ${recipients(count)} gehen.`,
    why: (limit: number) =>
      `Jemand aus dem Organisationsteam oder einer User Group hat es geschrieben. Bei mehr als ${formatNumber(limit)} Empfängern bestätigt eine zweite Person.`,
    atOnce: 'Nach der Bestätigung geht es sofort hinaus.',
    at: (sendAt: number) => `Nach der Bestätigung geht es hinaus am ${formatWeekdayAndTime(sendAt)}.`,
    tooLate: (sendAt: number) =>
      `Geplant war ${formatWeekdayAndTime(sendAt)}. Das ist vorbei: Nach der Bestätigung geht es sofort hinaus.`,
    confirm: 'Bestätigen und senden',
    show: 'Ansehen',
    confirmed: 'Bestätigt.',
    own: 'Das haben Sie selbst geschrieben. Bestätigen muss eine andere Person aus dem Organisationsteam.',
    already: 'Das ist schon bestätigt.',
    outdated: 'Die Ankündigung wurde inzwischen geändert. So steht sie jetzt da.',
    settled: (title: string, isConfirmed: boolean) =>
      `„${title}“: ${isConfirmed ? 'Das ist schon bestätigt.' : 'Hier ist nichts mehr zu bestätigen.'}`,
  },
  list: {
    heading: (n: number) =>
      n === 0
        ? 'Es gibt noch keine Ankündigung.'
        : capitalise(countFeminine(n, 'Ankündigung', 'Ankündigungen')),
    fallback: (sentence: string, titles: readonly string[]) =>
      titles.length === 0 ? sentence : `${sentence}: ${titles.join('; ')}.`,
    detailsOf: (title: string) => `Details zu ${title}`,
    openOne: 'Öffnen Sie eine, um ihren Stand zu sehen, sie zu ändern, zu korrigieren oder zurückzuziehen.',
    page: (page: number, pages: number) => `Seite ${formatNumber(page)} von ${formatNumber(pages)}`,
    next: 'Weitere',
    previous: 'Vorherige',
    draft: 'Entwurf',
    awaiting: 'wartet auf Bestätigung',
    scheduled: (sendAt: number) => `geplant für ${formatWeekdayAndTime(sendAt)}`,
    sending: 'wird gesendet',
    started: (at: number) => `gesendet am ${formatDayAndTime(at)}`,
    corrected: 'korrigiert',
    withdrawn: 'zurückgezogen',
    missed: 'nicht gesendet',
    discarded: 'verworfen',
  },
};
