import { describe, expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

function meaningOf(message: string): string {
  return understand(message, { communes: shippedCommunes, themes: ['Bürgerservice'] }).kind;
}

describe('what people say about announcements', () => {
  it.each([
    'Ankündigung senden',
    'ankündigung senden',
    'Ankuendigung senden',
    'Ankündigung schreiben',
    'Ankündigung erstellen',
    'Ankündigung verfassen',
    'Neue Ankündigung',
    'Ich möchte eine Ankündigung senden',
    'Ich möchte gern eine neue Ankündigung verschicken',
    'Wie sende ich eine Ankündigung?',
    'Kannst du bitte eine Ankündigung verschicken?',
    'Ankündigung sendn',
    'Ankündigng senden',
    'Ankündugung schreiben',
    'Rundschreiben verschicken',
    'send an announcement',
  ])('"%s" asks for the form', (message) => {
    expect(meaningOf(message)).toBe('new-announcement');
  });

  it.each([
    'Ankündigungen',
    'ANKÜNDIGUNGEN!',
    'Ankündigung',
    'Meine Ankündigungen',
    'Welche Ankündigungen gibt es?',
    'Zeig mir bitte die letzten Ankündigungen',
    'Ankündigunen',
    'show my announcements',
  ])('"%s" asks for the list', (message) => {
    expect(meaningOf(message)).toBe('announcements');
  });

  it.each([
    'Wer kündigt Sperrungen mit KI an?',
    'Wer hat KI für Ankündigungen im Bus?',
    'Ankündigung von Sperrmüll per Chatbot',
    'Brief schreiben',
    'Formular senden',
    'neue Karte',
  ])('"%s" is a question as before', (message) => {
    expect(['question', 'unclear', 'narrow']).toContain(meaningOf(message));
  });
});
