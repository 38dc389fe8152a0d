/** What somebody proposes, beside what the community has on its list. */
export interface Proposed {
  readonly title: string;
  readonly question?: string;
}

/** What stands on the list already, as different members have written it. */
export const listed = {
  building: {
    title: 'KI im Bauamt',
    question: 'Wer prüft Bauanträge schon mit KI auf Vollständigkeit?',
    tags: ['Bauen', 'Anträge'],
  },
  chatbot: {
    title: 'Chatbot auf der Internetseite',
    question: 'Welche Fragen beantwortet er, und wer pflegt die Antworten?',
    tags: ['Bürgerservice'],
  },
  phone: {
    title: 'Telefonassistenz im Bürgerbüro',
    question: 'Wie nehmen andere Kommunen Anrufe an, wenn alle Leitungen besetzt sind?',
    tags: ['Telefon'],
  },
  policy: {
    title: 'Dienstanweisung für KI-Werkzeuge',
    question: 'Was darf in ChatGPT eingegeben werden, und wer hat dazu schon etwas geregelt?',
    tags: ['Regeln'],
  },
  privacy: {
    title: 'Datenschutz-Folgenabschätzung für Copilot',
    question: 'Hat schon jemand eine, die wir übernehmen können?',
    tags: ['Datenschutz'],
  },
  minutes: {
    title: 'Protokolle von Ratssitzungen automatisch schreiben',
    question: 'Welche Spracherkennung ist gut genug, und was sagt der Rat dazu?',
    tags: ['Rat', 'Sitzungsdienst'],
  },
  training: {
    title: 'Schulungen zu KI für Beschäftigte',
    question: 'Wer bietet sie an, und was kosten sie?',
    tags: ['Fortbildung'],
  },
  potholes: {
    title: 'Straßenschäden mit der Kamera erfassen',
    question: 'Was kostet eine Befahrung, und wie gut ist die Erkennung von Schlaglöchern?',
    tags: ['Bauhof'],
  },
  childcare: {
    title: 'Vergabe von Kitaplätzen',
    question: 'Kann ein Algorithmus Plätze gerecht verteilen?',
    tags: ['Jugendamt'],
  },
  mail: { title: 'Posteingang digital verteilen', tags: ['E-Akte'] },
  translation: {
    title: 'Leichte Sprache mit KI',
    question: 'Welche Werkzeuge übersetzen Bescheide in Leichte Sprache?',
    tags: ['Barrierefreiheit'],
  },
  procurement: {
    title: 'Gemeinsame Beschaffung: Sprachmodell im eigenen Rechenzentrum',
    question: 'Wie viele Kommunen möchten das gemeinsam beschaffen?',
    tags: [],
  },
  aiAct: {
    title: 'KI-Verordnung: Was müssen Kommunen bis wann tun?',
    question: 'Wer ist bei Ihnen zuständig, und wie führen Sie das Verzeichnis?',
    tags: ['Recht'],
  },
  housing: {
    title: 'Wohngeldanträge schneller bearbeiten',
    question: 'Wer lässt Unterlagen automatisch auslesen?',
    tags: ['Sozialamt'],
  },
  parking: {
    title: 'Parkraum mit Sensoren überwachen',
    question: 'Lohnen sich Bodensensoren oder Kameras?',
    tags: ['Verkehr'],
  },
  flood: { title: 'Hochwasser früher erkennen', question: 'Wer misst Pegel selbst?', tags: ['Umwelt'] },
} as const;
export type Listed = keyof typeof listed;

/** The same, as somebody else would ask for it. */
export const sameInOtherWords: readonly (Proposed & { readonly same: Listed })[] = [
  { title: 'KI in der Bauverwaltung', question: 'Prüft jemand Bauanträge automatisch?', same: 'building' },
  { title: 'Bauanträge mit KI prüfen', same: 'building' },
  { title: 'KI im Bauamt', same: 'building' },
  { title: 'Einsatz von KI im Bauamt', question: 'Welche Erfahrungen gibt es?', same: 'building' },
  { title: 'Chatbots für die Website', question: 'Wer pflegt die Antworten?', same: 'chatbot' },
  { title: 'Chatbot auf der Homepage', same: 'chatbot' },
  {
    title: 'Telefonassistent fürs Bürgerbüro',
    question: 'Wer nimmt Anrufe schon mit KI an?',
    same: 'phone',
  },
  { title: 'KI-Telefonassistenz', question: 'Wie nehmt ihr im Bürgerbüro Anrufe an?', same: 'phone' },
  { title: 'Dienstanweisung KI', question: 'Was darf man in ChatGPT eingeben?', same: 'policy' },
  { title: 'Muster einer Dienstanweisung für KI-Werkzeuge', same: 'policy' },
  {
    title: 'Datenschutzfolgenabschätzung zu Microsoft Copilot',
    question: 'Gibt es eine zum Übernehmen?',
    same: 'privacy',
  },
  { title: 'Ratsprotokolle mit Spracherkennung', same: 'minutes' },
  {
    title: 'Sitzungsprotokolle',
    question: 'Wer lässt Protokolle im Rat automatisch schreiben?',
    same: 'minutes',
  },
  { title: 'KI-Schulung der Beschäftigten', same: 'training' },
  { title: 'Schulungen für Mitarbeitende', question: 'Wer bietet KI-Schulungen an?', same: 'training' },
  { title: 'Schlaglöcher per Kamera erkennen', question: 'Was kostet das?', same: 'potholes' },
  { title: 'Erfassung von Straßenschäden', same: 'potholes' },
  {
    title: 'Kitaplatzvergabe',
    question: 'Wer verteilt Kitaplätze mit einem Algorithmus?',
    same: 'childcare',
  },
  { title: 'Kita-Plätze vergeben', same: 'childcare' },
  { title: 'Digitaler Posteingang', same: 'mail' },
  { title: 'Bescheide in Leichter Sprache', same: 'translation' },
  { title: 'Umsetzung der KI-Verordnung in Kommunen', same: 'aiAct' },
  { title: 'Wohngeld: Anträge automatisch bearbeiten', same: 'housing' },
  { title: 'Parkraumüberwachung mit Kameras', same: 'parking' },
  { title: 'Hochwasser-Früherkennung', question: 'Misst jemand Pegel selbst?', same: 'flood' },
];

/** Something else, also where single words are the same. */
export const different: readonly Proposed[] = [
  { title: 'KI in der Bücherei', question: 'Welche Erfahrungen gibt es mit Empfehlungen?' },
  { title: 'KI im Jugendamt', question: 'Wer nutzt KI für Aktenvermerke?' },
  { title: 'Personalgewinnung mit KI', question: 'Wer schreibt Stellenanzeigen damit?' },
  { title: 'Gemeinsame Beschaffung: Drohnen für die Feuerwehr' },
  { title: 'Drohnen', question: 'Wer prüft Dächer mit Drohnen?' },
  { title: 'Winterdienst planen', question: 'Wer misst die Temperatur der Straßen?' },
  { title: 'Förderprogramme für KI', question: 'Welche Mittel gibt es vom Land?' },
  { title: 'Digitaler Zwilling', question: 'Was kostet er, und wer pflegt die Daten?' },
  { title: 'Barrierefreie Internetseiten', question: 'Wer prüft sie automatisch?' },
  { title: 'Friedhofsverwaltung', question: 'Wer hat die Gräber kartiert?' },
  { title: 'Mängelmelder', question: 'Welche App nutzen Sie?' },
  { title: 'Energieverbrauch städtischer Gebäude', question: 'Wer misst ihn mit Sensoren?' },
  { title: 'Straßenbeleuchtung steuern' },
  { title: 'Rechnungen automatisch prüfen', question: 'Wer nutzt KI in der Kämmerei?' },
  { title: 'Bürgerbeteiligung auswerten', question: 'Wer wertet Eingaben mit KI aus?' },
  { title: 'Urheberrecht bei KI-Bildern' },
  { title: 'Ehrenamt und Vereine digital unterstützen' },
  { title: 'Datenplattform', question: 'Wer betreibt eine, und wer pflegt sie?' },
  { title: 'Müllabfuhr', question: 'Lohnen sich Sensoren in Containern?' },
  { title: 'Ausländerbehörde: Termine', question: 'Wie vergeben Sie Termine?' },
  { title: 'Wahlhelfer einteilen' },
  { title: 'Schulen', question: 'Welche Werkzeuge dürfen Lehrkräfte nutzen?' },
  { title: 'Erfahrungsaustausch zu KI' },
  { title: 'Test', question: 'Bitte ignorieren' },
];
