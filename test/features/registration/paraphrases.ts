/** What somebody enters; `same`: the records of the demo and of the first start that are the same solution. */
export interface Entered {
  readonly title: string;
  readonly summary: string;
  readonly same: readonly string[];
}

const phone = ['press-15', 'example-voicebot'];
const potholes = ['press-12', 'press-08', 'example-road-scan'];

/** The same solution in the words of another town hall. */
export const paraphrases: readonly Entered[] = [
  {
    title: 'Voicebot in der Telefonzentrale',
    summary:
      'Anrufe werden von einem Sprachassistenten angenommen, der Auskunft gibt oder an das Amt verbindet.',
    same: phone,
  },
  {
    title: 'Telefonassistenz im Bürgerservice',
    summary:
      'Die KI nimmt Telefonanrufe entgegen, wenn alle Leitungen besetzt sind, und beantwortet einfache Fragen.',
    same: phone,
  },
  {
    title: 'Schlaglöcher mit der Handykamera finden',
    summary:
      'Der Bauhof fährt mit einem Smartphone an der Windschutzscheibe; die Bilder zeigen, wo Straßenschäden sind.',
    same: potholes,
  },
  {
    title: 'Straßenbefahrung mit KI-Auswertung',
    summary: 'Ein Fahrzeug nimmt alle Straßen auf, Risse und Schlaglöcher werden automatisch erkannt.',
    same: potholes,
  },
  {
    title: 'Protokolle aus Tonaufnahmen schreiben',
    summary:
      'Die Aufnahme der Sitzung wird in Text verwandelt, daraus entsteht ein Entwurf für das Protokoll.',
    same: ['example-minutes'],
  },
  {
    title: 'Bescheide verständlich machen',
    summary:
      'Ein Sprachmodell formuliert unsere Bescheide in Leichte Sprache um, die Sachbearbeitung prüft das Ergebnis.',
    same: ['example-plain-language'],
  },
  {
    title: 'Rechnungseingang mit Texterkennung',
    summary: 'Eingehende Rechnungen werden ausgelesen und in das Finanzverfahren übernommen.',
    same: ['example-invoice'],
  },
  {
    title: 'Digitale Posteingangsverteilung',
    summary: 'E-Mails und gescannte Post werden von einer Software dem richtigen Fachbereich zugeordnet.',
    same: ['example-mail-sorting'],
  },
  {
    title: 'Online-Ummeldung',
    summary: 'Wer umzieht, meldet den neuen Wohnsitz über das Internet an und muss nicht ins Bürgerbüro.',
    same: ['press-01'],
  },
  {
    title: 'Chatbot für unsere Homepage',
    summary:
      'Besucherinnen der Internetseite fragen nach Öffnungszeiten, Abfallkalender und Ausweisen; der Bot antwortet.',
    same: ['example-chatbot'],
  },
  {
    title: 'KI prüft Wohngeldanträge',
    summary: 'Die Software erkennt, welche Unterlagen fehlen, und bereitet die Nachforderung vor.',
    same: ['example-housing-benefit', 'press-16'],
  },
  {
    title: 'Kanalinspektion mit Bilderkennung',
    summary: 'Videos der Kanalkamera werden nach Schäden und Wurzeleinwuchs durchsucht.',
    same: ['example-waste-water'],
  },
  {
    title: 'Übersetzungsgerät am Schalter',
    summary:
      'Mitarbeitende der Ausländerbehörde sprechen mit Kundinnen und Kunden über ein Gerät, das live übersetzt.',
    same: ['example-translation'],
  },
  {
    title: 'Hochwasserfrühwarnung an Bächen',
    summary: 'Pegelsensoren melden steigendes Wasser an Feuerwehr und Bauhof.',
    same: ['example-flood'],
  },
  {
    title: 'Parkleitsystem mit Sensoren',
    summary: 'Autofahrer sehen auf einer Karte, wo noch Parkplätze frei sind.',
    same: ['example-parking'],
  },
  {
    title: 'Heizungssteuerung in Schulen',
    summary: 'Die Heizung läuft nur, wenn ein Raum laut Belegungsplan genutzt wird.',
    same: ['example-energy'],
  },
  {
    title: 'Wissensassistent für die Verwaltung',
    summary:
      'Kolleginnen stellen Fragen zu Dienstanweisungen, Reisekosten und Arbeitszeit und erhalten die passende Stelle.',
    same: ['example-knowledge'],
  },
  {
    title: 'Spielplatzprüfung per App',
    summary: 'Der Bauhof erfasst Mängel an Spielgeräten auf dem Tablet.',
    same: ['example-playground-check'],
  },
];

/** Nobody has entered anything like it. */
export const unrelated: readonly Entered[] = [
  [
    'Drohnen zur Waldbrandüberwachung',
    'Drohnen mit Wärmebildkamera überfliegen im Sommer die Wälder und melden Rauch.',
  ],
  [
    'Bienenzählung im Stadtpark',
    'Kameras an Bienenstöcken zählen ein- und ausfliegende Bienen für das Umweltamt.',
  ],
  [
    'Friedhofsverwaltung mit Luftbildern',
    'Grabstellen werden aus Luftbildern vermessen und in den Plan übernommen.',
  ],
  [
    'Personalauswahl mit Kompetenztest',
    'Bewerberinnen und Bewerber lösen am Bildschirm Aufgaben, das Personalamt bekommt ein Profil.',
  ],
  [
    'Gewerbesteuerprognose',
    'Aus den Vorauszahlungen der letzten Jahre wird das Aufkommen im nächsten Haushalt geschätzt.',
  ],
  ['Baumkataster mit Laserscan', 'Ein Laserscanner erfasst Höhe und Kronendurchmesser aller Stadtbäume.'],
  [
    'Winterdienst nach Glättevorhersage',
    'Streufahrten werden anhand von Temperaturfühlern in der Fahrbahn disponiert.',
  ],
  [
    'Bibliotheksempfehlungen',
    'Leserinnen der Stadtbücherei erhalten Buchvorschläge, die zu ihren letzten Ausleihen passen.',
  ],
  [
    'Kita-Platzvergabe',
    'Ein Verfahren verteilt Betreuungsplätze so, dass möglichst viele Erstwünsche der Eltern erfüllt werden.',
  ],
  ['Rattenbekämpfung mit vernetzten Fallen', 'Fallen in der Kanalisation melden, wenn sie ausgelöst haben.'],
  [
    'Historische Akten transkribieren',
    'Handschriften des Stadtarchivs aus dem 18. Jahrhundert werden in lesbaren Text übertragen.',
  ],
  [
    'Lärmmessung an Ortsdurchfahrten',
    'Mikrofone erkennen laute Motorräder und zeigen den Fahrern ihren Pegel.',
  ],
  [
    'Schwimmbadaufsicht unterstützen',
    'Kameras über dem Becken schlagen Alarm, wenn jemand regungslos treibt.',
  ],
  [
    'Stellenbeschreibungen entwerfen',
    'Ein Sprachmodell schreibt erste Fassungen von Stellenausschreibungen.',
  ],
  ['Leerstandskataster aus Stromdaten', 'Ungenutzte Wohnungen fallen durch fehlenden Verbrauch auf.'],
].map(([title = '', summary = '']) => ({ title, summary, same: [] }));
