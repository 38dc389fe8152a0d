import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** Words that go with almost any topic of a municipality, and verbs that say only that something is done. */
const weakWords = `
amt ämter anbieten annehmen annimmt anwendung anwendungen app automatisch automatische automatischen automatischer
automatisches automatisiert automatisierte automatisierten automatisierung beantworten beantwortet bearbeiten
bearbeitet bearbeitung behörde behörden bürger bürgerin bürgerinnen bürgern digital digitale digitalem digitalen
digitaler digitales digitalisieren digitalisiert digitalisierung einführen einführung einsatz elektronisch
elektronische elektronischen elektronischer elektronisches erfassen erfasst erfassung erkannt erkennen erkennt
erkennung erstellen erstellt erstellung hilfe intelligent intelligente intelligenten intelligenter intelligentes
kommunal kommunale kommunalen kommunaler kommunales kreisverwaltung lösung lösungen management mitarbeitende
mitarbeiter mitarbeiterin mitarbeiterinnen modern moderne modernen moderner neu neue neuen neuer neues online programm
programme projekt projekte rathaus rathäuser schreiben schreibt smart smarte smarten smarter software stadt
stadtverwaltung system systeme technik tool tools unterstützen unterstützt unterstützung verarbeiten verarbeitet
verarbeitung verfahren verwalten verwaltung verwaltungen virtuell virtuelle virtuellen virtueller web werkzeug
werkzeuge
`;

const weakStems = new Set(
  weakWords
    .trim()
    .split(/\s+/)
    .map((word) => stem(fold(word))),
);

/** Whether a stem says little about a topic: a record that has nothing else of a question does not answer it. */
export function isWeakStem(text: string): boolean {
  return weakStems.has(text);
}
