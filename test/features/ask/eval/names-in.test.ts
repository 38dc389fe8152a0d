import { describe, expect, it } from 'vitest';
import { isNamedIn } from '../../../bench/answers/names-in.ts';

describe('a name in an answer', () => {
  it.each([
    ['Mendens Bürgerbüro', 'Menden'],
    ['mit Telefonassistenten', 'Telefonassistent'],
    ['im BUERGERBUERO', 'Bürgerbüro'],
    ['der Altmusterberger Pilot', 'Altmusterberg'],
    ['in Neudorf am Muster läuft', 'Neudorf am Muster'],
    ['kostet 9600 €', '9.600'],
    ['kostet 9.600 €', '9600'],
    ['kostet 9\u202f600 Euro', '9.600 €'],
    ['seit 1,5 Jahren', '1,5'],
  ])('is found: %s names %s', (text, name) => {
    expect(isNamedIn(text, name)).toBe(true);
  });

  it.each([
    ['Neudorf liegt am Muster', 'Neudorf am Muster'],
    ['kostet 19.600 €', '9.600'],
    ['in Wendenburg', 'Wenden'],
    ['seit 2024', '202'],
    ['Das Amt am', 'am Muster'],
    ['alles', '…'],
  ])('is not found where it is another: %s does not name %s', (text, name) => {
    expect(isNamedIn(text, name)).toBe(false);
  });
});
