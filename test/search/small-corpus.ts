/** A small corpus in the manner of the product's records, and what everyday questions must find in it. */
export interface GoldenRecord {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly themes: string;
}

export const goldenRecords: readonly GoldenRecord[] = [
  {
    id: 'wohnsitz',
    title: 'Elektronische Wohnsitzanmeldung',
    summary: 'Wer umzieht, meldet die neue Anschrift am eigenen Rechner und spart den Weg ins Rathaus.',
    themes: 'Bürgerservice',
  },
  {
    id: 'ehe',
    title: 'Ehe Online',
    summary: 'Paare beginnen die Anmeldung ihrer Eheschließung im Netz, das Standesamt prüft vorab.',
    themes: 'Bürgerservice, Standesamt',
  },
  {
    id: 'energie',
    title: 'Kommunales Energiemanagement',
    summary: 'Zählerstände der Schulen und Rathäuser laufen zusammen, Ausreißer fallen sofort auf.',
    themes: 'Energie, Gebäude',
  },
  {
    id: 'plattform',
    title: 'KoKI – Kommunale KI',
    summary:
      'Gemeinsame Plattform mehrerer Dienstleister für Chatbots und Assistenten im geschützten Rahmen.',
    themes: 'KI-Plattform, Datenschutz',
  },
  {
    id: 'cafe',
    title: 'Prompting-Café',
    summary: 'Beschäftigte üben miteinander, wie man gute Anfragen an Sprachmodelle schreibt.',
    themes: 'Schulung, KI-Kompetenz',
  },
  {
    id: 'post',
    title: 'Digitaler Postausgang',
    summary: 'Briefe werden zentral gedruckt oder elektronisch zugestellt.',
    themes: 'Poststelle, Dokumente',
  },
  {
    id: 'muell',
    title: 'Straßenzustand aus Müllfahrzeugen',
    summary: 'Kameras an Müllwagen filmen die Fahrbahn, KI erkennt Schäden wie Schlaglöcher für den Bauhof.',
    themes: 'Straßen, Tiefbau',
  },
  {
    id: 'sensoren',
    title: 'Offene Sensordaten',
    summary:
      'Pegel und Wetterstationen senden auf eine städtische Datenplattform, auch für den Hochwasserschutz.',
    themes: 'Datenplattform, Katastrophenschutz',
  },
  {
    id: 'laufmappe',
    title: 'Elektronische Laufmappe',
    summary: 'Vorgänge wandern digital durch die Ämter statt in der Umlaufmappe.',
    themes: 'Interne Prozesse, Dokumente',
  },
  {
    id: 'avatar',
    title: 'Digitaler Avatar im Rathaus',
    summary: 'Eine Figur auf dem Bildschirm beantwortet Fragen der Bürgerinnen und Bürger rund um die Uhr.',
    themes: 'Bürgerservice, Auskunft',
  },
  {
    id: 'schlagloch',
    title: 'Schlagloch-Erkennung per Smartphone',
    summary: 'Aufnahmen aus dem fahrenden Auto zeigen, wo der Asphalt aufgebrochen ist.',
    themes: 'Straßen, Tiefbau',
  },
  {
    id: 'starkregen',
    title: 'Starkregen-Prognose mit KI',
    summary: 'Ein Verfahren sagt heftige Niederschläge vorher, damit gefährdete Stellen gesichert werden.',
    themes: 'Klimaanpassung, Katastrophenschutz',
  },
  {
    id: 'telefon',
    title: 'KI-Telefonservice',
    summary: 'Ein Sprachassistent nimmt Anrufe entgegen, beantwortet einfache Anliegen und verbindet weiter.',
    themes: 'Bürgerservice, Telefonzentrale',
  },
  {
    id: 'antraege',
    title: 'Schnellere Prüfung von Anträgen',
    summary: 'KI prüft, ob Unterlagen vollständig sind, und bereitet den Bescheid vor.',
    themes: 'Antragsbearbeitung',
  },
  {
    id: 'nachbarn',
    title: 'Digitale Nachbarschaftshilfe',
    summary: 'Wer Hilfe braucht und wer helfen möchte, findet auf einer Plattform zueinander.',
    themes: 'Soziales, Ehrenamt',
  },
  {
    id: 'einkauf',
    title: 'Gemeinsamer Einkauf von KI-Lösungen',
    summary: 'Mehrere Verwaltungen beschaffen zusammen und zahlen weniger.',
    themes: 'Beschaffung',
  },
  {
    id: 'terminals',
    title: 'Digitale Selbstbedienungsterminals',
    summary: 'Automaten im Foyer erledigen Anliegen ohne Personal; für kleine Orte zu teuer.',
    themes: 'Bürgerservice',
  },
];

/** Each question with the records that must come first, in any order among themselves. */
export const goldenQuestions: readonly { readonly question: string; readonly first: readonly string[] }[] = [
  { question: 'Schlaglocherkennung', first: ['schlagloch', 'muell'] },
  { question: 'Wer macht schon Schlaglocherkennung?', first: ['schlagloch', 'muell'] },
  { question: 'Schlagloecher erkennen', first: ['schlagloch', 'muell'] },
  { question: 'Schlaglochrekennung', first: ['schlagloch', 'muell'] },
  { question: 'Strassenschaeden', first: ['muell'] },
  { question: 'Straßenschäden', first: ['muell'] },
  { question: 'Telefonbot', first: ['telefon'] },
  { question: 'Nutzt jemand KI-Telefonassistenz?', first: ['telefon'] },
  { question: 'Telefonasistent', first: ['telefon'] },
  { question: 'Wohnsitz ummelden', first: ['wohnsitz'] },
  { question: 'Gibt es Kommunen, die Wohnsitzanmeldungen online anbieten?', first: ['wohnsitz'] },
  { question: 'Kennt jemand Erfahrungen mit Energiemanagment?', first: ['energie'] },
  { question: 'E-Akte oder elektronische Mappe', first: ['laufmappe'] },
  { question: 'Hochwasser', first: ['sensoren'] },
  { question: 'Starkregenvorhersage', first: ['starkregen'] },
  { question: 'Antragsprüfung', first: ['antraege'] },
  { question: 'Antragspruefung mit künstlicher Intelligenz', first: ['antraege'] },
  { question: 'STANDESAMT', first: ['ehe'] },
  { question: 'Eheschliessung', first: ['ehe'] },
  { question: 'Selbstbedienung', first: ['terminals'] },
  { question: 'gemeinsame Beschaffung', first: ['einkauf'] },
  { question: 'Nachbarschaft', first: ['nachbarn'] },
  { question: 'Prompting Cafe', first: ['cafe'] },
  { question: 'Avatare', first: ['avatar'] },
  { question: 'Chatbot', first: ['plattform'] },
];

/** Questions with which nothing in the corpus has anything to do. */
export const unansweredQuestions: readonly string[] = [
  'asdfgh qwertz',
  'Wer macht das schon?',
  '',
  '???',
  'xyz',
];
