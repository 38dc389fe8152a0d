import { describe, expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

function meaningOf(message: string): string {
  return understand(message, { communes: shippedCommunes, themes: ['Bürgerservice'] }).kind;
}

describe('what people say about what the bot sends on its own', () => {
  it.each([
    'Benachrichtigungen',
    'Benachrichtigung einstellen',
    'Benachrichtigungen ändern',
    'Benachrichtigungen anpassen bitte',
    'Wie kann ich die Benachrichtigungen ausschalten?',
    'Welche Benachrichtigungen gibt es?',
    'Benachrichtigungen wieder einschalten',
    'Benachrichtigungen ein/aus',
    'Benachrichtigungen für Treffen ausschalten',
    'Keine Benachrichtigungen mehr zu Treffen',
    'Ankündigungen abbestellen',
    'stopp bitte die ankündigungen',
    'Ankündigungen stoppen',
    'Ankündigungen bitte ausschalten',
    'Ankündigungen abstellen',
    'Ankündigungen deaktivieren',
    'keine Ankündigungen mehr',
    'Von den Ankündigungen abmelden',
    'Wie kann ich mich abmelden?',
    'Wie kann ich das abbestellen?',
    'Warum bekomme ich keine Benachrichtigungen?',
    'Ich bekomme keine Benachrichtigungen',
    'Mitteilungen',
    'Ruhezeiten',
    'Ruhezeiten ändern',
    'Ruhezeiten aus',
    'Abo',
    'Meine Abos',
    'Abos verwalten',
    'Benachrichtigugen',
    'Benachrichtungen',
    'notifications',
  ])('"%s" asks for the card', (message) => {
    expect(meaningOf(message)).toBe('subscriptions');
  });

  it.each([
    'Meine Benachrichtigungen',
    'Zeig mir meine Benachrichtigungen',
    'meine benachrichtigungen bitte',
    'Was verfolge ich?',
    'Meine gemerkten Fragen',
  ])('"%s" asks for what is followed', (message) => {
    expect(meaningOf(message)).toBe('followed');
  });

  it.each([
    'Stopp',
    'stop',
    'Stop!',
    'STOPP!!!',
    'Stopp bitte',
    'Bitte stopp',
    'Stopp, danke',
    'bitte alles stoppen',
    'abbestellen',
    'Ich möchte abbestellen',
    'Abmelden',
    'Bitte abmelden',
    'Ich möchte mich abmelden',
    'Melde mich ab',
    'Melden Sie mich bitte ab',
    'Ich melde mich ab',
    'Abo kündigen',
    'Abos beenden',
    'Benachrichtigungen aus',
    'Benachrichtigungen bitte ausschalten',
    'Schalte die Benachrichtigungen aus',
    'Stell die Benachrichtigungen ab',
    'Alle Benachrichtigungen abstellen',
    'Benachrichtigungen abbestellen',
    'keine Benachrichtigungen',
    'Bitte keine Benachrichtigungen mehr',
    'keine Nachrichten mehr',
    'Ich möchte keine Nachrichten mehr bekommen',
    'Stopp, keine Nachrichten mehr',
    'Schreib mir nicht mehr',
    'Bitte schicken Sie mir nichts mehr',
    'Hör auf',
    'Hören Sie bitte auf',
    'unsubscribe',
  ])('"%s" ends everything', (message) => {
    expect(meaningOf(message)).toBe('stop');
  });

  it.each([
    'Wer macht schon Benachrichtigungen per KI?',
    'Wer nutzt Benachrichtigungen für Bürger?',
    'Wer hat einen Stopp für Chatbots beschlossen?',
    'Welche Kommunen haben ihr Projekt gestoppt?',
    'Wer stoppt Falschparker mit KI?',
    'Stoppschilder erkennen',
    'Bushaltestellen',
    'Mitteilungsblatt',
    'Einteilung',
    'Wer verschickt keine Briefe mehr?',
    'Nachrichten',
    'Wer schreibt Protokolle nicht mehr selbst?',
    'Gibt es Chatbots, die nicht mehr laufen?',
    'Ruhezeiten im Rettungsdienst',
    'Treffen',
    'Themen',
    'Bitte nicht stoppen',
    'Nicht abmelden',
    'Anmelden',
    'Wer kann sein Auto online abmelden?',
    'Hund abmelden',
    'Abmeldung',
    'Ankündigung stoppen',
    'Ankündigungen löschen',
    'Ankündigungen über User Groups',
    'Benachrichtigungen bei Hochwasser',
    'Wer hat Abos für Bescheide?',
  ])('"%s" is something else', (message) => {
    expect(meaningOf(message)).not.toMatch(/^(?:subscriptions|stop)$/);
  });

  it.each([
    'Benachrichtigungen nicht stoppen',
    'Benachrichtigungen anstellen',
    'Benachrichtigungen aussehalten',
  ])('"%s" never ends anything', (message) => {
    expect(meaningOf(message)).not.toBe('stop');
  });
});
