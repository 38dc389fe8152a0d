import { describe, expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

function meaningOf(message: string): string {
  const intent = understand(message, { communes: shippedCommunes, themes: ['Bürgerservice'] });
  return intent.kind === 'new-user-group' ? `${intent.kind} ${intent.groupKind}` : intent.kind;
}

describe('what people say about user groups', () => {
  it.each([
    'User Groups',
    'user group',
    'Usergroups',
    'User-Groups',
    'USER GROUPS!',
    'Usergruppen',
    'Arbeitsgruppen',
    'Welche User Groups gibt es?',
    'Welche Arbeitsgruppen gibts',
    'Zeig mir bitte die User Groups',
    'Meine User Groups',
    'In welchen User Groups bin ich?',
    'Ich möchte einer User Group beitreten',
    'Wie kann ich bei einer Arbeitsgruppe mitmachen?',
    'User Group verlassen',
    'Ich will aus der User Group austreten',
    'Hallo, ich suche eine Arbeitsgruppe',
    'User Goups',
    'Usergrops',
    'Arbeitsgrupen',
    'Abreitsgruppen',
    'show my user groups',
  ])('"%s" asks for the list', (message) => {
    expect(meaningOf(message)).toBe('user-groups');
  });

  it.each([
    'User Group anlegen',
    'Usergroup anlegen',
    'user group erstellen',
    'Neue User Group',
    'Bitte eine neue User Group anlegen',
    'Ich möchte gern eine User Group gründen',
    'Wie lege ich eine User Group an?',
    'Kannst du eine User-Group anlegen?',
    'User Group anlgen',
    'User Gruop anlegen',
    'create a new user group',
  ])('"%s" asks for the form', (message) => {
    expect(meaningOf(message)).toBe('new-user-group user-group');
  });

  it.each([
    'Arbeitsgruppe anlegen',
    'Neue Arbeitsgruppe',
    'Arbeitsgruppe gründen bitte',
    'Arbeitsgrupe anlegen',
  ])('"%s" asks for the form of a working group', (message) => {
    expect(meaningOf(message)).toBe('new-user-group working-group');
  });

  it.each([
    'Kanal einrichten',
    'bitte den Kanal einrichten',
    'Kannst du diesen Kanal einrichten?',
    'Richte diesen Kanal ein',
    'Kanal einer User Group zuordnen',
    'Diesen Kanal als Kanal der Arbeitsgruppe festlegen',
    'Gruppenchat einrichten',
    'Kanal einrichtn',
    'Kannal einrichten',
  ])('"%s" asks for the channel', (message) => {
    expect(meaningOf(message)).toBe('set-up-channel');
  });

  it.each([
    'Wer nutzt Chatbots für Arbeitsgruppen?',
    'Gibt es Erfahrungen mit User Groups im Bürgerservice?',
    'KI in der Arbeitsgruppe Digitalisierung',
    'Kanalnetz',
    'Kanal',
    'digitaler Zwilling für Kanalnetze',
    'Wer hat einen Kanal für Telegram eingerichtet?',
    'Welche Kanäle gibt es?',
    'Formular anlegen',
    'Akte anlegen',
    'neue Gruppe',
  ])('"%s" is a question as before', (message) => {
    expect(['question', 'unclear', 'narrow']).toContain(meaningOf(message));
  });
});
