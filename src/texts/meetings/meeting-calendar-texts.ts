import type { Meeting } from '../../domain/meetings/meeting.ts';
import { toPlainText } from '../../domain/typed-words.ts';
import { pageTexts } from '../page-texts.ts';
import { meetingTexts } from './meeting-texts.ts';

/** What calendars say about a meeting, without any sign that could turn words around or begin a line of its own. */
export const calendarEntryTexts = {
  /** Programs that do not know the state of an entry show the title all the same. */
  title: ({ title, state }: Pick<Meeting, 'title' | 'state'>) =>
    toPlainText(state.kind === 'cancelled' ? `Fällt aus: ${title}` : title),
  place: ({ place }: Pick<Meeting, 'place'>) => toPlainText(meetingTexts.place(place)),
  /** Paragraphs; the link comes first, where nothing cuts it off. */
  description: (
    { description, place, state }: Pick<Meeting, 'description' | 'place' | 'state'>,
    agenda: readonly string[],
    home: string,
  ) =>
    toPlainText(
      [
        ...(state.kind === 'cancelled'
          ? [[meetingTexts.cancelled, state.reason ?? ''].join(' ').trim()]
          : []),
        ...(place.link === undefined || state.kind === 'cancelled'
          ? []
          : [`${meetingTexts.online}: ${place.link}`]),
        ...(description === undefined ? [] : [description]),
        ...(agenda.length === 0 ? [] : [['Themen:', ...agenda.map((title) => `– ${title}`)].join('\n')]),
        `Zusagen und absagen können Sie in Microsoft Teams: Schreiben Sie dem KI-Community-Bot „Termine“.\n${home}`,
      ].join('\n\n'),
    ),
  /** The name of a calendar to subscribe to. */
  feed: (userGroup: string | undefined) =>
    toPlainText(`Treffen: ${userGroup ?? pageTexts.product}`).replaceAll('\n', ' '),
} as const;

/** The cards that lead to calendars. */
export const calendarTexts = {
  title: 'In Kalender',
  offered: 'So kommt das Treffen in Ihren Kalender.',
  file: 'Datei laden',
  fileMore: 'Eine Kalenderdatei (.ics) für jedes Kalenderprogramm',
  fileHint:
    'Die Datei passt zu jedem Kalenderprogramm. Ändert sich das Treffen, laden Sie die Datei noch einmal: Der Eintrag wird ersetzt, nicht verdoppelt.',
  cancelledHint: 'Haben Sie es im Kalender, laden Sie die Datei: Sie nimmt den Eintrag heraus.',
  withLink: 'Im Eintrag steht der Link zum Online-Treffen: Geben Sie die Datei nicht weiter.',
  outlook: 'In Outlook öffnen',
  outlookMore: 'Öffnet das Formular für einen neuen Termin in Outlook im Browser',
  outlookHint: 'Ein Termin, den Sie mit „In Outlook öffnen“ anlegen, wird nicht aktualisiert.',
  subscribe: 'Kalender abonnieren',
  feed: {
    title: 'Kalender abonnieren',
    shown: 'Dieser Kalender hält sich selbst aktuell.',
    renewed: 'Der Kalender hat jetzt eine neue Adresse.',
    renewedHint: 'Die alte öffnet nichts mehr. Wer ihn abonniert hat, braucht die neue.',
    ofAll: 'Alle Treffen der Community, auch die der User Groups',
    hint: 'Neue Treffen, Änderungen und was ausfällt erscheinen von selbst, je nach Kalenderprogramm nach einer Stunde bis zu einem Tag.',
    secret:
      'Im Kalender stehen auch die Links zu Online-Treffen. Wer die Adresse kennt, kann ihn lesen: Geben Sie sie nicht weiter.',
    outlook: 'In Outlook abonnieren',
    outlookMore: 'Öffnet „Aus dem Internet abonnieren“ in Outlook im Browser',
    address: 'Adresse für andere Kalenderprogramme:',
    addressOfApple: 'Adresse für iPhone, iPad und Mac:',
    meetings: meetingTexts.meetings,
    askToRenew: 'Adresse erneuern',
    askMore: 'Die Erklärung öffnen oder schließen',
    renewHint:
      'Ist die Adresse in falsche Hände geraten? Danach öffnet die alte nichts mehr, und alle müssen den Kalender neu abonnieren.',
    renew: 'Neue Adresse vergeben',
  },
  /** Where everybody reads along, no address is shown. */
  onlyAlone:
    'Den Kalender zeige ich Ihnen im Einzelchat: Schreiben Sie mir dort „Termine“ und öffnen Sie das Treffen, oder „Kalender abonnieren“.',
} as const;
