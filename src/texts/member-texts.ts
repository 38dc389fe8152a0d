import { readersOfQuestions } from './model-privacy-texts.ts';
import type { UsedModels } from './model-privacy-texts.ts';
import { formatDayAndTime, formatNumber } from './format.ts';
import { personalDataLabels, personalDataValues } from './personal-data-texts.ts';

/** Six questions that show what can be asked; each can be tapped. */
export const examples: readonly string[] = [
  'Wer macht schon KI-Telefonassistenz?',
  'Gibt es Erfahrungen mit Chatbots im Bürgerservice?',
  'Hat jemand Erfahrung mit Schlaglocherkennung?',
  'Welche Kommunen prüfen Anträge mit KI?',
  'Was gibt es zum Thema Schulung?',
  'Wer hat Selbstbedienungsterminals verworfen?',
];

export const memberTexts = {
  welcomeTitle: 'Guten Tag. Ich sage Ihnen, welche Kommune was schon macht.',
  welcome:
    'Schreiben Sie mir eine Frage, zum Beispiel „Wer macht schon KI-Telefonassistenz?“. Sie bekommen die Kommunen, ihren Stand und, wo angegeben, eine Ansprechperson.',
  welcomeShared:
    'Erwähnen Sie mich in einer Nachricht und fragen Sie, zum Beispiel: „Wer macht schon KI-Telefonassistenz?“. Die Antwort sehen alle hier.',
  kept: (days: number) =>
    `Gespeichert werden Ihre Kennung, Ihre Kommune, der Einzelchat mit mir und Ihre letzte Frage je Unterhaltung. Fragen werden nach ${formatNumber(days)} Tagen gelöscht. Es antwortet eine Suche, keine künstliche Intelligenz.`,
  enter:
    'Was Ihre Kommune selbst macht, tragen Sie mit „Anwendungsfall eintragen“ ein, in etwa zwei Minuten. Worum es bei einem Treffen gehen soll, schlagen Sie mit „Thema vorschlagen“ vor.',
  help: 'Das können Sie hier tun',
  helpHint: 'Tippen Sie eine Zeile an, oder schreiben Sie, was darin fett steht.',
  helpQuestions: {
    title: 'Fragen',
    line: 'Sechs Beispiele. Danach genauer: „nur im Einsatz“, „im Kreis Olpe“, „unter 20.000 Einwohner“, „außer Menden“, „weitere“.',
    open: 'Beispiele öffnen oder schließen',
  },
  /** The title is what one types as well. */
  helpTopics: [
    {
      title: 'Anwendungsfall eintragen',
      line: 'Was Ihre Kommune macht, plant oder verworfen hat. Weiter geht es mit „Meine Entwürfe“ und „Meine Einreichungen“.',
    },
    {
      title: 'Meine Benachrichtigungen',
      line: 'Wozu ich Ihnen schreibe. Neu: „Benachrichtige mich, sobald jemand Drohnen einsetzt“.',
    },
    {
      title: 'Benachrichtigungen',
      line: 'Mit „Benachrichtigungen“ wählen Sie, was ich Ihnen von mir aus schreibe; „Stopp“ beendet alles außer Antworten.',
    },
    {
      title: 'Community fragen',
      line: 'Stellt allen eine Frage. „Meine Anfragen“ zeigt die Antworten.',
    },
    {
      title: 'Thema vorschlagen',
      line: 'Worum soll es bei einem Treffen gehen? „Themen“ zeigt die Liste, „Meine Themen“ Ihre eigenen.',
    },
    { title: 'User Groups', line: 'Zeigt die Gruppen, in denen Sie mitmachen können.' },
    { title: 'Meine Kommune', line: 'Legt fest, für welche Kommune Sie arbeiten.' },
    {
      title: 'Datenschutz',
      line: 'Was gespeichert wird. „Meine Daten“ zeigt es, „Meine Daten löschen“ löscht es.',
    },
  ],
  helpOrganisers: {
    title: 'Für das Organisationsteam',
    line: 'Ankündigungen, Freigaben, Anfragen, der Bedarf (was mehrere vergeblich suchen) und Kennzahlen',
    open: 'Für das Organisationsteam öffnen oder schließen',
    commands: [
      'Ankündigung senden',
      'Freigaben',
      'Ankündigungen',
      'Vorlagen',
      'Anfragen',
      'Bedarf',
      'Kennzahlen',
    ],
  },
  helpButton: 'Hilfe',
  privacyButton: 'Datenschutz',
  myDataButton: 'Meine Daten',
  greeting: 'Guten Tag. Was möchten Sie wissen? Zum Beispiel: „Wer macht schon KI-Telefonassistenz?“',
  thanks: 'Gern. Fragen Sie jederzeit wieder.',
  farewell: 'Auf Wiedersehen. Schreiben Sie mir jederzeit wieder.',
  identity:
    'Ich bin ein Bot der KI-Community Südwestfalen. Ich suche in den eingetragenen Anwendungsfällen; eine künstliche Intelligenz bin ich nicht. Mit „Hilfe“ sehen Sie Beispiele.',
  insult: 'Das hilft uns beiden nicht weiter. Fragen Sie mich gern, welche Kommune was schon macht.',
  nonsense:
    'Das habe ich nicht verstanden. Fragen Sie zum Beispiel: „Wer nutzt einen Chatbot?“ Mit „Hilfe“ sehen Sie mehr Beispiele.',
  unclear: 'Wonach suchen Sie? Nennen Sie ein Stichwort, zum Beispiel „Wer macht schon Telefonassistenz?“',
  negated: 'Wer etwas nicht hat, steht hier nicht. Das ist dazu eingetragen:',
  noEarlierQuestion:
    'Dazu fehlt mir die Frage. Schreiben Sie zuerst, was Sie suchen, zum Beispiel „Chatbot“.',
  answerTitle: 'Antwort',
  noMore: 'Das waren alle Ergebnisse zu dieser Frage.',
  noEarlierPage: 'Das ist schon die erste Seite.',
  foreignTenant: 'Ihre Organisation ist nicht freigeschaltet.',
  outdatedCard:
    'Diese Karte ist veraltet. Bitte stellen Sie Ihre Frage noch einmal, dann bekommen Sie eine neue.',
  anonymous: 'Dafür müssen Sie angemeldet sein. Fragen können Sie trotzdem.',
  guest: 'Das ist Mitgliedern vorbehalten. Als Gast können Sie Fragen stellen.',
  personalOnly:
    'Das zeige ich nur im Einzelchat, denn hier lesen alle mit. Schreiben Sie mir dort noch einmal.',
  communeQuestion: 'Für welche Kommune arbeiten Sie?',
  communeWhy:
    'So sehen Sie auch, was nur Ihre eigene Verwaltung sehen darf. Ändern können Sie das jederzeit mit „Meine Kommune“.',
  communePlaceholder: 'Kommune wählen',
  communeNone: 'Keine davon',
  communeMissing: 'Bitte wählen Sie eine Kommune oder „Keine davon“.',
  communeSave: 'Speichern',
  communeChosen: (name: string) => `Gemerkt: Sie arbeiten für ${name}.`,
  communeNoneChosen: 'Gemerkt: keine Kommune der Liste.',
  communeUnknown: 'Diese Kommune steht nicht in der Liste. Bitte wählen Sie noch einmal.',
};

export const privacyTexts = {
  title: 'Was über Sie gespeichert wird',
  lines: (days: number, used: UsedModels): readonly string[] => [
    'Ihre Kennung aus Microsoft Teams (Mandant und Objekt-ID), ob Sie Gast sind, und Ihre Kommune. Ihr Name und Ihre E-Mail-Adresse werden nur gespeichert, wenn Sie sich selbst als Ansprechperson eintragen.',
    `Ihre letzte Frage in jeder Unterhaltung, damit „nur im Einsatz“ weiß, worauf es sich bezieht. Sie wird nach ${formatNumber(days)} Tagen gelöscht.`,
    'Ihr Einzelchat mit mir, sobald Sie die App hinzufügen oder mir schreiben, damit ich Ihnen auch von mir aus schreiben kann. Kanäle und Gruppenchats, in denen ich Mitglied bin, speichere ich ohne Namen.',
    `Fragen ohne Ergebnis, ohne Ihren Namen. Eine Prüfsumme Ihrer Kennung steht dabei, bis Sie ${formatNumber(days)} Tage lang nicht mehr danach gefragt haben: So sieht das Organisationsteam, wie viele verschiedene Personen dasselbe suchen. Wer das ist, zeige ich niemandem. Löschen Sie alles, bleibt nur die Frage.`,
    `Was ich Ihnen auf eine Frage gezeigt habe, 7 Tage lang, damit Sie mit dem Daumen darunter Rückmeldung geben können. Die Rückmeldung selbst bleibt mit der Frage und den gezeigten Anwendungsfällen ${formatNumber(days)} Tage gespeichert, ohne Ihren Namen und ohne Ihre Kennung. Löschen Sie in den 7 Tagen alles, geht sie mit verloren; danach weiß niemand mehr, von wem sie ist.`,
    'Die User Groups und Arbeitsgruppen, in denen Sie Mitglied sind oder die Sie organisieren, bis Sie sie verlassen, bis die Gruppe archiviert wird oder bis Sie alles löschen.',
    'Was Sie unter „Benachrichtigungen“ gewählt haben, bis Sie alles löschen.',
    'Was Sie die Community gefragt und was Sie anderen geantwortet haben, mit Ihrer Kennung und Ihrer Kommune. Löschen Sie alles, verschwinden Ihre Entwürfe und Ihre Antworten; gesendete Fragen bleiben ohne Sie und ohne Ihre Kommune stehen. Ein Jahr nachdem eine Anfrage geschlossen wurde, wird sie mit allen Antworten gelöscht; Entwürfe nach 30 Tagen.',
    'Themen, die Sie vorschlagen, Ihre Stimmen, Kommentare und Angebote zu berichten, zu welchen Themen ich Sie benachrichtige und was Sie auf die Frage nach einem Beitrag antworten, mit Ihrer Kennung, bis Sie es zurücknehmen oder alles löschen. Andere sehen nur die Anzahl der Stimmen und bei Kommentaren und Angeboten Ihre Kommune; Ihre Antwort auf die Frage nach einem Beitrag sieht das Organisationsteam. Löschen Sie alles, zählen Ihre Stimmen nicht mehr, und vorgeschlagene Themen bleiben ohne Sie stehen.',
    'Ihre Zu- und Absagen zu Treffen, Ihre Gäste (nur die Anzahl), Ihre Antworten auf Fragen des Organisationsteams, Ihr Name, wenn Sie ihn dort eintragen, ob Sie da waren und welche Themen Sie sich beim World Café wünschen, mit Ihrer Kennung und Ihrer Kommune, bis 180 Tage nach dem Treffen. Das sieht das Organisationsteam; andere sehen nur Zahlen. Wie Sie ein Treffen bewerten, speichere ich ohne Sie. Löschen Sie alles, wird Ihr Platz frei, und Treffen, die Sie geplant haben, bleiben ohne Sie stehen.',
    'Welche Anwendungsfälle Sie verfolgen und welche Fragen Sie sich merken lassen, bis Sie es mit „Meine Benachrichtigungen“ beenden oder alles löschen.',
    'Ankündigungen, die Sie geschrieben oder bestätigt haben. Löschen Sie alles, gehen Ihre Entwürfe verloren; Gesendetes bleibt ohne Ihre Kennung.',
    'Welche Ankündigungen Ihnen gesendet wurden und ob Sie sie mit „Gelesen“ bestätigt haben, 180 Tage lang. Wer bestätigt hat, zeige ich niemandem; gezählt wird je Kommune, und nur ab drei Personen.',
    'Was Sie in das Formular für einen Anwendungsfall schreiben und noch nicht eingetragen haben, 90 Tage nach der letzten Änderung. Das sehen nur Sie.',
    'Was Sie für Ihre Kommune zu Anwendungsfällen eintragen, mit Ihrer Kennung. Löschen Sie alles, bleiben die Angaben der Kommune ohne Sie, und als Ansprechperson stehen Sie nirgends mehr.',
    readersOfQuestions(used),
  ],
  retention:
    'Ihr Profil bleibt, bis Sie es löschen. Ihren Einzelchat mit mir vergesse ich auch 30 Tage, nachdem Sie die App entfernt haben.',
  erase: 'Alles löschen',
  askToErase: 'Alles löschen, was über Sie gespeichert ist?',
  askToEraseMore:
    'Das lässt sich nicht rückgängig machen. Was Sie eingereicht haben und noch nicht veröffentlicht ist, wird nicht mehr veröffentlicht. Von mir aus schreibe ich Ihnen dann nicht mehr. Schreiben Sie mir wieder, beginnt ein neues, leeres Profil, und ich merke mir Ihren Einzelchat neu.',
  eraseNow: 'Ja, löschen',
  keep: 'Abbrechen',
  erased: 'Alles gelöscht. Über Sie ist nichts mehr gespeichert.',
  nothingKept: 'Über Sie ist nichts gespeichert.',
  myData: 'Das ist über Sie gespeichert',
  asOf: (instant: number) => `Stand: ${formatDayAndTime(instant)}`,
  kinds: {
    profile: 'Profil',
    'last-questions': 'Letzte Fragen',
    'user-groups': 'User Groups',
    'own-place': 'Einzelchat mit mir',
    announcements: 'Ankündigungen',
    'announcement-templates': 'Vorlagen',
    acknowledgements: 'Bestätigungen mit „Gelesen“',
    inquiries: 'Anfragen an die Community',
    'inquiry-answers': 'Antworten auf Anfragen',
    'topic-requests': 'Themenwünsche',
    'topic-participations': 'Stimmen, Benachrichtigungen und Angebote zu Themen',
    'topic-comments': 'Kommentare zu Themen',
    'topic-invitations': 'Anfragen, zu einem Thema zu berichten',
    meetings: 'Treffen, die Sie planen',
    rsvps: 'Rückmeldungen zu Treffen',
    'cafe-wishes': 'Wünsche für das World Café',
    deliveries: 'Nachrichten an Sie',
    follows: 'Anwendungsfälle, die Sie verfolgen',
    'kept-questions': 'Gemerkte Fragen',
    'open-questions': 'Fragen ohne Ergebnis',
    'given-answers': 'Antworten an Sie, mit Ihrer Rückmeldung',
    'model-turns': 'Antworten mit KI in der letzten Stunde',
    broadcasts: 'Sendungen, die Sie nennen',
    'use-case-drafts': 'Entwürfe von Anwendungsfällen',
    submissions: 'Einreichungen',
    subscription: 'Benachrichtigungen',
    'use-cases': 'Anwendungsfälle',
  },
  moreEntries: (n: number) => `… und ${formatNumber(n)} weitere. Alle stehen unter „Als JSON“.`,
  json: 'Als JSON',
  back: 'Zurück',
  jsonTitle: 'Ihre Daten als JSON',
  none: 'nicht angegeben',
  labels: personalDataLabels,
  values: personalDataValues,
  yes: 'ja',
  no: 'nein',
  openPage: 'Datenschutzerklärung',
};
