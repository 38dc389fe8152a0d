import { fold } from './fold.ts';
import { isStopWord } from './stop-words.ts';
import { stem } from './stem.ts';

/** Nouns by which any answer may speak of records, whatever is in them. */
const plainNouns = `
Angabe Angaben Anwendungsfall Anwendungsfälle Anwendungsfällen Beispiel Beispiele Bereich Bereiche Bereichen Eintrag Einträge
Einträgen Erfahrung Erfahrungen Euro Fall Fälle Fällen Frage Fragen Gemeinde Gemeinden Information Informationen Kommune Kommunen Prozent Sie
Ihnen Ihr Ihre Ihrem Ihren Ihrer Stadt Städte Städten Thema Themen Verwaltung Verwaltungen
`;

/** Words that a sentence may begin with, besides function words. */
const beginnings = `
aktuell allerdings anschließend außerdem bereits bisher dabei dafür daneben darüber dazu dort ebenfalls ebenso eine einige einzelne
ergänzend ferner genutzt hier hierfür insgesamt jedoch künftig laut mehrere möglich noch nutzen nutzt schon seitdem sowohl später
stattdessen teilweise trotzdem weitere weiterhin zudem zugleich zunächst zusätzlich zuvor
`;

const wordsOf = (text: string) => text.trim().split(/\s+/).map(fold);
const nounStems = new Set(wordsOf(plainNouns).map(stem));
const beginningWords = new Set(wordsOf(beginnings));

/** Whether a folded word that is written with a capital letter names nothing: it may stand in any answer. */
export function isPlainWord(folded: string, beginsSentence: boolean): boolean {
  return (
    nounStems.has(stem(folded)) || (beginsSentence && (isStopWord(folded) || beginningWords.has(folded)))
  );
}
