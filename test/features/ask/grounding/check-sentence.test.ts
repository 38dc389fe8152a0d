import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSentence } from '../../../../src/features/ask/grounding/check-sentence.ts';
import type { SentenceProblem } from '../../../../src/features/ask/grounding/check-sentence.ts';
import { toCitedSource } from '../../../../src/features/ask/grounding/cited-source.ts';
import { SentenceCutter } from '../../../../src/features/ask/grounding/cut-sentences.ts';

const telephone = `Telefonassistent für die Bürgerinfo
Der Assistent nimmt Anrufe an und beantwortet einfache Fragen. Produkt: Sprachbox 2. Anbieter: Beispiel Software GmbH.
Menden (Sauerland): im Einsatz seit März 2024. Hemer: Pilot. Kosten: 1.200 € im Monat. 35 % weniger Anrufe.`;
const mail = 'Posteingang sortieren\nKreis Olpe: geplant. Eingehende Schreiben werden den Ämtern zugeordnet.';
const evidence = {
  sources: new Map([
    [1, toCitedSource(telephone)],
    [2, toCitedSource(mail)],
  ]),
  communes: [' menden ', ' hemer ', ' kreis olpe ', ' olpe ', ' wenden ', ' arnsberg '],
};

function problemOf(text: string): SentenceProblem | undefined {
  const cutter = new SentenceCutter();
  const [first, ...more] = [...cutter.add(text), cutter.end()].filter((sentence) => sentence !== undefined);
  if (first === undefined || more.length > 0) {
    throw new Error(`not one sentence: ${text}`);
  }
  return checkSentence(first, evidence);
}

describe('a sentence of a composed answer', () => {
  it.each([
    'Menden nutzt seit März 2024 einen Telefonassistenten [1].',
    'In Menden nimmt die „Sprachbox 2“ der Beispiel Software GmbH Anrufe an [1].',
    'Dort kostet es 1200 Euro im Monat und bringt 35 % weniger Anrufe [1].'.replace('Euro', '€'),
    'Mendens Bürgerinfo und Hemer haben Erfahrungen damit [1].',
    'Außerdem plant der Kreis Olpe, eingehende Schreiben zu sortieren [2].',
    'Zwei Einträge passen zu Ihrer Frage: Anrufe und Posteingang [1][2].',
    'Der Einsatz in Menden läuft seit 03.2024 [1].'.replace('03.2024', '2024'),
    'Beide Fälle sind im Einsatz oder geplant [1][2].',
    'und Hemer hat einen Pilot [1]',
  ])('may say what its sources say: %s', (text) => {
    expect(problemOf(text)).toBeUndefined();
  });

  it.each<readonly [SentenceProblem, string]>([
    ['uncited', 'Menden nutzt einen Telefonassistenten.'],
    ['uncited', 'Menden nutzt einen Telefonassistenten. Hemer nutzt ihn auch [1].'],
    ['uncited', 'Menden nutzt einen Telefonassistenten (Pilot). Das ist gut [1].'],
    ['unknown-source', 'Menden nutzt einen Telefonassistenten [3].'],
    ['unknown-source', 'Menden nutzt einen Telefonassistenten [1][0].'],
    ['address', 'Menden nutzt einen Telefonassistenten, siehe https://menden.example [1].'],
    ['address', 'Menden nutzt einen Telefonassistenten, siehe menden.example [1].'],
    ['address', 'Fragen beantwortet assistent@menden [1].'],
    ['not-plain', 'Menden nutzt **einen** Telefonassistenten [1].'],
    ['not-plain', 'Menden nutzt <b>einen</b> Telefonassistenten [1].'],
    ['not-plain', 'Arns\u200bberg nutzt einen Telefonassistenten [1].'],
    ['not-plain', 'Аrnsberg nutzt einen Telefonassistenten [1].'],
    ['not-plain', 'Ａrnsberg nutzt einen Telefonassistenten [1].'],
    ['not-plain', 'Menden nutzt es seit ２０２３ [1].'],
    ['not-plain', 'Menden nutzt es [hier] ganz sicher [1].'],
    ['commune', 'Arnsberg nutzt einen Telefonassistenten [1].'],
    ['commune', 'Auch arnsberg nutzt einen Telefonassistenten [1].'],
    ['commune', 'Menden nutzt einen Telefonassistenten [2].'],
    ['commune', 'Die Stadt Wenden sortiert Schreiben [2].'],
    ['number', 'Menden nutzt seit 2023 einen Telefonassistenten [1].'],
    ['number', 'Es kostet 1.201 € [1].'],
    ['number', 'Zwölf Kommunen nutzen Anrufe [1].'],
    ['number', 'Einundzwanzig Kommunen nutzen Anrufe [1].'],
    ['number', 'Hunderte Kommunen nutzen Anrufe [1].'],
    ['name', 'Menden nutzt seit April 2024 einen Telefonassistenten [1].'],
    ['name', 'Köln nutzt einen Telefonassistenten [1].'],
    ['name', 'Menden nutzt dafür OpenAI [1].'],
    ['number', 'Menden nutzt dafür die Sprachbox2000 [1].'],
    ['name', 'Menden nutzt dafür die Sprachboxen2 [1].'],
    ['name', 'Siehe Frau Muster [1].'],
  ])('is %s: %s', (problem, text) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('says nothing of a lie that is put into any place of a true one', () => {
    const words = 'In Menden nimmt der Assistent seit März 2024 Anrufe an'.split(' ');
    const lies = fc.constantFrom(
      'Arnsberg',
      'arnsberg',
      'ARNSBERG',
      'Wenden',
      'Köln',
      '2023',
      '99',
      'dreizehn',
      'OpenAI',
      'x.de',
      '<b>',
      'Müller',
      'http://a.b',
      'Juli',
    );
    fc.assert(
      fc.property(lies, fc.nat(words.length), (lie, place) => {
        const text = `${words.toSpliced(place, 0, lie).join(' ')} [1].`;

        expect(problemOf(text)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });
});
