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
    'THEMA VORSCHLAGEN!!!',
    'Tehma vorschlagen',
    'Thema vorschlagn',
    'Thema vorschalgen',
    'Thema hinzufügen',
    'Ich habe ein Thema',
    'Ich habe einen Themenvorschlag',
    'Ich hab eine Idee für ein Thema',
    'Themenidee',
    'Wo kann ich ein Thema vorschlagen?',
    'Darf ich ein Thema vorschlagen?',
    'Wie schlage ich ein Thema vor?',
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
    ['Ich möchte ein Thema vorschlagen: KI im Bauamt', 'KI im Bauamt'],
    ['Ich moechte gern ein Thema vorschlagen: KI im Bauamt.', 'KI im Bauamt.'],
    ['Ich würde gern ein Thema vorschlagen, und zwar KI im Bauamt', 'KI im Bauamt'],
    ['Ich habe eine Idee für ein Thema: KI im Bauamt', 'KI im Bauamt'],
    ['Themenvorschlag von mir: KI im Bauamt', 'KI im Bauamt'],
    ['Mein Vorschlag: KI im Bauamt', 'KI im Bauamt'],
    ['Vorschlag für das nächste Treffen: KI im Bauamt', 'KI im Bauamt'],
    ['Vorschlag fürs nächste Treffen: Was darf ChatGPT?', 'Was darf ChatGPT?'],
    ['Vorschlag für ein Thema: KI im Bauamt', 'KI im Bauamt'],
    ['Themenidee: KI im Bauamt', 'KI im Bauamt'],
    ['Idee für ein Thema - KI im Bauamt', 'KI im Bauamt'],
    ['Tehma vorschlagen: KI im Bauamt', 'KI im Bauamt'],
    ['Ich wünsche mir für das nächste Treffen das Thema KI im Bauamt', 'KI im Bauamt'],
    ['Können wir mal über KI im Bauamt sprechen?', 'KI im Bauamt'],
    ['Können wir beim nächsten Treffen über KI im Bauamt sprechen?', 'KI im Bauamt'],
    ['Koennten wir über KI im Bauamt beim nächsten Treffen reden', 'KI im Bauamt'],
    ['Lasst uns beim nächsten Treffen über KI im Bauamt sprechen', 'KI im Bauamt'],
    ['Könnten wir das Thema KI im Bauamt beim nächsten Treffen besprechen?', 'KI im Bauamt'],
    ['Könnt ihr das Thema KI im Bauamt aufnehmen?', 'KI im Bauamt'],
    ['Bitte das Thema KI im Bauamt aufnehmen', 'KI im Bauamt'],
    ['Neues Thema KI im Bauamt vorschlagen', 'KI im Bauamt'],
    ['Das Thema „KI im Bauamt“ vorschlagen.', 'KI im Bauamt'],
    ['KI im Bauamt als Thema vorschlagen', 'KI im Bauamt'],
    ['Ich möchte KI im Bauamt als Thema vorschlagen!', 'KI im Bauamt'],
    ['Bitte KI im Bauamt als Themenwunsch aufnehmen', 'KI im Bauamt'],
  ])('"%s" takes the topic over as it was written', (message, title) => {
    expect(meant(message)).toEqual({ kind: 'propose-topic', title });
  });

  it.each([
    ['Themenwunsch für die User Group Telefonie: KI am Telefon', 'Telefonie', 'KI am Telefon'],
    ['Thema vorschlagen für die Gruppe „Bauen: Land“: KI im Bauamt', 'Bauen: Land', 'KI im Bauamt'],
    ['Thema für die Usergroup Telefonie: KI: was geht?', 'Telefonie', 'KI: was geht?'],
    ['Thema vorschlagen für die Gruppe Telefonie', 'Telefonie', undefined],
    ['Ich möchte ein Thema in der AG Telefonie vorschlagen', 'Telefonie', undefined],
  ])('"%s" belongs to "%s"', (message, userGroup, title) => {
    expect(meant(message)).toEqual({
      kind: 'propose-topic',
      userGroup,
      ...(title !== undefined && { title }),
    });
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
    ['THEMEN', 'votes'],
    ['Zeige mir bitte alle Themen!', 'votes'],
    ['Liste aller Themen', 'votes'],
    ['Top-Themen', 'votes'],
    ['Zeig mir die Tehmen', 'votes'],
    ['Themenwünshe', 'votes'],
    ['Vorgeschlagene Themen', 'votes'],
    ['Welche Themen wurden vorgeschlagen?', 'votes'],
    ['Was wurde vorgeschlagen?', 'votes'],
    ['Worüber wird abgestimmt?', 'votes'],
    ['Worueber kann man gerade abstimmen', 'votes'],
    ['Wofür kann ich stimmen?', 'votes'],
    ['für welche Themen kann ich stimmen', 'votes'],
    ['Für welches Thema kann ich stimmen?', 'votes'],
    ['Welche Themen stehen zur Wahl?', 'votes'],
    ['Welche Themen stehen zur Abstimmung?', 'votes'],
    ['Themenabstimmung', 'votes'],
    ['Ich möchte abstimmen', 'votes'],
    ['Abstimmen', 'votes'],
    ['Stimme abgeben', 'votes'],
    ['Stimme abgeben für ein Thema', 'votes'],
    ['Themen nach Stimmen', 'votes'],
    ['Themen meiner User Groups', 'votes'],
    ['Themen meiner Gruppe', 'votes'],
    ['meine Stimmen', 'mine'],
    ['Wofür habe ich gestimmt?', 'mine'],
    ['Für welche Themen habe ich gestimmt?', 'mine'],
    ['Wie viele Stimmen habe ich noch?', 'mine'],
    ['Stimme zurückziehen', 'mine'],
    ['Meine Stimme zurücknehmen bitte', 'mine'],
    ['Meine Vorschläge', 'mine'],
    ['Was habe ich vorgeschlagen?', 'mine'],
    ['Themen, die ich vorgeschlagen habe', 'mine'],
    ['Themen nach Neuheit', 'new'],
    ['Themen des nächsten Treffens', 'planned'],
    ['Was ist das Thema beim nächsten Treffen?', 'planned'],
    ['Worum geht es beim nächsten Treffen?', 'planned'],
    ['Was ist für das nächste Treffen geplant?', 'planned'],
    ['Welches Thema ist als Nächstes dran?', 'planned'],
    ['Themen vom letzten Treffen', 'done'],
    ['Welche Themen wurden schon behandelt?', 'done'],
    ['Welche Themen hatten wir schon?', 'done'],
  ])('"%s" shows it by "%s"', (message, view) => {
    expect(meant(message)).toEqual({ kind: 'topics', view });
  });

  it.each([
    ['Themen der User Group Telefonie', 'Telefonie'],
    ['Welche Themen gibt es in der Arbeitsgruppe „KI und Recht“?', 'KI und Recht'],
    ['Themenwünsche der Usergroup Bauen & Wohnen', 'Bauen & Wohnen'],
    ['Themen aus der User Group Telefonie', 'Telefonie'],
    ['Welche Themen hat die User Group Telefonie?', 'Telefonie'],
    ['themen der user-group telefonie', 'telefonie'],
    ['Themen von der AG Telefonie', 'Telefonie'],
    ['Themen der User Group Bauen: Land und Stadt', 'Bauen: Land und Stadt'],
    ['Themen der User Group Community', 'Community'],
  ])('"%s" is about one user group', (message, userGroup) => {
    expect(meant(message)).toEqual({ kind: 'topics', view: 'votes', userGroup });
  });
});

it.each([
  'Bedarf',
  'Zeig mir den Bedarf',
  'Bedarf anzeigen',
  'Offene Bedarfe',
  'Unbeantwortete Fragen',
  'Zeig mir bitte die unbeantworteten Fragen',
  'Was wird nachgefragt?',
  'Wonach wird gefragt?',
])('"%s" shows what many ask', (message) => {
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
