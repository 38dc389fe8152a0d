import { fold } from './fold.ts';
import { stem } from './stem.ts';

const functionWords = `
aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin bis
bist da dabei dadurch dafür damit dann daran darauf darüber darum das dass dasselbe davon dazu dein deine deinem deinen
deiner dem den denn der deren des dessen deshalb dich die dies diese dieselbe diesem diesen dieser dieses dir doch dort du
durch ein eine einem einen einer eines einige einigem einigen einiger einiges er es etwa etwas euch euer eure eurem euren
eurer für gegen gerade hab habe haben habt hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer
ihres im in indem ins ist ja je jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kannst kein keine
keinem keinen keiner keines können könnte könnten man manche manchem manchen mancher mein meine meinem meinen meiner meines
mich mir mit muss müssen musste nach neben nicht nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner
seines seit selbst sich sie sind so solche solchem solchen solcher soll sollen sollte sollten sondern sonst über um und uns
unser unsere unserem unseren unserer unter viel viele vom von vor war waren warst was weil welche welchem welchen welcher
welches wenn wer werde werden wie wieder will wir wird wo woher wohin worauf wodurch womit wozu wollen wollte wurde wurden
würde würden während warum wann wem wen wessen weshalb wieso zu zum zur zwar zwischen bzw etc usw
`;

const questionWords = `
anderswo beispiele bekannt benutzt bereits bitte brauche brauchen damen eigentlich einsetzen einsetzt eingesetzt erfahrung erfahrungen finde finden freundliche freundlichen funktioniert geehrte
gemacht gemeinden gern gerne gibt grüße hallo haltet herren hätte hätten irgendjemand irgendwer irgendwo jemand jemanden kennen kennt
kommune kommunen läuft macht machen mal möchte möchten nutzen nutzt sagen städte suche suchen sucht verwenden verwendet
vielleicht weiß wissen zeig zeige zeigen
`;

const questionWordSet = new Set(wordsOf(questionWords));
const stopWords = new Set([...wordsOf(functionWords), ...questionWordSet]);
const stopStems = new Set([...stopWords].map(stem));

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/).map(fold);
}

/** Whether a folded word says nothing about a topic: function words and the words questions of colleagues are wrapped in. */
export function isStopWord(folded: string): boolean {
  return stopWords.has(folded);
}

/** Whether a folded word only wraps a question ("Wer kennt …?"); such words are not even looked for. */
export function isQuestionWord(folded: string): boolean {
  return questionWordSet.has(folded);
}

/** Whether a stem is that of a stop word; "aus" and "weis" are no parts of "Ausweis". */
export function isStopStem(text: string): boolean {
  return stopStems.has(text);
}
