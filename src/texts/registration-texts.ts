import { formatDayAndTime, formatNumber, inWords } from './format.ts';

/** Entering a use case, and changing one: everything but the form itself. */
export const registrationTexts = {
  title: 'Anwendungsfall eintragen',
  changeTitle: 'Anwendungsfall ändern',
  buttons: {
    register: 'Anwendungsfall eintragen',
    open: 'Formular öffnen',
    submit: 'Eintragen',
    backToForm: 'Zurück zum Formular',
    discard: 'Verwerfen',
    adopt: 'Wir machen das auch',
    details: 'Details',
    backToDraft: 'Zurück zu meinem Entwurf',
    anew: 'Neuen Anwendungsfall eintragen',
    drafts: 'Meine Entwürfe',
    submissions: 'Meine Einreichungen',
  },
  openHint:
    'Sie brauchen etwa zwei Minuten: Titel, Kurzbeschreibung und der Stand genügen. Das Formular sehen nur Sie.',
  check: {
    heading: { new: 'Bitte prüfen Sie Ihren Eintrag.', change: 'Bitte prüfen Sie Ihre Änderung.' },
    exists: 'Gibt es das schon?',
    existsMore:
      'Das sieht ähnlich aus. Ist es dieselbe Lösung, tragen Sie sich bitte dort mit ein. Dann steht beieinander, wer es macht.',
    asItWillBe: 'So wird es aussehen',
    changes: 'Das ändert sich',
    overtaken: (fields: readonly string[]) =>
      `Das hat inzwischen jemand anderes geändert: ${fields.join(', ')}. Vor dem Pfeil steht, was jetzt da ist. Mit „Eintragen“ ersetzen Sie es.`,
    seenBy: {
      organisation: 'Sehen können das nur Ihre eigene Verwaltung und das Organisationsteam.',
      community: 'Sehen können das alle Mitglieder der Community.',
      public: 'Sehen können das alle, auch außerhalb der Community.',
    },
    ofOrganisation: 'Weil keine Kommune eingetragen ist, sehen das nur Personen aus dem Organisationsteam.',
    reviewed:
      'Vor der Veröffentlichung sieht es das Organisationsteam durch. Ich sage Ihnen, sobald es so weit ist.',
    atOnce: 'Mit „Eintragen“ ist es sofort zu finden.',
    changedAtOnce: 'Mit „Eintragen“ gilt die Änderung sofort.',
  },
  registered: 'Eingetragen. Ihr Anwendungsfall ist jetzt zu finden.',
  changed: 'Geändert. So steht es jetzt da.',
  registeredBefore: 'Das ist schon eingetragen.',
  submitted: {
    new: 'Eingereicht. Das Organisationsteam sieht Ihren Anwendungsfall durch.',
    change: 'Eingereicht. Das Organisationsteam sieht Ihre Änderung durch.',
    more: 'Ich schreibe Ihnen, sobald er veröffentlicht ist oder jemand eine Frage dazu hat.',
    moreOfChange: 'Ich schreibe Ihnen, sobald sie veröffentlicht ist oder jemand eine Frage dazu hat.',
  },
  submittedBefore: 'Das ist schon eingereicht. Das Organisationsteam sieht es durch.',
  unchanged: 'Es ist nichts geändert. Ändern Sie etwas im Formular, oder verwerfen Sie den Entwurf.',
  unknownDraft:
    'Diesen Entwurf gibt es nicht mehr. Entwürfe hebe ich 90 Tage nach der letzten Änderung auf. Mit „Anwendungsfall eintragen“ bekommen Sie ein neues Formular.',
  gone: 'Diesen Anwendungsfall gibt es nicht mehr. Ändern lässt er sich deshalb nicht.',
  archived:
    'Dieser Anwendungsfall ist archiviert. Ändern lässt er sich wieder, sobald ihn jemand wiederhergestellt hat.',
  notResponsible:
    'Ändern können einen Anwendungsfall, wer ihn eingetragen hat, die Kommunen, die ihn umsetzen, und das Organisationsteam. Macht Ihre Kommune das auch? Dann tragen Sie sie mit „Wir machen das auch“ ein.',
  guest:
    'Anwendungsfälle eintragen können Mitglieder. Als Gast können Sie Fragen stellen. Sprechen Sie am besten Ihre Ansprechperson in der Community an.',
  anonymous:
    'Zum Eintragen müssen Sie angemeldet sein. Öffnen Sie Teams mit Ihrem Konto, und schreiben Sie mir noch einmal.',
  discarded: 'Verworfen. Der Entwurf ist gelöscht.',
  drafts: {
    title: 'Meine Entwürfe',
    count: (n: number) => (n === 1 ? 'Sie haben einen Entwurf.' : `Sie haben ${inWords(n)} Entwürfe.`),
    none: 'Sie haben keinen Entwurf.',
    tooMany: (n: number) =>
      `Sie haben ${formatNumber(n)} Entwürfe, mehr hebe ich nicht auf. Setzen Sie bitte einen fort, oder verwerfen Sie einen.`,
    untitled: 'ohne Titel',
    savedAt: (instant: number) => `gespeichert am ${formatDayAndTime(instant)}`,
    ofChange: 'Änderung',
    goOnWith: (title: string) => `Weiter mit: ${title}`,
    page: (page: number, pages: number) => `Seite ${formatNumber(page)} von ${formatNumber(pages)}`,
    next: 'Weitere',
    previous: 'Vorherige',
  },
};
