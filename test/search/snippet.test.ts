import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Snippet } from '../../src/search/search-engine.ts';
import { engineWith, goldenEngine } from './support.ts';

function textOf(snippet: Snippet): string {
  return snippet.parts.map((part) => part.text).join('');
}

function foundIn(snippet: Snippet): string[] {
  return snippet.parts.filter((part) => part.found).map((part) => part.text);
}

describe('snippet', () => {
  it('marks whole words by stem, part of a compound, spelling and typing error', () => {
    const engine = goldenEngine();
    const text = 'Schlaglöcher und Straßenschäden meldet die KI am Telefon.';

    expect(foundIn(engine.snippet(text, 'Schlaglocherkennung', 200))).toEqual(['Schlaglöcher']);
    expect(foundIn(engine.snippet(text, 'Strassenschaden', 200))).toEqual(['Straßenschäden']);
    expect(foundIn(engine.snippet(text, 'Schlaglocj', 200))).toEqual(['Schlaglöcher']);
    expect(foundIn(engine.snippet(text, 'Wer nutzt die KI?', 200))).toEqual(['KI']);
    expect(foundIn(engine.snippet(text, 'Friedhof', 200))).toEqual([]);
  });

  it('marks a compound for its beginning even when nobody knows the rest', () => {
    const snippet = engineWith('Drohne').snippet('Der Hochwasserschutz am Fluss', 'Hochwasser', 100);

    expect(foundIn(snippet)).toEqual(['Hochwasserschutz']);
  });

  it('marks the known beginning of a word nobody knows', () => {
    const snippet = engineWith('Starkregen').snippet('Bei Starkregen sperren', 'Starkregenvorhersage', 100);

    expect(foundIn(snippet)).toEqual(['Starkregen']);
  });

  it('does not mark a stop word for a word with the same stem', () => {
    expect(foundIn(engineWith('Ware').snippet('Die Ware war gut', 'Ware', 100))).toEqual(['Ware']);
  });

  it('does not take a stop word for a part of a compound', () => {
    const engine = engineWith('Ausweis', 'Weis aus', 'Aus Weis');

    expect(foundIn(engine.snippet('Aus Weis wird Ausweis', 'Ausweis', 100))).toEqual(['Ausweis']);
  });

  it('shows the whole text when there is room', () => {
    const text = 'Ein kurzer Satz.';

    expect(textOf(goldenEngine().snippet(text, 'Satz', text.length))).toBe(text);
  });

  it('cuts around what was found, with some words before it', () => {
    const text = `${'Davor steht allerlei. '.repeat(20)}Die Kamera erkennt Schlaglöcher auf der Fahrbahn. ${'Danach auch. '.repeat(20)}`;

    const snippet = goldenEngine().snippet(text, 'Schlaglocherkennung', 80);

    expect(foundIn(snippet)).toEqual(['erkennt', 'Schlaglöcher']);
    expect(textOf(snippet)).toMatch(/^….*Kamera erkennt Schlaglöcher auf der.*…$/);
  });

  it('begins with the beginning when nothing was found', () => {
    const text = 'Am Anfang steht das Wichtigste, und am Ende folgt der Rest der Geschichte.';

    expect(textOf(goldenEngine().snippet(text, 'Friedhof', 30))).toBe('Am Anfang steht das…');
  });

  it('takes the stretch with more different words rather than the same word twice', () => {
    const text = `Telefon Telefon Telefon ${'nichts '.repeat(30)} Telefon im Rathaus ${'nichts '.repeat(30)}`;

    expect(foundIn(goldenEngine().snippet(text, 'Telefon Rathaus', 40))).toEqual(['Telefon', 'Rathaus']);
  });

  it('shows only an ellipsis when not even one word has room', () => {
    expect(textOf(goldenEngine().snippet('Donaudampfschifffahrt '.repeat(3), 'Donau', 10))).toBe('…');
  });

  it('stays within the length, cuts between spaces only and changes no letter', () => {
    const engine = goldenEngine();
    const word = fc.constantFrom(
      'Schlagloch-Erkennung',
      'KI,',
      'im',
      'Rathaus.',
      '20.000',
      '–',
      'Straße',
      '🙂',
    );
    const gap = fc.constantFrom(' ', '  ', '\n');

    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap)), fc.integer({ min: 3, max: 90 }), (pieces, maxLength) => {
        const text = pieces.flat().join('');

        const shown = textOf(engine.snippet(text, 'Schlaglocherkennung im Rathaus mit KI', maxLength));

        expect(shown.length).toBeLessThanOrEqual(maxLength);
        const kept = shown.replace(/^…/, '').replace(/…$/, '');
        expect(` ${text.replaceAll(/\s/g, ' ')} `).toContain(
          kept === '' ? '' : ` ${kept.trim().replaceAll(/\s/g, ' ')} `,
        );
      }),
    );
  });
});
