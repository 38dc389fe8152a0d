import { describe, expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const vocabulary = { communes: shippedCommunes, themes: [] };
const meant = (message: string) => understand(message, vocabulary);

describe('asking the community', () => {
  it.each([
    'Community fragen',
    'community fragen bitte',
    'Ich möchte die Community fragen',
    'Frag die Community',
    'Kannst du die Community fragen?',
    'Anfrage an die Community',
    'Anfrage an die Community stellen',
    'Anfrage stellen',
    'Neue Anfrage',
    'Frage an die Community',
  ])('"%s" opens the form', (message) => {
    expect(meant(message)).toEqual({ kind: 'new-inquiry' });
  });

  it.each([
    ['Frag die Community: wer nutzt Drohnen?', 'Wer nutzt Drohnen?'],
    ['Frag bitte mal die Community, wer Drohnen nutzt', 'Wer Drohnen nutzt'],
    ['Frag die Community wer Drohnen nutzt', 'Wer Drohnen nutzt'],
    ['Community fragen: Wie prüft ihr 10-20 Anträge?', 'Wie prüft ihr 10-20 Anträge?'],
    ['Frag die Community: [x](https://evil.example)', '[x](https://evil.example)'],
  ])('"%s" takes the question over as it was written', (message, asked) => {
    expect(meant(message)).toEqual({ kind: 'new-inquiry', asked });
  });

  it('takes over no more than a question may have', () => {
    const intent = meant(`Frag die Community: ${'x'.repeat(5000)}`);

    expect(intent).toMatchObject({ kind: 'new-inquiry', asked: expect.stringMatching(/^Xx{298}…$/) });
  });

  it.each(['Meine Anfragen', 'Zeig mir meine Anfragen', 'meine anfrage'])(
    '"%s" lists the own ones',
    (message) => {
      expect(meant(message)).toEqual({ kind: 'own-inquiries' });
    },
  );

  it.each([
    'Anfragen',
    'Alle Anfragen',
    'Offene Anfragen',
    'Welche Anfragen gibt es?',
    'Anfragen an die Community',
  ])('"%s" lists them', (message) => {
    expect(meant(message)).toEqual({ kind: 'inquiries' });
  });
});

it.each([
  'Wer beantwortet Anfragen mit KI?',
  'Chatbot für Bürgeranfragen',
  'Liebe Community, wer nutzt Drohnen?',
  'Frage an die Community: Wer nutzt Drohnen?',
  'Was gibt es zu Anfragen?',
  'Welche Kommune beantwortet die Fragen der Community mit KI?',
  'Fragen der Community zu Drohnen',
  'Wer macht schon Community Management?',
])('"%s" is a question to the records', (message) => {
  expect(meant(message).kind).toBe('question');
});
