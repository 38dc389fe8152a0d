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
    'Ankündigung zurückziehen',
    'Ich möchte eine Ankündigung zurückziehen',
    'Zieh die Ankündigung zurück',
    'Wie ziehe ich eine Ankündigung zurück?',
    'Ankündigung korrigieren',
    'Wie kann ich eine Ankündigung korrigieren?',
    'Ankündigung ändern',
    'Ankündigung bearbeiten',
    'Ankündigung löschen',
    'Lösche bitte meine letzte Ankündigung',
    'Ankündigung verwerfen',
    'Ankündigung abbrechen',
    'Ankündigung stoppen',
    'Stopp die Ankündigung!',
    'Zustellbericht',
    'Zustellberichte',
    'Zeig mir den Zustellbericht',
    'Zustellbericht der letzten Ankündigung',
    'Bericht zur Ankündigung',
    'Status der Ankündigung',
  ])('"%s" asks for the list', (message) => {
    expect(meaningOf(message)).toBe('announcements');
  });

  it.each([
    'Vorlagen',
    'Vorlage',
    'vorlagen!',
    'Meine Vorlagen',
    'Zeig mir bitte die Vorlagen',
    'Welche Vorlagen gibt es?',
    'Vorlagen anzeigen',
    'Vorlagen verwalten',
    'Vorlage löschen',
    'Vorlagen für Ankündigungen',
    'Ankündigung aus einer Vorlage',
    'Ich möchte eine Ankündigung aus einer Vorlage senden',
    'Ankündigungsvorlagen',
  ])('"%s" asks for the templates', (message) => {
    expect(meaningOf(message)).toBe('announcement-templates');
  });

  it.each([
    'Wer nutzt Vorlagen für Bescheide?',
    'Wer nutzt Vorlagen?',
    'Vorlagen für Bescheide',
    'Sitzungsvorlagen',
    'Vorlagen zusammenfassen',
    'Gibt es Vorlagen für Dienstanweisungen?',
    'Vorlage im Rat',
    'Verlage',
    'Bericht',
    'Berichte',
    'Wer schreibt Berichte mit KI?',
    'Status',
    'Korrigieren',
    'Antrag zurückziehen',
    'Bescheide korrigieren',
    'Wer löscht Ankündigungen automatisch?',
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
