import { enumerate, formatNumber } from './format.ts';

const quoted = (words: string) => `„${words}“`;
const useCases = (n: number) => (n === 1 ? 'ein Anwendungsfall' : `${formatNumber(n)} Anwendungsfälle`);

/** How each field of a use case is called; the keys are those of the exchange. */
export const exchangeFieldNames = {
  id: 'Kennung',
  title: 'Titel',
  summary: 'Kurzbeschreibung',
  description: 'Beschreibung',
  category: 'Kategorie',
  language: 'Sprache',
  visibility: 'Sichtbarkeit',
  'adopters.body': 'Kommunen und Organisationen',
  'adopters.stage': 'Stand',
  'adopters.since': 'Seit',
  'adopters.contact': 'Ansprechstelle einer Kommune',
  'adopters.note': 'Grund oder Hinweis einer Kommune',
  'adopters.enteredBy': 'wer eine Kommune eingetragen hat',
  'reportedAdopters.atLeast': 'Gemeldete Kommunen',
  'reportedAdopters.stage': 'Stand der gemeldeten Kommunen',
  'reportedAdopters.asOf': 'Datum der Meldung',
  'reportedAdopters.source': 'Quelle der Meldung',
  problem: 'Problem',
  goal: 'Ziel',
  howItWorks: 'So funktioniert es',
  benefitExpected: 'Erwarteter Nutzen',
  'effectMeasured.value': 'Gemessene Wirkung',
  'effectMeasured.unit': 'Einheit der Wirkung',
  'effectMeasured.date': 'Datum der Messung',
  themes: 'Themen',
  technologies: 'Technologien',
  tags: 'Schlagworte',
  sourcing: 'Beschaffung',
  supplier: 'Anbieter',
  product: 'Produkt',
  hosting: 'Betrieb',
  'costs.kind': 'Kosten',
  'costs.euros': 'Betrag der Kosten',
  'costs.basis': 'Grundlage der Kosten',
  'costs.asOf': 'Datum der Kosten',
  'costs.visibility': 'Sichtbarkeit der Kosten',
  effortDays: 'Aufwand in Tagen',
  'lessons.worked': 'Was gut lief',
  'lessons.failed': 'Was nicht ging',
  'lessons.advice': 'Rat an andere',
  legalBasis: 'Rechtsgrundlage',
  assessments: 'Prüfungen',
  personalData: 'Personenbezogene Daten',
  aiActClass: 'Einstufung nach KI-Verordnung',
  humanOversight: 'Menschliche Aufsicht',
  reuse: 'Nachnutzung',
  codeUrl: 'Quelltext',
  cooperationWanted: 'Gesuchte Zusammenarbeit',
  interests: 'Interessen',
  interestsReported: 'Gemeldete Interessen',
  links: 'Links',
  'contact.name': 'Name der Ansprechstelle',
  'contact.email': 'E-Mail der Ansprechstelle',
  'contact.phone': 'Telefon der Ansprechstelle',
  'contact.memberId': 'Mitglied als Ansprechstelle',
  note: 'Hinweis',
  example: 'Beispiel',
  archived: 'archiviert',
  'provenance.source': 'Quelle',
  'provenance.externalIds': 'Weitere Kennungen',
  'provenance.createdBy': 'wer den Eintrag angelegt hat',
  'provenance.createdAt': 'Angelegt am',
  'provenance.reviewedBy': 'wer den Eintrag freigegeben hat',
  'provenance.lastConfirmedAt': 'Zuletzt bestätigt am',
  'provenance.reviewDueAt': 'Nächste Prüfung am',
  'provenance.asked': 'Nachfragen',
  'provenance.version': 'Version',
} as const;

/** What `npm run export` says at the terminal. */
export const exportTexts = {
  fileName: (day: string, extension: string) => `anwendungsfaelle-${day}.${extension}`,
  exported: (n: number, place: string) =>
    n === 0
      ? `Kein Anwendungsfall durfte in die Datei ${quoted(place)}; sie ist leer.`
      : `${n === 1 ? 'Ein Anwendungsfall steht' : `${useCases(n)} stehen`} in ${quoted(place)}.`,
  standardOutput: 'Standardausgabe',
  leftOut: (parts: readonly string[]) => `Nicht exportiert: ${enumerate(parts)}.`,
  archived: (n: number) => `${formatNumber(n)} archiviert`,
  example: (n: number) => `${formatNumber(n)} nur als Beispiel`,
  visibility: (n: number) => `${formatNumber(n)} wegen der Sichtbarkeit`,
  public:
    'Ohne Namen, Telefonnummern und persönliche Adressen, und nur mit Kosten, die selbst öffentlich sind.',
  without: 'In diesem Format ohne Platz, daher nicht in der Datei:',
  withoutField: (name: string, n: number) => `  ${name} (${useCases(n)})`,
  cut: (n: number) =>
    n === 1
      ? 'In einem Anwendungsfall war ein Text länger, als das Format erlaubt. Er endet dort mit „…“.'
      : `In ${formatNumber(n)} Anwendungsfällen waren Texte länger, als das Format erlaubt. Sie enden dort mit „…“.`,
  tooLargeToImport: (megabytes: number) =>
    `Die Datei ist größer als ${megabytes} MB. Zum Einlesen mit npm run import teilen Sie sie bitte auf.`,
  progress: 'Wird geschrieben',
  usage:
    'Aufruf: npm run export -- --format FORMAT [--out DATEI] [--visibility KREIS] [--force]\n' +
    '  --format       csv, xlsx, json, geojson, algoritmeregister oder pstw\n' +
    '  --out          Name der Datei; „-“ schreibt in die Standardausgabe\n' +
    '  --visibility   public: was öffentlich ist, ohne Personen\n' +
    '                 community: dazu, was die Community sehen darf (Vorgabe)\n' +
    '                 organisation: alles\n' +
    '  --force        ersetzt eine Datei, die es schon gibt',
  unknownOption: (option: string) => `Die Angabe ${quoted(option)} ist nicht bekannt.`,
  missingFormat: 'Bitte nennen Sie das Format.',
  unknownChoice: (option: string, value: string, choices: readonly string[]) =>
    `${quoted(value)} ist für ${option} nicht möglich. Möglich sind ${enumerate(choices.map(quoted))}.`,
  exists: (path: string) =>
    `Die Datei ${quoted(path)} gibt es schon. Bitte nennen Sie mit --out einen anderen Namen, oder ersetzen Sie sie mit --force.`,
  noFolder: (path: string) => `Den Ordner für ${quoted(path)} gibt es nicht. Bitte legen Sie ihn an.`,
  isFolder: (path: string) => `${quoted(path)} ist ein Ordner. Bitte nennen Sie eine Datei.`,
  notWritable: (path: string) =>
    `Die Datei ${quoted(path)} lässt sich nicht schreiben. Bitte prüfen Sie die Rechte.`,
  nobodyReads: 'Die Standardausgabe nimmt nichts mehr an. Der Export ist abgebrochen.',
  diskFull: 'Auf der Festplatte ist kein Platz für die Datei. Es wurde nichts geschrieben.',
  emptyMemory:
    'STORE: Im Arbeitsspeicher steht nichts, was sich exportieren ließe. Bitte lassen Sie STORE weg.',
  storeLocked:
    'Der Bot läuft und benutzt die Datenbank. Bitte beenden Sie ihn, starten Sie den Export und danach den Bot wieder.',
  storeLocation: (path: string) =>
    `Die Datenbank ${quoted(path)} lässt sich nicht öffnen. Bitte prüfen Sie SQLITE_PATH und die Rechte; ein Netzlaufwerk ist nicht möglich.`,
  storeUnavailable:
    'Die Datenbank konnte nicht gelesen werden. Bitte prüfen Sie, ob noch Platz auf der Festplatte ist, und starten Sie den Export erneut.',
  failed:
    'Der Export ist an einem Fehler im Programm gescheitert. Es wurde keine Datei geschrieben. Bitte melden Sie diese Einzelheiten:',
} as const;
