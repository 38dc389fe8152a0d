import { expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { readMeetingCommand } from '../../src/chat/understand/read-meeting-command.ts';
import { answeredQuestions, unansweredQuestions } from '../search/golden.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const vocabulary = { communes: shippedCommunes, themes: ['Schulung'] };
const meant = (message: string) => understand(message, vocabulary);

it.each([
  'Wer macht Terminvergabe?',
  'Terminvergabe',
  'Online-Terminvereinbarung',
  'Terminbuchung',
  'Termin buchen',
  'Termin vereinbaren',
  'Termin absagen',
  'Termine absagen',
  'Termin online absagen',
  'Wer nutzt KI für Termine?',
  'Termine im Bürgerbüro',
  'Welche Termine gibt es im Bürgerbüro?',
  'Wer stimmt Termine automatisch ab?',
  'Terminerinnerung',
  'KI für Besprechungen',
  'Wer schreibt Protokolle von Treffen mit KI?',
  'Protokolle von Sitzungen',
  'Protokolle',
  'Wer trifft Entscheidungen mit KI?',
  'Wer trifft Vorhersagen zum Verkehr?',
  'Wie treffen wir Entscheidungen über KI?',
  'Wer plant Treffen mit KI?',
  'Planung von Treffen',
  'Wer organisiert Treffen?',
  'Treffen mit Bürgern',
  'Treffen in Olpe',
  'Treffer',
  'Nächste Treffer',
  'Weitere Treffer anzeigen',
  'Alle Treffer anzeigen',
  'Betreff',
  'Treffpunkt',
  'Veranstaltungen',
  'Veranstaltungskalender',
  'Veranstaltungskalender mit KI',
  'Abfallkalender',
  'Kalander',
  'Müllkalender abonnieren',
  'Wer hat einen Kalender für Vereine?',
  'Kalender für Bürger',
  'Planer',
  'Planen',
  'Bauleitplanung',
  'Entwürfe für Bebauungspläne',
  'Wer nutzt den Terminassistenten?',
  'Terminals',
  'Terminal anzeigen',
])('"%s" stays a question', (message) => {
  expect(meant(message).kind).toBe('question');
});

it.each([
  ['Themen für das nächste Treffen', 'topics'],
  ['Themen vom letzten Treffen', 'topics'],
  ['Worum geht es beim nächsten Treffen?', 'topics'],
  ['Was ist für das nächste Treffen geplant?', 'topics'],
  ['Thema für das nächste Treffen vorschlagen', 'propose-topic'],
  ['Vorschlag fürs nächste Treffen: Drohnen', 'propose-topic'],
  ['Können wir beim nächsten Treffen über Drohnen sprechen?', 'propose-topic'],
  ['Benachrichtigungen für Treffen ausschalten', 'subscriptions'],
  ['Keine Benachrichtigungen mehr zu Treffen', 'subscriptions'],
  ['Informier mich über Treffen', 'subscriptions'],
  ['Meine Entwürfe', 'use-case-drafts'],
  ['User Groups', 'user-groups'],
  ['Ankündigung senden', 'new-announcement'],
  ['Nächste', 'more'],
  ['Abmelden', 'stop'],
  ['Neue Gruppe anlegen', 'question'],
])('"%s" stays what it was', (message, kind) => {
  expect(meant(message).kind).toBe(kind);
});

it.each([...answeredQuestions.map(({ sought }) => sought), ...unansweredQuestions])(
  '"%s" is no command about meetings, however it is asked',
  (sought) => {
    for (const message of [
      sought,
      `Wer macht schon ${sought}?`,
      `Wer plant ${sought}?`,
      `Termine mit ${sought}`,
      `Treffen zu ${sought}`,
      `Wann gibt es ${sought}?`,
      `Kalender für ${sought}`,
    ]) {
      expect([message, readMeetingCommand(message)]).toEqual([message, undefined]);
    }
  },
);
