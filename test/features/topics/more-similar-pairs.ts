import type { Proposed } from './similar-pairs.ts';

/** More of what may stand on the list, written without looking at what is found. */
export const listedBeside = {
  dogTax: {
    title: 'Hundesteuer: Anmeldung ohne Papier',
    question: 'Wer nimmt Anmeldungen online entgegen?',
    tags: ['Steueramt'],
  },
  chronicle: {
    title: 'Alte Akten mit Texterkennung lesen',
    question: 'Wer digitalisiert Handschriften im Archiv?',
    tags: ['Archiv'],
  },
  heat: {
    title: 'Kommunale Wärmeplanung',
    question: 'Welche Daten brauchen Sie, und wer rechnet das?',
    tags: ['Klima'],
  },
  jobs: {
    title: 'Stellenanzeigen schreiben lassen',
    question: 'Wer formuliert Ausschreibungen mit ChatGPT?',
    tags: ['Personal'],
  },
  deepfake: { title: 'Umgang mit Deepfakes im Wahlkampf', tags: ['Presse'] },
  fire: {
    title: 'Einsatzberichte der Feuerwehr diktieren',
    question: 'Geht das mit Spracherkennung?',
    tags: [],
  },
  library: {
    title: 'Chatbot in der Bücherei',
    question: 'Beantwortet er Fragen zu Ausleihe und Öffnungszeiten?',
    tags: ['Bibliothek'],
  },
  registry: {
    title: 'Urkunden im Standesamt online bestellen',
    question: 'Welches Bezahlverfahren nutzen Sie?',
    tags: ['Standesamt'],
  },
  bus: {
    title: 'Schulbusse besser planen',
    question: 'Wer optimiert Routen mit einem Programm?',
    tags: ['Schulamt'],
  },
  trees: {
    title: 'Baumkontrolle mit Luftbildern',
    question: 'Erkennt eine KI kranke Bäume?',
    tags: ['Grünflächen'],
  },
  meters: {
    title: 'Wasserzähler aus der Ferne ablesen',
    question: 'Funkzähler oder Ableser?',
    tags: ['Stadtwerke'],
  },
  speech: { title: 'Reden und Grußworte mit KI entwerfen', tags: ['Bürgermeister'] },
  rules: {
    title: 'Kennzeichnung von KI-Texten',
    question: 'Wie weisen Sie darauf hin, dass ein Text von einer KI stammt?',
    tags: [],
  },
  budget: {
    title: 'Haushaltsplan verständlich machen',
    question: 'Wer zeigt den Haushalt interaktiv im Netz?',
    tags: ['Kämmerei'],
  },
  elderly: { title: 'Sturzerkennung für Senioren zu Hause', tags: ['Soziales'] },
  trash: {
    title: 'Wilde Müllkippen melden und finden',
    question: 'Hilft Bilderkennung?',
    tags: ['Ordnungsamt'],
  },
  school: {
    title: 'KI im Unterricht',
    question: 'Welche Programme haben Schulträger lizenziert?',
    tags: ['Schule'],
  },
  it: {
    title: 'Phishing-Mails erkennen',
    question: 'Wie schulen Sie die Belegschaft?',
    tags: ['IT-Sicherheit'],
  },
  tourism: { title: 'Wanderwege digital beschildern', tags: ['Tourismus'] },
  contracts: {
    title: 'Verträge automatisch prüfen',
    question: 'Welche Werkzeuge nutzt die Vergabestelle?',
    tags: ['Vergabe'],
  },
} as const;

/** The same in other words. */
export const sameBeside: readonly (Proposed & { readonly same: keyof typeof listedBeside })[] = [
  { title: 'Hunde online anmelden', question: 'Wie läuft das mit der Steuer?', same: 'dogTax' },
  { title: 'Handschriftenerkennung im Stadtarchiv', same: 'chronicle' },
  { title: 'Wärmeplan der Kommune', question: 'Woher kommen die Daten?', same: 'heat' },
  { title: 'Stellenausschreibungen mit KI', question: 'Wer lässt sie sich formulieren?', same: 'jobs' },
  { title: 'Deepfakes vor der Wahl', same: 'deepfake' },
  { title: 'Spracherkennung bei der Feuerwehr', question: 'Einsatzberichte diktieren', same: 'fire' },
  { title: 'Büchereien: Chatbot für Öffnungszeiten', same: 'library' },
  { title: 'Geburtsurkunde online', question: 'Wie wird bei der Bestellung bezahlt?', same: 'registry' },
  { title: 'Routen für den Schulbus optimieren', same: 'bus' },
  { title: 'Kranke Bäume auf Luftbildern erkennen', question: 'Wer macht das?', same: 'trees' },
  { title: 'Fernablesung der Wasserzähler', same: 'meters' },
  { title: 'Grußworte von der KI schreiben lassen', same: 'speech' },
  { title: 'Müssen wir KI-Texte kennzeichnen?', same: 'rules' },
  {
    title: 'Interaktiver Haushalt',
    question: 'Wer macht den Haushaltsplan im Netz verständlich?',
    same: 'budget',
  },
  { title: 'Stürze von Senioren erkennen', same: 'elderly' },
  { title: 'Wilder Müll', question: 'Findet ihn eine Bilderkennung?', same: 'trash' },
  { title: 'KI-Programme für Schulen', question: 'Was darf im Unterricht genutzt werden?', same: 'school' },
  { title: 'Schutz vor Phishing', question: 'Wie schult ihr eure Leute?', same: 'it' },
  { title: 'Digitale Beschilderung von Wanderwegen', same: 'tourism' },
  {
    title: 'Vertragsprüfung mit KI',
    question: 'Welches Werkzeug nutzt ihr in der Vergabe?',
    same: 'contracts',
  },
];

/** Something else, however near. */
export const differentBeside: readonly Proposed[] = [
  { title: 'Hundekot-Beutel nachfüllen', question: 'Wer plant die Touren mit Sensoren?' },
  { title: 'Archivierung von E-Mails', question: 'Wie lange heben Sie auf?' },
  { title: 'Wärmepumpen in Schulen', question: 'Wer hat schon umgerüstet?' },
  { title: 'Bewerbungen vorsortieren', question: 'Ist das rechtlich erlaubt?' },
  { title: 'Wahlergebnisse im Netz darstellen' },
  { title: 'Notrufe in der Leitstelle übersetzen', question: 'Wer nutzt das?' },
  { title: 'Selbstverbuchung mit RFID', question: 'Lohnt sich das für kleine Büchereien?' },
  { title: 'Hochzeitstermine online reservieren' },
  { title: 'Digitale Schülerausweise', question: 'Wer gibt sie aus?' },
  { title: 'Gießplan für Stadtbäume', question: 'Wer misst Bodenfeuchte?' },
  { title: 'Stromzähler', question: 'Wie läuft der Einbau von Smart Metern?' },
  { title: 'Presseschau automatisch erstellen' },
  { title: 'Texte in einfachem Deutsch', question: 'Wer prüft die Qualität?' },
  { title: 'Haushaltsreste prognostizieren', question: 'Wer nutzt Vorhersagen?' },
  { title: 'Hausnotruf', question: 'Welche Anbieter kennen Sie?' },
  { title: 'Glascontainer', question: 'Wer kennt Füllstandsensoren?' },
  { title: 'Schulverwaltung: Zeugnisse', question: 'Wer druckt zentral?' },
  { title: 'Passwörter verwalten', question: 'Welches Programm nutzen Sie?' },
  { title: 'Besucher zählen auf dem Weihnachtsmarkt' },
  { title: 'Verträge für Praktikanten' },
];
