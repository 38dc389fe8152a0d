import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/search/german/fold.ts';
import { stem } from '../../../src/search/german/stem.ts';
import { verbFormsOf } from '../../../src/search/german/verb-forms.ts';

function stemOf(word: string): string {
  return stem(fold(word));
}

function areForms(one: string, other: string): boolean {
  return verbFormsOf(stemOf(one)).has(stemOf(other));
}

describe('forms of a verb', () => {
  it.each([
    ['umgezogen', 'umziehen'],
    ['Umzug', 'umgezogen'],
    ['Umzug', 'umzuziehen'],
    ['gedruckt', 'drucken'],
    ['angemeldet', 'Anmeldung'],
    ['anzumelden', 'anmelden'],
    ['betreut', 'Betreuung'],
    ['gestohlen', 'Diebstahl'],
    ['Verlust', 'verloren'],
    ['unterschreiben', 'Unterschrift'],
    ['Austritt', 'ausgetreten'],
    ['Hilfe', 'geholfen'],
    ['geöffnet', 'öffnen'],
    ['geprüft', 'Prüfung'],
    ['gerechnet', 'rechnen'],
    ['wohnt', 'wohnen'],
    ['beantwortet', 'beantworten'],
  ])('brings "%s" and "%s" together, from either side', (one, other) => {
    expect([areForms(one, other), areForms(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['anmelden', 'abmelden'],
    ['Umzug', 'Auszug'],
    ['Gefahr', 'fahren'],
    ['Gericht', 'richten'],
    ['Gewicht', 'wichtig'],
    ['Zuschuss', 'Abschuss'],
    ['Chatbot', 'Chatbott'],
  ])('keeps "%s" and "%s" apart', (one, other) => {
    expect([areForms(one, other), areForms(other, one)]).toEqual([false, false]);
  });

  it('names no word as a form of itself', () => {
    const words = ['Umzug', 'drucken', 'gedruckt', 'Karte'].map(stemOf);

    expect(words.filter((word) => verbFormsOf(word).has(word))).toEqual([]);
  });
});
