import { describe, expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const vocabulary = { communes: shippedCommunes, themes: ['Schulung'] };
const meant = (message: string) => understand(message, vocabulary);

describe('the lists of meetings', () => {
  it.each([
    'Termine',
    'TERMINE',
    'termine?',
    'Treffen',
    'Meetings',
    'Termin',
    'Alle Termine',
    'Termine anzeigen',
    'Zeig mir bitte die Termine',
    'Welche Termine gibt es?',
    'Welche Treffen gibt es?',
    'Welche Treffen sind geplant?',
    'Geplante Treffen',
    'Nächste Treffen',
    'Naechste Treffen',
    'Nächstes Treffen',
    'Die nächsten Termine bitte',
    'Kommende Termine',
    'Wann ist das nächste Treffen?',
    'wann ist denn das nächste treffen',
    'Wann findet das nächste Treffen statt?',
    'Wo findet das nächste Treffen statt?',
    'Wann ist wieder ein Treffen?',
    'Wann treffen wir uns?',
    'Wann treffen wir uns das nächste Mal?',
    'Gibt es diese Woche ein Treffen?',
    'Treffen der Community',
    'Treffen der KI-Community',
    'Community-Treffen',
    'Neue Termine',
    'Was steht an?',
    'Für das Treffen zusagen',
    'Wie kann ich zum Treffen zusagen?',
    'Zum nächsten Treffen anmelden',
    'Ich möchte das Treffen absagen',
    'Am Treffen teilnehmen',
    'Termien anzeigen',
    'Nächstes Trefen',
    'Nächste Termnie',
    'Nächtses Treffen',
  ])('"%s" shows the next ones', (message) => {
    expect(meant(message)).toEqual({ kind: 'meetings', view: 'next' });
  });

  it.each([
    'Meine Termine',
    'Meine Treffen',
    'Zeige mir meine Termine',
    'Meine nächsten Treffen',
    'Welche Termine habe ich zugesagt? Meine Treffen bitte',
    'Meine Zusagen',
    'Meine Anmeldungen',
    'Wozu habe ich zugesagt?',
    'Wo bin ich angemeldet?',
    'Wo bin ich dabei?',
    'meine termien',
  ])('"%s" shows the own ones', (message) => {
    expect(meant(message)).toEqual({ kind: 'meetings', view: 'mine' });
  });

  it.each([
    'Vergangene Treffen',
    'Letztes Treffen',
    'Wann war das letzte Treffen?',
    'Frühere Termine',
    'Ergebnisse vom letzten Treffen',
    'Ergebnisse der Treffen',
    'Protokoll des letzten Treffens',
    'Vergangen Treffen',
  ])('"%s" shows those that are over', (message) => {
    expect(meant(message)).toEqual({ kind: 'meetings', view: 'past' });
  });

  it.each(['Entwürfe für Treffen', 'Meine Treffen-Entwürfe', 'Entwurf Treffen'])(
    '"%s" shows the drafts',
    (message) => {
      expect(meant(message)).toEqual({ kind: 'meetings', view: 'drafts' });
    },
  );

  it.each([
    ['Termine der User Group KI', 'next', 'KI'],
    ['Termine der Usergroup KI', 'next', 'KI'],
    ['Termine für die User-Group „Bauen und Planen“', 'next', 'Bauen und Planen'],
    ['Nächstes Treffen der AG Telefonie', 'next', 'Telefonie'],
    ['Wann ist das nächste Treffen der User Group Telefonie?', 'next', 'Telefonie'],
    ['Wann findet das nächste Treffen der Gruppe Telefonie statt?', 'next', 'Telefonie'],
    ['Wann trifft sich die User Group Telefonie?', 'next', 'Telefonie'],
    ['Wann trifft sich die AG Telefonie wieder?', 'next', 'Telefonie'],
    ['Vergangene Treffen der User Group KI & Recht', 'past', 'KI & Recht'],
    ['Meine Termine in der Gruppe Telefonie', 'mine', 'Telefonie'],
  ])('"%s" shows those of one group', (message, view, userGroup) => {
    expect(meant(message)).toMatchObject({ kind: 'meetings', view, userGroup });
  });

  it('shows all where somebody names no group', () => {
    expect(meant('Termine meiner User Groups')).toEqual({ kind: 'meetings', view: 'next' });
  });
});

describe('planning a meeting', () => {
  it.each([
    'Treffen planen',
    'treffen planen bitte',
    'Ich möchte ein Treffen planen',
    'Wie plane ich ein Treffen?',
    'Wir wollen ein Treffen organisieren',
    'Termin anlegen',
    'Treffen erstellen',
    'Neues Treffen',
    'Neuer Termin',
    'Zu einem Treffen einladen',
    'Ich lade zum Treffen ein',
    'Meeting planen',
    'Trefen planen',
    'Treffen planne',
    'Treffen plnaen',
  ])('"%s" opens the form', (message) => {
    expect(meant(message)).toEqual({ kind: 'plan-meeting' });
  });

  it.each([
    ['Treffen der User Group „KI“ planen', 'KI'],
    ['Treffen planen für die User Group KI', 'KI'],
    ['Ich möchte ein Treffen der AG Telefonie planen', 'Telefonie'],
    ['Treffen planen für die Gruppe „Bauen und Planen“', 'Bauen und Planen'],
  ])('"%s" does so for one group', (message, userGroup) => {
    expect(meant(message)).toMatchObject({ kind: 'plan-meeting', userGroup });
  });

  it.each([
    ['Treffen der User Group Bauen und Planen', { kind: 'meetings', view: 'next' }],
    ['Neues Treffen der Gruppe Bauen und Planen', { kind: 'plan-meeting' }],
  ])('"%s" leaves open what belongs to the name of the group', (message, orCalled) => {
    expect(meant(message)).toEqual({
      kind: 'plan-meeting',
      userGroup: 'Bauen und',
      orCalled: { ...orCalled, userGroup: 'Bauen und Planen' },
    });
  });
});

describe('the calendar', () => {
  it.each([
    'Kalender',
    'Kalender abonnieren',
    'Ich möchte den Kalender abonnieren',
    'Wie kann ich den Kalender abonnieren?',
    'Kalender in Outlook einbinden',
    'Treffen in den Kalender eintragen',
    'Termine im Kalender',
    'Kalnder abonnieren',
    'Kalender abonieren',
  ])('"%s" shows where it is', (message) => {
    expect(meant(message)).toEqual({ kind: 'calendar' });
  });

  it.each([
    ['Kalender der User Group KI', 'KI'],
    ['Kalender der User Group KI abonnieren', 'KI'],
    ['Kalender für die Gruppe Telefonie abonieren bitte', 'Telefonie'],
  ])('"%s" is one of a group', (message, userGroup) => {
    expect(meant(message)).toMatchObject({ kind: 'calendar', userGroup });
  });
});
