import { describe, expect, it } from 'vitest';
import { findChoices } from '../../../src/features/ask/refine-choices.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';

const known = { communes: shippedCommunes, themes: ['Bürgerservice', 'Straßen und Wege', 'Klima'] };

function keysOf(words: string): readonly string[] {
  return findChoices(words, known).map(({ kind, key }) => `${kind}:${key}`);
}

describe('the filters that words speak of', () => {
  it.each([
    ['im HSK', ['district:05958']],
    ['im hsk', ['district:05958']],
    ['bei den Mendenern und den Siegenern', []],
    ['was die Mendener machen', ['commune:05962040']],
    ['die Olper', ['district:05966', 'commune:05966024']],
    ['so wenden wir uns an die olper', []],
    ['im Kreis SO', ['district:05974']],
    ['in Wenden', ['commune:05966028']],
    ['in Bad Berleburg', ['commune:05970004']],
    ['in Siegen-Wittgenstein', ['district:05970', 'commune:05970040']],
    ['bei den ganz Kleinen', ['size:small']],
    ['in den Dörfern', ['size:small']],
    ['in mittelgroßen Städten', ['size:middle']],
    ['die Größeren', ['size:large']],
    ['Kleinkinder in Großküchen', []],
    ['wo läuft es im Echtbetrieb', ['stage:in_use']],
    ['wer plant das', ['stage:planned']],
    ['wer ist damit gescheitert', ['stage:rejected']],
    ['mit Bilderkennung', ['technology:computer_vision']],
    ['Straßen, Wege', ['theme:theme-2']],
    ['Straßen', []],
    ['Wer nutzt einen Chatbot?', []],
    ['', []],
  ])('"%s": %j', (words, keys) => {
    expect(keysOf(words)).toEqual(keys);
  });
});
