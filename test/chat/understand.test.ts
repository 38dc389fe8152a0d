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
