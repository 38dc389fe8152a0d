import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { toFilterKey } from '../../src/domain/filter-keys.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const vocabulary = { communes: shippedCommunes, themes: ['Bürgerservice', 'Straßen', 'KI-Strategie'] };

/** An intent in one line: its kind, what is sought, the keys of its filters. */
function inOneLine(message: string): string {
  const intent = understand(message, vocabulary);
  const { sought, filters } = {
    sought: '',
    filters: [],
    ...intent,
    ...('question' in intent && intent.question),
  };
  return [intent.kind, sought, ...filters.map(toFilterKey)].filter((part) => part !== '').join(' | ');
}

describe('a question in everyday German', () => {
  it.each([
    ['Wer macht schon KI-Telefonassistenz?', 'question | KI-Telefonassistenz'],
    ['Gibt es Kommunen, die Anträge mit KI prüfen?', 'question | Anträge mit KI prüfen'],
    ['Kennt jemand Erfahrungen mit digitalen Postausgängen?', 'question | digitalen Postausgängen'],
    ['Hat jemand Erfahrung mit RPA?', 'question | RPA'],
    ['Wer setzt schon Chatbots ein?', 'question | Chatbots'],
    ['RPA?', 'question | RPA'],
    ['KI', 'question | KI'],
    ['Ich suche eine Lösung für die Prüfung von Wohngeldanträgen', 'question | Prüfung von Wohngeldanträgen'],
    ['Wie viele Kommunen nutzen EVA?', 'question | EVA'],
    [
      'Hallo zusammen, kennt jemand ein gutes Werkzeug für Schlaglöcher?',
      'question | gutes Werkzeug für Schlaglöcher',
    ],
    ['Who already uses chatbots?', 'question | chatbots'],
    ['Schlagloch-Erkennung (per Handy)', 'question | Schlagloch-Erkennung (per Handy'],
  ])('%s', (message, expected) => {
    expect(inOneLine(message)).toBe(expected);
  });
});

describe('filters in the words of a question', () => {
  it.each([
    ['Wer nutzt Chatbots im Kreis Olpe?', 'question | Chatbots | district:05966'],
    ['Wer nutzt Chatbots in Olpe?', 'question | Chatbots | commune:05966024'],
    ['Gibt es im HSK schon etwas zu E-Akte?', 'question | E-Akte | district:05958'],
    ['E-Akte in der Stadt Menden', 'question | E-Akte | commune:05962040'],
    ['schlagloch menden', 'question | schlagloch | commune:05962040'],
    [
      'Straßenschäden im Märkischen Kreis außer Menden und Hemer',
      'question | Straßenschäden | district:05962 | without:05962040 | without:05962016',
    ],
    [
      'Welche Gemeinden unter 10.000 Einwohnern haben eine E-Akte im Einsatz?',
      'question | E-Akte | size:-9999 | stage:in_use',
    ],
    [
      'Wer plant einen Chatbot in Städten zwischen 10.000 und 30.000 Einwohnern?',
      'question | Chatbot | size:10000-30000 | stage:planned',
    ],
    ['Wer hat Selbstbedienungsterminals verworfen?', 'question | Selbstbedienungsterminals | stage:rejected'],
    ['Welche kleinen Kommunen nutzen einen Chatbot?', 'question | Chatbot | size:-19999'],
    ['Was gibt es zum Thema Bürgerservice?', 'question | theme:Bürgerservice'],
    ['Was macht Iserlohn?', 'question | commune:05962024'],
    ['An wen kann ich mich wenden?', 'question | wenden'],
    ['Chatbots in Wenden', 'question | Chatbots | commune:05966028'],
  ])('%s', (message, expected) => {
    expect(inOneLine(message)).toBe(expected);
  });
});

describe('a follow-up', () => {
  it.each([
    ['nur produktiv', 'narrow | stage:in_use'],
    ['und im Kreis Olpe?', 'narrow | district:05966'],
    ['unter 20.000 Einwohner', 'narrow | size:-19999'],
    ['bis 20000 Einwohner', 'narrow | size:-20000'],
    ['über 50 Tsd. Einwohner', 'narrow | size:50001-'],
    ['Macht das schon jemand außer Menden?', 'narrow | without:05962040'],
    ['nur mit Bilderkennung', 'narrow | technology:computer_vision'],
    ['wer macht das', 'narrow'],
    ['und Chatbots?', 'instead | Chatbots'],
    ['weitere', 'more'],
    ['zurück', 'back'],
    ['alle', 'widen'],
    ['ohne Filter', 'widen'],
  ])('%s', (message, expected) => {
    expect(inOneLine(message)).toBe(expected);
  });
});

describe('words that are easily taken for something else', () => {
  it.each([
    ['Wer macht so etwas wie einen Chatbot?', 'question | Chatbot'],
    ['Gibt es so was wie Telefonassistenten?', 'question | Telefonassistenten'],
    ['So ein Blödsinn', 'question | Blödsinn'],
    ['im Kreis SO', 'narrow | district:05974'],
    ['Chatbot Menden Menden Menden', 'question | Chatbot | commune:05962040'],
    ['nicht im Kreis Olpe', 'narrow | without:05966000'],
    ['außerhalb vom Kreis Olpe', 'narrow | without:05966000'],
    ['nicht nur Olpe', 'unclear'],
    ['Wer hat ab 2024 einen Chatbot eingeführt?', 'question | ab 2024 einen Chatbot'],
    ['bis 2027 geplant', 'question | bis 2027 | stage:planned'],
    ['Kosten unter 5000 Euro', 'question | unter 5000 Euro'],
    ['PDF mit mehr als 500 Seiten zusammenfassen', 'question | PDF mit mehr als 500 Seiten zusammenfassen'],
    ['Chatbot seit mehr als 500 Tagen', 'question | Chatbot seit mehr als 500 Tagen'],
    ['Chatbots zwischen 10 und 20 Tausend Einwohnern', 'question | Chatbots | size:10000-20000'],
    ['zwischen 30.000 und 10.000', 'narrow | size:10000-30000'],
    ['10.000 bis 20.000 Einwohner', 'narrow | size:10000-20000'],
    ['10.000-20.000 Einwohner', 'narrow | size:10000-20000'],
    ['unter 20k', 'narrow | size:-19999'],
    ['< 20.000', 'narrow | size:-19999'],
    ['unter 99999999999999 Einwohner', 'question | unter 99999999999999 Einwohner'],
    ['Produktivitätstools', 'question | Produktivitätstools'],
    ['Produktivität steigern', 'question | Produktivität steigern'],
    ['produktive Besprechungen', 'question | produktive Besprechungen'],
    ['Abgelehnte Anträge automatisch bearbeiten', 'question | Abgelehnte Anträge automatisch bearbeiten'],
    ['Neu eingestellte Beschäftigte', 'question | Neu eingestellte Beschäftigte'],
    ['Bewerber eingestellt mit KI', 'question | Bewerber eingestellt mit KI'],
    ['KI zum Testen von Software', 'question | KI zum Testen von Software'],
    ['Baustellen planen', 'question | Baustellen planen'],
    ['Dienste planen mit KI', 'question | Dienste planen mit KI'],
    ['geplante Baustellen anzeigen', 'question | geplante Baustellen anzeigen'],
    ['Apps entwickeln', 'question | Apps entwickeln'],
    ['Live-Übersetzung von Gesprächen', 'question | Live-Übersetzung von Gesprächen'],
    ['Wir haben einen Chatbot geplant', 'question | Chatbot geplant'],
    ['Wir planen einen Chatbot', 'question | planen einen Chatbot'],
    ['Wir haben geplant, Drohnen einzusetzen', 'question | geplant, Drohnen einzusetzen'],
    ['Wer in Südwestfalen hat einen Chatbot?', 'question | Chatbot'],
    ['Chatbot in Südwestfalen', 'question | Chatbot'],
    ['Wer im Sauerland nutzt Chatbots?', 'question | Chatbots'],
    ['Chatbots in meiner Nähe', 'question | Chatbots'],
    ['Bitte meine Daten löschen', 'erase-my-data'],
    ['Lösche meine Daten bitte', 'erase-my-data'],
    ['Lösch alles', 'erase-my-data'],
    ['was weißt du über mich?', 'my-data'],
    ['Welche Daten speicherst du?', 'privacy'],
    ['DSGVO Auskunft', 'my-data'],
    ['Meine Kommune ist Olpe', 'choose-commune'],
    ['Was gibt es alles?', 'question'],
    ['Zeig mir alles', 'widen'],
    ['Alle Anwendungsfälle', 'question'],
    ['Wie viele Anwendungsfälle gibt es?', 'question'],
    ['Übersicht', 'question'],
    ['Nein', 'unclear'],
    ['Ja', 'unclear'],
    ['ja bitte', 'unclear'],
    ['doch nicht', 'unclear'],
    ['Tschüss', 'farewell'],
    ['Schönen Feierabend', 'farewell'],
    ['Wie geht es dir?', 'identity'],
    ['Kannst du mir helfen?', 'help'],
    ['ich brauche Hilfe', 'help'],
    ['hilf mir bitte', 'help'],
    ['Was kannst du alles?', 'help'],
    ['Bist du eine KI?', 'identity'],
    ['Vielen Dank für die schnelle Hilfe', 'thanks'],
    ['danke dir, super Sache', 'thanks'],
    ['👍', 'thanks'],
    ['❤️', 'thanks'],
    ['auch Soest', 'also | commune:05974040'],
    ['und auch geplante', 'also | stage:planned'],
    ['weiter bitte', 'more'],
    ['mehr bitte', 'more'],
    ['Zeige weitere', 'more'],
    ['nächste Seite bitte', 'more'],
    ['zurück bitte', 'back'],
    ['zeig alle', 'widen'],
    ['filter zurücksetzen', 'widen'],
    ['Und was macht Probstadt?', 'instead | Probstadt'],
    ['wie sieht es in Soest aus?', 'question | commune:05974040'],
    ['was kostet das?', 'narrow'],
    ['nein, ich meinte Telefon', 'question | Telefon'],
    ['Wer hat nen Chatbot am laufen?', 'question | Chatbot'],
    ['gibts in Olpe eine E-Akte?', 'question | E-Akte | commune:05966024'],
    [
      "Gibt's schon wen, der Schlaglöcher automatisch erkennt?",
      'question | Schlaglöcher automatisch erkennt',
    ],
    ['Frage: Wer hat einen Chatbot', 'question | Chatbot'],
    ['Chatbot - wer', 'question | Chatbot'],
    ['Mein Chef möchte wissen, ob andere Kommunen einen Chatbot haben', 'question | Chatbot'],
    ['Hätte jemand Lust auf Austausch zu Chatbots', 'question | Chatbots'],
    ['Thema Chatbot', 'question | Chatbot'],
    ['Kreis Siegen', 'narrow | district:05970'],
    ['Kreisverwaltung Olpe', 'narrow | district:05966'],
    ['Olper Kreis', 'narrow | district:05966'],
    ['im Soester Kreis', 'narrow | district:05974'],
    ['im Märkischem Kreis', 'narrow | district:05962'],
    ['Chatbot in Berleburg', 'question | Chatbot | commune:05970004'],
    ['Wenden', 'narrow | commune:05966028'],
    ['district of Olpe', 'narrow | district:05966'],
    ['Wer hat seinen Chatbot wieder abgeschafft?', 'question | Chatbot | stage:retired'],
    ['Wer ist mit Chatbots gescheitert?', 'question | Chatbots | stage:rejected | stage:retired'],
    ['nur geplante', 'narrow | stage:planned'],
    ['geplante Projekte', 'narrow | stage:planned'],
    ['Wer plant einen Chatbot?', 'question | Chatbot | stage:planned'],
    ['Gibt es Kommunen, die Anträge mit KI prüfen?', 'question | Anträge mit KI prüfen'],
    ['Chatbots im Test', 'question | Chatbots | stage:pilot'],
    ['nur live', 'narrow | stage:in_use'],
    ['Was wurde eingestellt?', 'question | stage:retired'],
    ['Karte', 'question | Karte'],
    ['Hallo Bot, danke', 'question | Bot'],
    ['und was macht Olpe?', 'narrow | commune:05966024'],
  ])('%s', (message, expected) => {
    expect(inOneLine(message)).toBe(expected);
  });
});

describe('long texts', () => {
  it('are searched for the sentence that asks', () => {
    const mail = `Von: Max Muster\nBetreff: AW: Termin\n\n${'Guten Tag, wie besprochen. '.repeat(12)}\nHat jemand Erfahrung mit Chatbots? Viele Grüße`;

    expect(inOneLine(mail)).toBe('question | Chatbots');
  });

  it('keep ten filters at most, each once', () => {
    const intent = understand('Menden Olpe Hemer Siegen '.repeat(100) + 'Chatbot', vocabulary);

    expect(intent).toMatchObject({ kind: 'question', question: { filters: { length: 4 } } });
  });
});

describe('everything else people write', () => {
  it.each([
    ['Hallo', 'greeting'],
    ['Guten Morgen!', 'greeting'],
    ['vielen Dank, das hilft mir weiter', 'thanks'],
    ['ok', 'thanks'],
    ['Hilfe', 'help'],
    ['?', 'help'],
    ['Was kannst du?', 'help'],
    ['Datenschutz', 'privacy'],
    ['Meine Daten', 'my-data'],
    ['meine daten löschen', 'erase-my-data'],
    ['Meine Kommune', 'choose-commune'],
    ['du bist ein Idiot', 'insult'],
    ['scheiß Bot!!!', 'insult'],
    ['asdfgh qwertz', 'nonsense'],
    ['😀', 'nonsense'],
    ['…', 'nonsense'],
    ['12', 'nonsense'],
    ['wer macht schon', 'unclear'],
  ])('%s', (message, expected) => {
    expect(inOneLine(message)).toBe(expected);
  });

  it('takes what a town collects for no insult', () => {
    expect(['Müll', 'Schrott'].map((text) => understand(text, vocabulary).kind)).toEqual([
      'question',
      'question',
    ]);
  });

  it('takes an insult beside a real question as a question', () => {
    expect(inOneLine('Wer nutzt einen Chatbot gegen dumme Fragen?')).toBe(
      'question | Chatbot gegen dumme Fragen',
    );
  });

  it('understands any text as something, always the same, and never holds on to more than 200 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (message) => {
        const intent = understand(message, vocabulary);

        const sought = intent.kind === 'question' ? intent.question.sought : '';
        expect(understand(message, vocabulary)).toEqual(intent);
        expect(sought.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
