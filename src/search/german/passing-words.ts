import { fold } from './fold.ts';
import { stem } from './stem.ts';

/** Words that records on any topic use in passing: of time, place and amount, of doing in general, and of the record itself. */
const passingWords = `
allgemein andere angebot angebote anfang anfangs anliegen art aufgabe aufgaben beginn beginnen beginnt beispiel beispiele
bekommen bereich bereiche besser besteht beste bieten bietet bisher braucht brauchen bringen bringt community daten dauer
dauert direkt drei dritte eigen eigene einfach einfache einsetzen einzelne ende ergebnis ergebnisse erfahrung erfahrungen
erhalten erhält erledigen erledigt erste ersten erster fachleute fall fälle findet finden folgen fortschritt fortschritte
frage fragen frei früher führen führt ganz geben gefährdet geführt gehen geht geeignet gelesen gemeinde gemeinden gemeinsam
gezielt genutzt gleich gmbh groß große gruppe gut halb heute hilft hinweis hoch information informationen intern interne
internen jahr jahre jahren jährlich jeder kommen kommt kommune kommunen kosten kreis kurz kurze land landkreis laufen läuft
laut leicht leichter lesen letzte leute liegen liegt mehr meisten menge mensch menschen methode minute minuten möglich
mögliche monat monate monatlich name namen nehmen nennt nimmt nötig nutzen nutzung ohne ort orte partner person personen
pilot pro prozent prüfen prüft prüfung quelle quellen region regional richten richtet richtig richtung rund runde schnell
schneller schritt schritte schwer schwierig sehen seite seiten selbst senken service sieht sofort sparen spart städte
städtisch städtische statt stehen steht stelle stellen stunde stunden südwestfalen tag tage täglich teil teile teuer uhr
unterlagen verbinden verbindet verschieden verschiedene verstanden verstehen vorbereiten vorbereitet vorgang vorgänge
vorher weg weise weit weiter weitere weniger wichtig woche wochen zahl zahlen zeigen zeigt zeit ziel ziele zuerst zunächst
zusammen zustand zuständig zuständige zwei zweite zweiten
`;

const passingStems = new Set(
  passingWords
    .trim()
    .split(/\s+/)
    .map((word) => stem(fold(word))),
);

/** Whether a stem, shared by two records, still says nothing about what they are about. */
export function isPassingStem(text: string): boolean {
  return passingStems.has(text);
}
