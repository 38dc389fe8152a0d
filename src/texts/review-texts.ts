import { capitalise, countFeminine, formatDayAndTime } from './format.ts';

const kinds = { new: 'Neuer Anwendungsfall', change: 'Änderung' };

/** What members hand in and organisers publish. */
export const reviewTexts = {
  title: 'Freigaben',
  kinds,
  heading: { new: 'Zur Freigabe: ein neuer Anwendungsfall', change: 'Zur Freigabe: eine Änderung' },
  summary: (title: string) => `Zur Freigabe: ${title}`,
  from: (who: string, at: number) => `Eingereicht am ${formatDayAndTime(at)} · ${who}`,
  withoutCommune: 'Mitglied ohne Kommune',
  round: (n: number) => `Überarbeitet, ${n}. Fassung`,
  asked: 'Nachgefragt, die Antwort steht noch aus: ',
  reason: 'Grund: ',
  question: 'Frage: ',
  page: (page: number, pages: number) =>
    page < pages
      ? `Seite ${page} von ${pages}. Veröffentlichen können Sie auf der letzten Seite.`
      : `Seite ${page} von ${pages}`,
  yourself: 'Sie selbst',
  nothing: 'nichts',
  becomes: '→',
  otherOrganisation: 'Andere Organisation',
  contactChoices: { self: 'wer das eingereicht hat', mailbox: 'ein Postfach', keep: 'wie bisher' },
  languages: { de: 'Deutsch', en: 'Englisch', nl: 'Niederländisch', fr: 'Französisch' },
  nothingChanged: 'Der Anwendungsfall ist inzwischen so, wie es hier vorgeschlagen wird.',
  similar: 'Sieht ähnlich aus',
  archived:
    'Der Anwendungsfall, um den es geht, ist archiviert. Veröffentlichen können Sie die Änderung, sobald er wiederhergestellt ist.',
  gone: 'Den Anwendungsfall, um den es geht, gibt es nicht mehr. Bitte geben Sie die Änderung zurück.',
  buttons: {
    publish: 'Veröffentlichen',
    ask: 'Nachfragen',
    giveBack: 'Zurückgeben',
    view: 'Ansehen',
    all: 'Alle Freigaben',
    own: 'Meine Einreichungen',
    revise: 'Überarbeiten',
    withdraw: 'Zurückziehen',
    cancel: 'Abbrechen',
    readOn: 'Weiterlesen',
    readBefore: 'Vorherige Seite',
    previous: 'Vorherige',
    next: 'Weitere',
  },
  remark: {
    ask: {
      heading: 'Was möchten Sie wissen?',
      label: 'Ihre Frage',
      example: 'zum Beispiel: Läuft das schon in allen Ämtern?',
      send: 'Frage senden',
      missing: 'Bitte schreiben Sie, was Sie wissen möchten.',
    },
    return: {
      heading: 'Warum geben Sie das zurück?',
      label: 'Ihr Grund',
      example:
        'zum Beispiel: Diesen Anwendungsfall gibt es schon. Bitte dort mit „Wir machen das auch“ eintragen.',
      send: 'Zurückgeben',
      missing: 'Bitte nennen Sie einen Grund. Er hilft beim Überarbeiten.',
    },
    note: 'Das liest, wer den Anwendungsfall eingereicht hat. Ihr Name steht nicht dabei.',
  },
  /** What an organiser's own press did. */
  decided: {
    waiting: 'Zur Freigabe',
    asked: 'Die Frage ist gestellt. Sobald die Antwort da ist, bekommen Sie die Einreichung wieder.',
    returned: 'Zurückgegeben.',
    publishing: 'Wird veröffentlicht.',
    published: 'Veröffentlicht.',
    withdrawn: 'Zurückgezogen.',
  },
  /** What somebody else did before. */
  outdated: {
    waiting: 'Die Einreichung wurde inzwischen überarbeitet. Bitte sehen Sie sie noch einmal an.',
    asked: 'Inzwischen hat schon jemand aus dem Organisationsteam nachgefragt.',
    returned: 'Das hat inzwischen jemand aus dem Organisationsteam zurückgegeben.',
    publishing: 'Das hat inzwischen jemand aus dem Organisationsteam veröffentlicht.',
    published: 'Das hat inzwischen jemand aus dem Organisationsteam veröffentlicht.',
    withdrawn: 'Das wurde inzwischen von der Person zurückgezogen, die es eingereicht hat.',
  },
  /** On the cards that organisers got, once nothing is left to do. */
  settled: {
    waiting: 'Zur Freigabe',
    asked: 'Jemand aus dem Organisationsteam hat nachgefragt.',
    returned: 'Vom Organisationsteam zurückgegeben.',
    publishing: 'Vom Organisationsteam veröffentlicht.',
    published: 'Vom Organisationsteam veröffentlicht.',
    withdrawn: 'Zurückgezogen. Hier ist nichts mehr zu tun.',
  },
  newRound: (title: string) => `Überarbeitet und noch einmal eingereicht: ${title}`,
  gonePosted: 'Diese Einreichung gibt es nicht mehr. Hier ist nichts mehr zu tun.',
  unknown: 'Diese Einreichung gibt es nicht mehr.',
  notOrganiser:
    'Freigeben kann nur das Organisationsteam. Was Sie selbst eingereicht haben, sehen Sie mit „Meine Einreichungen“.',
  list: {
    heading: (n: number) =>
      n === 0
        ? 'Zurzeit wartet nichts auf die Freigabe.'
        : `${capitalise(countFeminine(n, 'Einreichung wartet', 'Einreichungen warten'))} auf die Freigabe`,
    own: (n: number) =>
      n === 0
        ? 'Sie haben nichts eingereicht, was auf die Freigabe wartet.'
        : `Sie haben ${countFeminine(n, 'Einreichung', 'Einreichungen')}`,
    row: (kind: keyof typeof kinds, state: string, at: number) =>
      `${kinds[kind]} · ${state} · ${formatDayAndTime(at)}`,
    open: (title: string) => `${title} ansehen`,
    openOne: 'Drücken Sie auf eine Zeile, um sie zu öffnen.',
    page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
    states: {
      waiting: 'wartet',
      asked: 'nachgefragt',
      returned: 'zurückgegeben',
      publishing: 'wird veröffentlicht',
      published: 'veröffentlicht',
      withdrawn: 'zurückgezogen',
    },
  },
  /** To the author. */
  own: {
    heading: {
      waiting: {
        new: 'Ihr Anwendungsfall wartet auf die Freigabe.',
        change: 'Ihre Änderung wartet auf die Freigabe.',
      },
      asked: {
        new: 'Das Organisationsteam hat eine Frage zu Ihrem Anwendungsfall.',
        change: 'Das Organisationsteam hat eine Frage zu Ihrer Änderung.',
      },
      returned: {
        new: 'Ihr Anwendungsfall ist noch nicht veröffentlicht.',
        change: 'Ihre Änderung ist noch nicht veröffentlicht.',
      },
      publishing: {
        new: 'Ihr Anwendungsfall wird veröffentlicht.',
        change: 'Ihre Änderung wird veröffentlicht.',
      },
      published: {
        new: 'Ihr Anwendungsfall ist veröffentlicht.',
        change: 'Ihre Änderung ist veröffentlicht.',
      },
      withdrawn: {
        new: 'Zurückgezogen. Ihr Anwendungsfall wird nicht veröffentlicht.',
        change: 'Zurückgezogen. Ihre Änderung wird nicht veröffentlicht.',
      },
    },
    waitingMore: 'Das Organisationsteam sieht sich das an, und Sie bekommen eine Nachricht.',
    nobody:
      'Zurzeit ist niemand für Freigaben eingetragen. Ihre Eingabe ist sicher gespeichert und wird veröffentlicht, sobald es ein Organisationsteam gibt.',
    askedMore: 'Bitte antworten Sie, indem Sie Ihre Angaben ergänzen und noch einmal einreichen.',
    returnedMore: 'Sie können Ihre Angaben ändern und noch einmal einreichen.',
    publishedMore: 'Vielen Dank.',
    tooLate: 'Das ist schon veröffentlicht.',
    impossible: 'Den Anwendungsfall, den Sie ändern wollten, gibt es nicht mehr, oder er ist archiviert.',
    notNow: 'Daran ist gerade nichts zu überarbeiten.',
    summary: {
      waiting: (title: string) => `Wartet auf die Freigabe: ${title}`,
      asked: (title: string) => `Rückfrage: ${title}`,
      returned: (title: string) => `Zurückgegeben: ${title}`,
      publishing: (title: string) => `Wird veröffentlicht: ${title}`,
      published: (title: string) => `Veröffentlicht: ${title}`,
      withdrawn: (title: string) => `Zurückgezogen: ${title}`,
    },
  },
};
