import { formatDayAndTime, formatNumber } from './format.ts';

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
    `Gespeichert werden Ihre Kennung, Ihre Kommune und Ihre letzte Frage je Unterhaltung. Fragen werden nach ${formatNumber(days)} Tagen gelöscht. Es antwortet eine Suche, keine künstliche Intelligenz.`,
  help: 'Das können Sie fragen',
  helpMore:
    'Danach wird es genauer: „nur im Einsatz“, „im Kreis Olpe“, „unter 20.000 Einwohner“, „außer Menden“, „weitere“. Außerdem verstehe ich „Datenschutz“, „Meine Daten“, „Meine Daten löschen“ und „Meine Kommune“.',
  helpButton: 'Beispiele',
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
  lines: (days: number): readonly string[] => [
    'Ihre Kennung aus Microsoft Teams (Mandant und Objekt-ID), ob Sie Gast sind, und Ihre Kommune. Ihr Name und Ihre E-Mail-Adresse werden nicht gespeichert.',
    `Ihre letzte Frage in jeder Unterhaltung, damit „nur im Einsatz“ weiß, worauf es sich bezieht. Sie wird nach ${formatNumber(days)} Tagen gelöscht.`,
    `Fragen ohne Ergebnis, ohne Ihren Namen und ohne Ihre Kennung, ${formatNumber(days)} Tage lang.`,
    'Es antwortet eine Suche in den eingetragenen Anwendungsfällen. Künstliche Intelligenz ist nicht beteiligt, und nichts wird an Dritte weitergegeben.',
  ],
  retention: 'Ihr Profil bleibt, bis Sie es löschen.',
  erase: 'Alles löschen',
  askToErase: 'Alles löschen, was über Sie gespeichert ist?',
  askToEraseMore:
    'Das lässt sich nicht rückgängig machen. Schreiben Sie mir danach wieder, beginnt ein neues, leeres Profil.',
  eraseNow: 'Ja, löschen',
  keep: 'Abbrechen',
  erased: 'Alles gelöscht. Über Sie ist nichts mehr gespeichert.',
  nothingKept: 'Über Sie ist nichts gespeichert.',
  myData: 'Das ist über Sie gespeichert',
  asOf: (instant: number) => `Stand: ${formatDayAndTime(instant)}`,
  kinds: { profile: 'Profil', 'last-questions': 'Letzte Fragen' },
  json: 'Als JSON',
  back: 'Zurück',
  jsonTitle: 'Ihre Daten als JSON',
  none: 'nicht angegeben',
  labels: {
    id: 'Kennung',
    tenantId: 'Mandant',
    guest: 'Gast',
    communeId: 'Kommune',
    communeFrom: 'Herkunft der Angabe',
    withoutCommune: 'Keine Kommune der Liste',
    communeAskedAt: 'Nach der Kommune gefragt',
    firstSeenAt: 'Zuerst gesehen',
    rosterReadAt: 'Angaben zuletzt abgeglichen',
    conversationId: 'Unterhaltung',
    page: 'Seite',
    sought: 'Gesucht',
    filters: 'Einschränkungen',
    askedAt: 'Gefragt',
  },
  values: { mapping: 'Zuordnung des Betreibers', choice: 'Ihre eigene Angabe' },
  yes: 'ja',
  no: 'nein',
  openPage: 'Datenschutzerklärung',
};
