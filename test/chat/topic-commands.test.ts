import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const vocabulary = { communes: shippedCommunes, themes: ['Schulung'] };
const meant = (message: string) => understand(message, vocabulary);

describe('proposing a topic', () => {
  it.each([
    'Thema vorschlagen',
    'thema vorschlagen bitte',
    'Ich möchte ein Thema vorschlagen',
    'Wie kann ich ein Thema einreichen?',
    'Themen vorschlagen',
    'Thema für das nächste Treffen vorschlagen',
    'Themenwunsch',
    'Themenvorschlag',
    'Themenwunsch abgeben',
    'Neues Thema',
    'neuer Themenwunsch',
    'Thema vorschlagen:',
    'Themenwunsch: ?',
  ])('"%s" opens the form', (message) => {
    expect(meant(message)).toEqual({ kind: 'propose-topic' });
  });

  it.each([
    ['Thema: KI im Bauamt', 'KI im Bauamt'],
    ['thema : ki im bauamt', 'Ki im bauamt'],
    ['Thema - KI im Bauamt', 'KI im Bauamt'],
    ['Thema: Was darf in ChatGPT eingegeben werden?', 'Was darf in ChatGPT eingegeben werden?'],
    ['Thema vorschlagen: KI im Bauamt', 'KI im Bauamt'],
    ['Thema vorschlagen KI im Bauamt', 'KI im Bauamt'],
    ['Bitte Thema vorschlagen: „KI im Bauamt“', 'KI im Bauamt'],
    ['Themenvorschlag: KI im Bauamt', 'KI im Bauamt'],
    ['Themenvorschlag fürs nächste Treffen: KI im Bauamt', 'KI im Bauamt'],
    ['Mein Themenvorschlag: KI im Bauamt', 'KI im Bauamt'],
    ['Themenwunsch KI im Bauamt', 'KI im Bauamt'],
    ['Ich hätte gern das Thema KI im Bauamt', 'KI im Bauamt'],
    ['Ich hätte gerne das Thema KI im Bauamt.', 'KI im Bauamt'],
    ['Ich haette gern das Thema "KI im Bauamt"', 'KI im Bauamt'],
    ['Ich wünsche mir das Thema KI im Bauamt', 'KI im Bauamt'],
    ['Ich schlage das Thema KI im Bauamt vor', 'KI im Bauamt'],
    ['Wir schlagen als Thema KI im Bauamt vor.', 'KI im Bauamt'],
    ['Ich möchte das Thema KI im Bauamt vorschlagen', 'KI im Bauamt'],
    ['Hallo, wir würden gern das Thema KI im Bauamt vorschlagen, danke', 'KI im Bauamt'],
    ['Als Thema hätte ich gern KI im Bauamt', 'KI im Bauamt'],
    ['Thema: [x](https://evil.example)', '[x](https://evil.example)'],
    ['Thema: KI: Chancen und Risiken', 'KI: Chancen und Risiken'],
  ])('"%s" takes the topic over as it was written', (message, title) => {
    expect(meant(message)).toEqual({ kind: 'propose-topic', title });
  });

  it('takes over whatever follows the colon, whole', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][a-zäöü0-9]{1,12}( [A-Za-zäöü0-9]{1,12}){0,30}$/), (title) => {
        expect(meant(`Thema: ${title}`)).toEqual({ kind: 'propose-topic', title });
      }),
    );
  });
});

describe('the list of topics', () => {
  it.each([
    ['Themen', 'votes'],
    ['Themen?', 'votes'],
    ['Themenwünsche', 'votes'],
    ['Themenwuensche', 'votes'],
    ['Themenliste', 'votes'],
    ['Zeig mir die Themen', 'votes'],
    ['Alle Themenwünsche anzeigen', 'votes'],
    ['Offene Themen', 'votes'],
    ['Über Themen abstimmen', 'votes'],
    ['Meine Themen', 'mine'],
    ['Zeig mir meine Themenwünsche', 'mine'],
    ['Themenwunsch zurückziehen', 'mine'],
    ['neue Themen', 'new'],
    ['Neueste Themenwünsche', 'new'],
    ['geplante Themen', 'planned'],
    ['Welche Themen sind geplant?', 'planned'],
    ['Themen für das nächste Treffen', 'planned'],
    ['Behandelte Themen', 'done'],
    ['Abgelehnte Themenwünsche', 'done'],
  ])('"%s" shows it by "%s"', (message, view) => {
    expect(meant(message)).toEqual({ kind: 'topics', view });
  });

  it.each([
    ['Themen der User Group Telefonie', 'Telefonie'],
    ['Welche Themen gibt es in der Arbeitsgruppe „KI und Recht“?', 'KI und Recht'],
    ['Themenwünsche der Usergroup Bauen & Wohnen', 'Bauen & Wohnen'],
  ])('"%s" is about one user group', (message, userGroup) => {
    expect(meant(message)).toEqual({ kind: 'topics', view: 'votes', userGroup });
  });
});

it.each(['Bedarf', 'Zeig mir den Bedarf', 'Bedarf anzeigen'])('"%s" shows what many ask', (message) => {
  expect(meant(message)).toEqual({ kind: 'demand' });
});

it.each([
  'Was gibt es zum Thema Schulung?',
  'Thema Chatbot',
  'Thema klinikverkauf',
  'Welche Themen gibt es',
  'Wer schlägt Themen mit KI vor?',
  'Ich suche etwas zum Thema Wohngeld',
  'Wer hat Erfahrung mit dem Thema Bauantrag: lohnt sich das?',
  'Wir möchten das Thema Chatbot angehen, wer hat das schon?',
  'Ich möchte etwas zum Thema Schulung wissen',
  'Themenwunsch von Olpe',
  'Bedarfsplanung für Kitas',
  'Wer ermittelt den Bedarf an Kitaplätzen?',
  'Themen im Bauamt',
  'Termine',
  'Thematische Karten',
])('"%s" is a question to the records', (message) => {
  expect(meant(message).kind).toBe('question');
});

it.each([
  ['Benachrichtigungen zu Themen', 'subscriptions'],
  ['User Groups', 'user-groups'],
  ['Arbeitsgruppe anlegen', 'new-user-group'],
  ['Community fragen', 'new-inquiry'],
  ['Meine Benachrichtigungen', 'followed'],
])('"%s" stays what it was', (message, kind) => {
  expect(meant(message).kind).toBe(kind);
});
