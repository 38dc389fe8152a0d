import { checkSentence } from '../../../../src/features/ask/grounding/check-sentence.ts';
import type { Evidence, SentenceProblem } from '../../../../src/features/ask/grounding/check-sentence.ts';
import { toCitedSource } from '../../../../src/features/ask/grounding/cited-source.ts';
import { SentenceCutter } from '../../../../src/features/ask/grounding/cut-sentences.ts';

/** As the model gets to read a record. */
const telephone = `Telefonassistent für die Bürgerinfo
Der Assistent nimmt Anrufe an und beantwortet einfache Fragen. Notrufe nimmt er nicht an. Im ersten Jahr gab es 35 % weniger Anrufe.
Menden (Sauerland): im Einsatz seit März 2024
Hemer: Pilot
Produkt: Sprachbox 2
Anbieter: Beispiel Software GmbH
Kosten: Betrieb 1.200 € im Monat (Stand 01.04.2025)
Was gut lief: Einführung ohne Schulung in zehn Wochen, 12 000 Dialoge in über 20 Ämtern`;
const mail = `Posteingang sortieren
Eingehende Schreiben werden den Ämtern zugeordnet.
Kreis Olpe: geplant
Arnsberg: eingestellt seit Juni 2023
Produkt: Postfuchs`;

export const evidence: Evidence = {
  sources: new Map([
    [1, toCitedSource(telephone)],
    [2, toCitedSource(mail)],
  ]),
  communes: [
    ' menden ',
    ' hemer ',
    ' kreis olpe ',
    ' olpe ',
    ' wenden ',
    ' arnsberg ',
    ' maerkischer kreis ',
  ],
};

/** Of an answer that consists of these words: the first problem; undefined: all of it may be shown. */
export function problemOf(answer: string): SentenceProblem | undefined {
  const cutter = new SentenceCutter();
  const sentences = [...cutter.add(answer), cutter.end()].filter((sentence) => sentence !== undefined);
  for (const sentence of sentences) {
    const problem = checkSentence(sentence, evidence);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}
