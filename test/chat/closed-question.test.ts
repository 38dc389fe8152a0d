import { describe, expect, it } from 'vitest';
import { toClosedQuestion } from '../../src/chat/understand/closed-question.ts';
import { toFilterKey } from '../../src/domain/filter-keys.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

function read(text: string): string {
  const { sought, filters } = toClosedQuestion(text, { communes: shippedCommunes, themes: ['Schulung'] });
  return [sought, ...filters.map(toFilterKey)].join(' | ');
}

describe('the words in a search box', () => {
  it.each([
    ['Chatbot', 'Chatbot'],
    ['Wer macht schon KI-Telefonassistenz?', 'KI-Telefonassistenz'],
    ['Chatbot nur im Einsatz', 'Chatbot | stage:in_use'],
    ['Chatbot im Kreis Olpe', 'Chatbot | district:05966'],
    ['was gibt es zum Thema Schulung', ' | theme:Schulung'],
  ])('"%s" are a question as in the chat', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['nur im Einsatz', ' | stage:in_use'],
    ['und im Kreis Olpe?', ' | district:05966'],
    ['auch in Olpe', ' | commune:05966024'],
    ['und Chatbots?', 'Chatbots'],
    ['das', 'das'],
  ])('"%s" refer to nothing that was said before', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each(['', '   ', 'Wer', 'wer macht schon', 'alle', 'Übersicht'])('"%s" ask for everything', (text) => {
    expect(read(text)).toBe('');
  });

  it.each(['Datenschutz', 'Hilfe', 'Meine Daten löschen', 'weitere', 'Danke', 'Hallo', 'xxxx', 'du Idiot'])(
    '"%s" are words to look for',
    (text) => {
      expect(read(text)).toBe(text);
    },
  );
});
