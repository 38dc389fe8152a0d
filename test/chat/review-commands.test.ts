import { describe, expect, it } from 'vitest';
import { understand } from '../../src/chat/understand/intents.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

function intentOf(message: string): string {
  return understand(message, { communes: shippedCommunes, themes: ['Bürgerservice'] }).kind;
}

describe('what is typed about publications', () => {
  it.each([
    'Freigaben',
    'Zur Freigabe',
    'freigaben bitte',
    'Was wartet auf Freigabe?',
    'Welche Freigaben sind offen?',
    'Zeig mir die offenen Freigaben',
    'Gibt es noch Freigaben?',
    'Was steht zur Freigabe an?',
    'Offene Einreichungen',
  ])('%s: what waits', (message) => {
    expect(intentOf(message)).toBe('reviews');
  });

  it.each([
    'Meine Einreichungen',
    'Zeig mir meine Einreichungen',
    'Was habe ich eingereicht?',
    'meine offenen Freigaben',
  ])('%s: what somebody handed in themselves', (message) => {
    expect(intentOf(message)).toBe('own-submissions');
  });

  it.each([
    'Freigabe von Rechnungen',
    'Wer macht schon KI für Freigaben?',
    'Freigabeprozesse',
    'Aufgaben',
    'Abgaben',
    'Einreichung von Bauanträgen',
    'Wer prüft Einreichungen mit KI?',
    'Digitale Einreichung',
  ])('%s: a question', (message) => {
    expect(['reviews', 'own-submissions']).not.toContain(intentOf(message));
  });
});
