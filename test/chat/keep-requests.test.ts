import { describe, expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

function read(message: string) {
  return understand(message, { communes: shippedCommunes, themes: ['Bürgerservice'] });
}

describe('"Sag mir Bescheid"', () => {
  it.each([
    ['Sag mir Bescheid, sobald jemand Drohnen einsetzt', 'Drohnen'],
    ['Sagen Sie mir bitte Bescheid, wenn eine Kommune Drohnen einführt.', 'Drohnen'],
    ['Benachrichtige mich, wenn jemand mit Drohnen arbeitet', 'Drohnen'],
    ['Bitte benachrichtigen Sie mich, sobald es etwas zu Drohnen gibt', 'Drohnen'],
    ['Benachrichtige mich, wenn jemand Drohnen zur Dachinspektion nutzt', 'Drohnen zur Dachinspektion'],
    ['Informier mich über Chatbots', 'Chatbots'],
    ['Informiere mich über Chatbots im Bauamt', 'Chatbots im Bauamt'],
    ['Kannst du mir Bescheid sagen, wenn jemand KI-Protokolle ausprobiert?', 'KI-Protokolle'],
    ['Ich möchte informiert werden, sobald jemand einen Sprachassistenten hat', 'Sprachassistenten'],
    ['Melde dich, falls jemand Schlaglöcher mit Kameras findet', 'Schlaglöcher mit Kameras findet'],
    ['Bescheid, wenn Drohnen kommen', 'Drohnen kommen'],
    ['Schreib mir, wenn es Neues zu Drohnen gibt', 'Drohnen'],
    ['Let me know when someone uses drones', 'drones'],
  ])('"%s" keeps "%s" in mind', (message, sought) => {
    expect(read(message)).toEqual({ kind: 'keep-question', question: { sought, filters: [] } });
  });

  it('takes over what the question is limited to', () => {
    expect(read('Sag mir Bescheid, wenn jemand im Kreis Olpe Drohnen einsetzt')).toEqual({
      kind: 'keep-question',
      question: { sought: 'Drohnen', filters: [{ kind: 'district', districtKey: '05966' }] },
    });
    expect(read('Benachrichtige mich, sobald jemand in Soest etwas einträgt')).toMatchObject({
      kind: 'keep-question',
      question: { sought: '', filters: [{ kind: 'commune' }] },
    });
  });

  it.each([
    'Sag mir Bescheid',
    'Bitte sag mir dann Bescheid',
    'Benachrichtige mich',
    'Benachrichtigen Sie mich dazu',
    'Sag mir Bescheid, wenn das jemand macht',
  ])('"%s" means the question before', (message) => {
    expect(read(message)).toEqual({ kind: 'keep-question' });
  });

  it.each([
    ['Informier mich über Treffen', 'subscriptions'],
    ['Benachrichtigungen für Treffen ausschalten', 'subscriptions'],
    ['Benachrichtigungen', 'subscriptions'],
    ['Melde mich ab', 'stop'],
    ['Wer macht schon Benachrichtigungen per KI?', 'question'],
    ['Wer sagt Bürgern automatisch Bescheid?', 'question'],
    ['Bescheide mit KI erstellen', 'question'],
    ['Wie kann KI einen Bescheid schreiben?', 'question'],
    ['Bescheid', 'question'],
    ['Bescheid zu Bauanträgen', 'question'],
  ])('"%s" is not taken for it', (message, kind) => {
    expect(read(message).kind).toBe(kind);
  });
});
