import { describe, expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

function meaningOf(message: string): string {
  return understand(message, { communes: shippedCommunes, themes: ['Bürgerservice'] }).kind;
}

describe('what people say when they want to enter a use case', () => {
  it.each([
    'Anwendungsfall eintragen',
    'anwendungsfall anlegen',
    'Anwendungsfall erfassen',
    'Anwendungsfall melden',
    'Anwendungsfall hinzufügen',
    'Neuer Anwendungsfall',
    'neuen Anwendungsfall eintragen bitte',
    'Einen neuen Anwendungsfall!',
    'Bitte einen Anwendungsfall aufnehmen',
    'Wie trage ich einen Anwendungsfall ein?',
    'Wo kann man Anwendungsfälle eintragen?',
    'Wir möchten einen Anwendungsfall eintragen',
    'Ich würde gern unseren Anwendungsfall eintragen',
    'Wir haben einen neuen Anwendungsfall',
    'Kann ich hier einen Anwendungsfall eintragen?',
    'Projekt eintragen',
    'Use Case eintragen',
    'Use-Case anlegen',
    'neuer Usecase',
    'KI-Anwendungsfall eintragen',
    'Anwendungsfal eintragen',
    'Anwendugsfall eintragen',
    'Anwendungsfall eintargen',
    'ANWENDUNGSFALL ERFASEN',
    'register a new use case',
  ])('"%s" opens the form', (message) => {
    expect(meaningOf(message)).toBe('register-use-case');
  });

  it.each([
    'Meine Entwürfe',
    'Entwürfe',
    'Zeig mir bitte meine Entwürfe',
    'Entwurf fortsetzen',
    'Welche Entwürfe habe ich?',
    'Anwendungsfall Entwurf',
    'my drafts',
  ])('"%s" lists the drafts', (message) => {
    expect(meaningOf(message)).toBe('use-case-drafts');
  });

  it.each([
    'Wer macht schon die Erfassung von Anwendungsfällen?',
    'Wer erfasst Anwendungsfälle?',
    'Neue Anwendungsfälle',
    'Alle Anwendungsfälle',
    'Zeig mir Anwendungsfälle',
    'Projekte',
    'Projekt anlegen mit KI',
    'Entwürfe von Bescheiden',
    'Wer schreibt Entwürfe mit KI?',
    'Anwendungsfall Chatbot',
    'Wohnsitz eintragen',
    'Hundesteuer anmelden',
    'Anwendungsfälle Menden',
    'Ist unser Anwendungsfall eingetragen?',
    'Neue Lösung für Parkplätze',
    'Welche Anwendungsfälle sind in Menden eingetragen?',
  ])('"%s" is no such command', (message) => {
    expect(['register-use-case', 'use-case-drafts']).not.toContain(meaningOf(message));
  });

  it.each([
    ['User Group anlegen', 'new-user-group'],
    ['Ankündigung erstellen', 'new-announcement'],
    ['Neue Vorlage', 'question'],
    ['Meine Benachrichtigungen', 'followed'],
    ['Alles', 'widen'],
  ])('"%s" still means %s', (message, kind) => {
    expect(meaningOf(message)).toBe(kind);
  });
});
