/** When the demo's records were confirmed and entered; UTC. */
const confirmed = Date.UTC(2026, 9, 15, 10);
const entered = Date.UTC(2026, 5, 10, 10);

const commune = (communeId: string) => ({ kind: 'commune', communeId });
const mail = (box: string) => ({ email: `${box}@example.org` });
const musterstadt = '99001001';
const beispielhausen = '99001002';
const neudorf = '99001003';
const altmusterberg = '99001004';
const probstadt = '99001005';
const fiktivheim = '99001006';
const demotal = '99001007';

const example = (key: string, record: Readonly<Record<string, unknown>>) => ({
  id: `example-${key}`,
  category: 'other',
  language: 'de',
  visibility: 'community',
  example: true,
  provenance: { externalIds: [], createdAt: entered, lastConfirmedAt: confirmed, version: 1 },
  ...record,
});

/** Fictional records of fictional communes, in the shape of a stored use case; the product shows each as "Beispiel". */
export const exampleUseCases = [
  example('voicebot', {
    title: 'Telefonassistent für das Bürgerbüro',
    summary:
      'Ein Sprachassistent beantwortet Anrufe zu Öffnungszeiten, Terminen und Unterlagen und verbindet alles andere weiter.',
    adopters: [
      {
        body: commune(musterstadt),
        stage: 'in_use',
        since: '2025-09',
        contact: mail('telefon.musterstadt'),
        note: 'Rund 40 % der Anrufe werden ohne Weiterleitung beantwortet.',
      },
      { body: commune(altmusterberg), stage: 'pilot', since: '2026-08' },
      {
        body: commune(fiktivheim),
        stage: 'rejected',
        note: 'Für 30 Anrufe am Tag lohnt sich die Einrichtung nicht.',
      },
    ],
    themes: ['Bürgerservice', 'Telefonzentrale'],
    technologies: ['nlp', 'generative'],
    tags: ['Voicebot', 'Anrufe'],
    sourcing: 'purchased',
    costs: [
      {
        kind: 'Lizenz im Jahr',
        euros: 9600,
        basis: 'bis 2.000 Anrufe im Monat',
        asOf: '2026-03',
        visibility: 'community',
      },
    ],
    effortDays: 25,
    effectMeasured: { value: 40, unit: '% der Anrufe ohne Weiterleitung', date: '2026-06' },
    lessons: {
      worked: 'Mit zehn häufigen Fragen beginnen und wöchentlich ergänzen.',
      failed: 'Dialekt wurde anfangs schlecht verstanden.',
      advice: 'Vorher die Anrufgründe zwei Wochen lang zählen.',
    },
    personalData: 'yes',
    humanOversight: 'Jeder Anruf kann mit „Mensch“ an das Bürgerbüro weitergeleitet werden.',
    cooperationWanted: ['exchange'],
    contact: mail('telefon.musterstadt'),
  }),
  example('chatbot', {
    title: 'Chatbot auf der Internetseite',
    summary:
      'Ein Chatbot beantwortet Fragen zu Ausweisen, Müllabfuhr und Kindergartenplätzen aus den Texten der eigenen Internetseite.',
    adopters: [
      { body: commune(probstadt), stage: 'in_use', since: '2024-11', contact: mail('online.probstadt') },
      { body: commune(musterstadt), stage: 'in_use', since: '2025-02' },
      { body: commune(demotal), stage: 'planned', since: '2027-01' },
    ],
    themes: ['Bürgerservice', 'Auskunft'],
    technologies: ['generative', 'nlp'],
    tags: ['Internetseite', 'Auskunft'],
    sourcing: 'joint',
    costs: [
      { kind: 'Einrichtung', euros: 4500, visibility: 'community' },
      { kind: 'Betrieb im Jahr', euros: 3600, visibility: 'community' },
    ],
    lessons: { advice: 'Die Internetseite zuerst aufräumen: Der Bot ist so gut wie ihre Texte.' },
    contact: mail('online.probstadt'),
    cooperationWanted: ['exchange', 'joint_procurement'],
  }),
  example('road-scan', {
    title: 'Straßenscan mit Mietfahrzeug',
    summary:
      'Ein gemietetes Fahrzeug filmt einmal im Jahr alle Straßen, die Bilder werden auf Risse und Schlaglöcher ausgewertet.',
    adopters: [
      {
        body: commune(beispielhausen),
        stage: 'rejected',
        note: 'Zu teuer für 40 km Straße; Schlaglöcher meldet jetzt der Bauhof.',
      },
    ],
    themes: ['Straßen', 'Tiefbau'],
    technologies: ['computer_vision'],
    costs: [
      { kind: 'Angebot', euros: 18_000, basis: 'eine Befahrung', asOf: '2026-02', visibility: 'community' },
    ],
    contact: mail('bauhof.beispielhausen'),
  }),
  example('mail-sorting', {
    title: 'Posteingang nach Zuständigkeit sortieren',
    summary:
      'Eingescannte Briefe und E-Mails werden gelesen und dem zuständigen Amt zugeordnet; ein Mensch bestätigt die Zuordnung.',
    adopters: [
      { body: commune(probstadt), stage: 'pilot', since: '2026-04', contact: mail('post.probstadt') },
      { body: commune(altmusterberg), stage: 'planned' },
    ],
    themes: ['Poststelle', 'Dokumente'],
    technologies: ['nlp'],
    effectMeasured: { value: 87, unit: '% richtig zugeordnet', date: '2026-09' },
    lessons: {
      worked: 'Ein Monat Probelauf mit echten Briefen.',
      failed: 'Handschriften bleiben Handarbeit.',
    },
    contact: mail('post.probstadt'),
  }),
  example('housing-benefit', {
    title: 'Wohngeldanträge auf Vollständigkeit prüfen',
    summary: 'Fehlende Unterlagen in Wohngeldanträgen werden erkannt und in einem Schreiben nachgefordert.',
    adopters: [
      {
        body: commune(musterstadt),
        stage: 'in_development',
        since: '2026-07',
        contact: mail('wohngeld.musterstadt'),
      },
      { body: commune(demotal), stage: 'idea' },
    ],
    category: 'high_risk',
    themes: ['Antragsbearbeitung', 'Soziales'],
    technologies: ['generative', 'rules'],
    personalData: 'yes',
    aiActClass: 'hohes Risiko, Zugang zu Leistungen',
    humanOversight: 'Entschieden wird immer von der Sachbearbeitung.',
    legalBasis: ['§ 22 WoGG'],
    assessments: ['Datenschutz-Folgenabschätzung in Arbeit'],
    contact: mail('wohngeld.musterstadt'),
  }),
  example('waste-water', {
    title: 'Kanalbilder automatisch auswerten',
    summary:
      'Aufnahmen aus dem Kanal werden auf Risse, Wurzeln und Ablagerungen untersucht, damit gezielt saniert wird.',
    adopters: [
      {
        body: commune(altmusterberg),
        stage: 'in_use',
        since: '2025-05',
        contact: mail('kanal.altmusterberg'),
      },
    ],
    themes: ['Abwasser', 'Tiefbau'],
    technologies: ['computer_vision'],
    sourcing: 'via_provider',
    contact: mail('kanal.altmusterberg'),
  }),
  example('invoice', {
    title: 'Eingangsrechnungen automatisch erfassen',
    summary: 'Rechnungen werden gelesen, mit der Bestellung abgeglichen und zur Zahlung vorbereitet.',
    adopters: [
      { body: commune(probstadt), stage: 'in_use', since: '2023' },
      { body: commune(musterstadt), stage: 'in_use', since: '2024-01' },
      { body: commune(neudorf), stage: 'in_use', since: '2025-01' },
      { body: commune(demotal), stage: 'pilot' },
    ],
    themes: ['Finanzen', 'Interne Prozesse'],
    technologies: ['rpa', 'rules'],
    tags: ['E-Rechnung', 'Buchhaltung'],
    costs: [{ kind: 'Lizenz im Jahr', euros: 5200, visibility: 'community' }],
    effortDays: 40,
    contact: mail('kasse.probstadt'),
  }),
  example('minutes', {
    title: 'Sitzungsprotokolle vorbereiten',
    summary:
      'Aus der Tonaufnahme einer Ausschusssitzung entsteht ein Entwurf des Protokolls, den die Schriftführung überarbeitet.',
    adopters: [
      { body: commune(demotal), stage: 'pilot', since: '2026-05' },
      {
        body: commune(probstadt),
        stage: 'rejected',
        note: 'Die Fraktionen haben der Aufnahme nicht zugestimmt.',
      },
    ],
    themes: ['Ratsarbeit', 'Interne Prozesse'],
    technologies: ['nlp', 'generative'],
    personalData: 'yes',
    contact: mail('ratsbuero.demotal'),
  }),
  example('plain-language', {
    title: 'Bescheide in einfacher Sprache',
    summary:
      'Ein Sprachmodell schlägt verständliche Fassungen von Bescheiden vor; Fachleute prüfen jede Fassung.',
    adopters: [
      { body: commune(neudorf), stage: 'in_use', since: '2026-01', contact: mail('sprache.neudorf') },
      { body: commune(musterstadt), stage: 'pilot' },
    ],
    themes: ['Kommunikation', 'Barrierefreiheit'],
    technologies: ['generative'],
    lessons: { advice: 'Mit Textbausteinen anfangen, nicht mit ganzen Bescheiden.' },
    contact: mail('sprache.neudorf'),
  }),
  example('knowledge', {
    title: 'Assistent für Dienstanweisungen',
    summary:
      'Beschäftigte fragen in eigenen Worten nach Reisekosten, Arbeitszeit und Beschaffung und bekommen die Stelle in der Dienstanweisung.',
    adopters: [
      { body: commune(musterstadt), stage: 'in_use', since: '2026-02', contact: mail('orga.musterstadt') },
      { body: commune(altmusterberg), stage: 'in_development' },
    ],
    themes: ['Interne Prozesse', 'KI-Plattform'],
    technologies: ['generative'],
    hosting: 'Rechenzentrum des IT-Dienstleisters',
    contact: mail('orga.musterstadt'),
  }),
  example('e-file', {
    title: 'E-Akte im Bauamt',
    summary: 'Bauakten werden elektronisch geführt; alte Akten werden bei Bedarf gescannt.',
    adopters: [
      { body: commune(neudorf), stage: 'in_use', since: '2022' },
      { body: commune(beispielhausen), stage: 'planned', since: '2027' },
    ],
    themes: ['Bauen', 'Dokumente'],
    technologies: ['other_digital'],
    effortDays: 120,
    contact: mail('bauamt.neudorf'),
  }),
  example('parking', {
    title: 'Freie Parkplätze anzeigen',
    summary: 'Sensoren melden freie Parkplätze an Anzeigetafeln und an die Karte der Stadt.',
    adopters: [
      {
        body: commune(probstadt),
        stage: 'retired',
        since: '2021',
        note: 'Die Batterien der Sensoren waren nach zwei Wintern leer.',
      },
    ],
    themes: ['Verkehr', 'Datenplattform'],
    technologies: ['other_digital'],
    contact: mail('verkehr.probstadt'),
  }),
  example('flood', {
    title: 'Pegelwarnung für kleine Bäche',
    summary: 'Sensoren an kleinen Bächen warnen Feuerwehr und Bauhof, bevor Keller volllaufen.',
    adopters: [
      { body: commune(fiktivheim), stage: 'in_use', since: '2024-06', contact: mail('feuerwehr.fiktivheim') },
      { body: commune(beispielhausen), stage: 'pilot', since: '2026-03' },
      { body: commune(demotal), stage: 'planned' },
    ],
    themes: ['Katastrophenschutz', 'Klimaanpassung'],
    technologies: ['predictive', 'other_digital'],
    costs: [{ kind: 'je Messstelle', euros: 1400, visibility: 'community' }],
    contact: mail('feuerwehr.fiktivheim'),
  }),
  example('translation', {
    title: 'Gespräche im Ausländeramt übersetzen',
    summary:
      'Ein Gerät am Schalter übersetzt Gespräche in beide Richtungen; Dolmetscher kommen nur noch zu schwierigen Terminen.',
    adopters: [
      { body: commune(probstadt), stage: 'in_use', since: '2025-10', contact: mail('schalter.probstadt') },
      { body: commune(altmusterberg), stage: 'pilot', since: '2026-09' },
    ],
    themes: ['Bürgerservice', 'Integration'],
    technologies: ['nlp'],
    personalData: 'yes',
    contact: mail('schalter.probstadt'),
  }),
  example('playground-check', {
    title: 'Spielplatzkontrolle mit Tablet',
    summary: 'Kontrollen von Spielgeräten werden auf dem Tablet erfasst, Mängel gehen sofort an den Bauhof.',
    adopters: [
      { body: commune(beispielhausen), stage: 'in_use', since: '2023-04' },
      { body: commune(neudorf), stage: 'in_use', since: '2024-09' },
    ],
    themes: ['Grünflächen', 'Bauhof'],
    technologies: ['other_digital'],
    contact: mail('bauhof.beispielhausen'),
  }),
  example('energy', {
    title: 'Heizungen nach Belegung steuern',
    summary:
      'Heizungen in Schulen und Turnhallen richten sich nach dem Belegungsplan; Verbrauchsdaten zeigen Ausreißer.',
    adopters: [
      {
        body: commune(altmusterberg),
        stage: 'in_use',
        since: '2024-10',
        contact: mail('gebaeude.altmusterberg'),
      },
      { body: commune(musterstadt), stage: 'planned' },
    ],
    themes: ['Energie', 'Gebäude'],
    technologies: ['rules', 'predictive'],
    effectMeasured: { value: 14, unit: '% weniger Gas', date: '2026-04' },
    contact: mail('gebaeude.altmusterberg'),
  }),
];
