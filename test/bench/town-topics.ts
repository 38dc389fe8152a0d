import { topic } from './topic.ts';
import type { Topic } from './topic.ts';

/** What is done in streets, buildings and nature. Fictional throughout; only the words are those of the field. */
export const townTopics: readonly Topic[] = [
  topic(
    'Schlagloch-Erkennung',
    'wertet Kamerabilder von Dienstfahrzeugen aus und meldet Straßenschäden',
    ['Schlaglöcher mit KI erkennen', 'Straßenzustandserfassung', 'Straßenschäden'],
    ['Verkehr', 'computer_vision', 'Straßenzustand', 'Bauhof'],
  ),
  topic(
    'Bauantragsvorprüfung',
    'prüft Unterlagen auf Vollständigkeit und fordert fehlende Pläne nach',
    ['Bauanträge prüfen', 'digitaler Bauantrag', 'Vollständigkeitsprüfung Bauunterlagen'],
    ['Bauen', 'rules', 'Baugenehmigung', 'Unterlagen'],
  ),
  topic(
    'Kanalinspektion',
    'erkennt Risse, Wurzeln und Ablagerungen in Kanalfilmen',
    ['Kanalbilder auswerten', 'Kanalschäden', 'Abwasserkanal Inspektion'],
    ['Abwasser', 'computer_vision', 'Tiefbau', 'Zustandsklasse'],
  ),
  topic(
    'Wasserverbrauchsprognose',
    'sagt den Verbrauch der nächsten Tage voraus und plant die Hochbehälter',
    ['Trinkwasser Prognose', 'Wasserverbrauch vorhersagen', 'Hochbehälter'],
    ['Wasserversorgung', 'predictive', 'Trinkwasser', 'Stadtwerke'],
  ),
  topic(
    'Pegelvorhersage',
    'warnt vor Hochwasser an kleinen Gewässern anhand von Sensoren und Radar',
    ['Hochwasserwarnung', 'Starkregen Frühwarnung', 'Pegel vorhersagen'],
    ['Katastrophenschutz', 'predictive', 'Hochwasser', 'Sensorik'],
  ),
  topic(
    'Grünflächenpflege',
    'plant Mähgänge und Bewässerung nach Bodenfeuchte und Wetter',
    ['Bäume bewässern mit Sensoren', 'Grünflächen', 'Baumkontrolle mit Bewässerung'],
    ['Umwelt', 'predictive', 'Bauhof', 'Stadtbäume'],
  ),
  topic(
    'Baumkataster aus der Luft',
    'zählt und bestimmt Bäume aus Luftbildern und schätzt ihre Vitalität',
    ['Baumkataster', 'Luftbilder auswerten', 'Bäume zählen'],
    ['Umwelt', 'computer_vision', 'Luftbild', 'Geodaten'],
  ),
  topic(
    'Wildmüll-Erkennung',
    'findet abgelagerten Müll auf Fotos und schickt den Bauhof',
    ['wilder Müll', 'Müllablagerungen melden', 'Abfall erkennen'],
    ['Abfall', 'computer_vision', 'Mängelmelder', 'Sauberkeit'],
  ),
  topic(
    'Füllstandsmessung',
    'meldet volle Container und plant die Tour der Leerung',
    ['Füllstand Container', 'Papierkörbe leeren', 'Abfallbehälter Sensoren'],
    ['Abfall', 'predictive', 'LoRaWAN', 'Tourenplanung'],
  ),
  topic(
    'Parkraumprognose',
    'zeigt freie Parkplätze an und schätzt die Lage der nächsten Stunde',
    ['Parkplätze', 'Parkleitsystem', 'Parkraum vorhersagen'],
    ['Verkehr', 'predictive', 'Parken', 'Innenstadt'],
  ),
  topic(
    'Ampelsteuerung',
    'passt Grünphasen an Radverkehr und Busse an',
    ['Ampeln mit KI', 'Verkehrssteuerung', 'grüne Welle'],
    ['Verkehr', 'reinforcement', 'Lichtsignalanlage', 'Radverkehr'],
  ),
  topic(
    'Verkehrszählung',
    'zählt Fahrzeuge, Räder und Fußgänger ohne Bilder zu speichern',
    ['Verkehr zählen', 'Radfahrer zählen', 'Verkehrserhebung'],
    ['Verkehr', 'computer_vision', 'Datenschutz', 'Zählstelle'],
  ),
  topic(
    'Heizungssteuerung',
    'regelt Schulen und Turnhallen nach Belegung und Wetter',
    ['Energie sparen in Gebäuden', 'Heizung steuern', 'Energiemanagement mit KI'],
    ['Energie', 'predictive', 'Gebäude', 'Heizkosten'],
  ),
  topic(
    'Solarpotenzialkarte',
    'berechnet aus Laserdaten, welche Dächer sich eignen',
    ['Solarkataster', 'Photovoltaik auf Dächern', 'Dachflächen'],
    ['Energie', 'other_digital', 'Photovoltaik', 'Klimaschutz'],
  ),
  topic(
    'Wärmeplanungsmodell',
    'schätzt den Wärmebedarf je Gebäude für die kommunale Wärmeplanung',
    ['kommunale Wärmeplanung', 'Wärmebedarf', 'Wärmenetz planen'],
    ['Energie', 'predictive', 'Wärmewende', 'Quartier'],
  ),
  topic(
    'Archivtranskription',
    'liest alte Handschriften und macht Urkunden durchsuchbar',
    ['alte Handschriften lesen', 'Stadtarchiv', 'Archivgut digitalisieren'],
    ['Kultur', 'computer_vision', 'Handschrift', 'Digitalisierung'],
  ),
  topic(
    'Bibliotheksempfehlung',
    'schlägt Medien vor und erkennt, was nachbestellt werden soll',
    ['Bücherei', 'Bibliothek mit KI', 'Medienempfehlungen'],
    ['Kultur', 'predictive', 'Ausleihe', 'Stadtbücherei'],
  ),
  topic(
    'Veranstaltungskalender',
    'sammelt Termine von Vereinen und füllt den Kalender der Stadt',
    ['Veranstaltungen sammeln', 'Termine automatisch eintragen', 'Eventkalender'],
    ['Tourismus', 'nlp', 'Vereine', 'Stadtmarketing'],
  ),
  topic(
    'Gästeinformation',
    'schlägt Gästen Ausflüge nach Wetter und Interessen vor',
    ['Touristen informieren', 'Ausflugstipps', 'Tourismus-Assistent'],
    ['Tourismus', 'generative', 'Wandern', 'Gastgeber'],
  ),
  topic(
    'Notrufvorsortierung',
    'unterstützt die Leitstelle beim Erkennen lebensbedrohlicher Lagen',
    ['Leitstelle', 'Notruf mit KI', 'Rettungsdienst'],
    ['Katastrophenschutz', 'nlp', 'Rettungsdienst', 'Leitstelle'],
  ),
  topic(
    'Feuerwehrbedarfsplanung',
    'simuliert Anfahrtszeiten und schlägt Standorte vor',
    ['Feuerwehr', 'Brandschutzbedarfsplan', 'Anfahrtszeiten'],
    ['Katastrophenschutz', 'predictive', 'Feuerwehr', 'Standort'],
  ),
  topic(
    'Waldbrandüberwachung',
    'erkennt Rauch auf Kamerabildern und alarmiert die Leitstelle',
    ['Waldbrand', 'Rauch erkennen', 'Waldbrandfrüherkennung'],
    ['Katastrophenschutz', 'computer_vision', 'Forst', 'Kamera'],
  ),
  topic(
    'Stellungnahmen-Auswertung',
    'fasst Einwendungen zu Bebauungsplänen zusammen und ordnet sie nach Themen',
    ['Bürgerbeteiligung auswerten', 'Bebauungsplan Stellungnahmen', 'Einwendungen sortieren'],
    ['Stadtplanung', 'nlp', 'Beteiligung', 'Bebauungsplan'],
  ),
  topic(
    'Digitaler Zwilling',
    'verbindet Gelände, Gebäude und Sensoren zu einem Modell für Planungen',
    ['digitaler Zwilling', '3D-Stadtmodell', 'Simulation für Stadtplanung'],
    ['Stadtplanung', 'other_digital', 'Stadtmodell', 'Geodaten'],
  ),
];
