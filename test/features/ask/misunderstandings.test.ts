import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DemoCatalogue } from './demo-catalogue.ts';

let demo: DemoCatalogue;

beforeAll(async () => {
  demo = await DemoCatalogue.open();
});

afterAll(async () => {
  await demo.close();
});

describe('a question of one correct word', () => {
  it.each([
    ['Hund anmelden', 'und'],
    ['Wohnung', 'ohne'],
    ['Geld', 'melden'],
    ['Wert', 'werden'],
    ['Mitte', 'mit'],
    ['Dienste', 'die'],
    ['Büro', 'Bürger'],
    ['Rat', 'Gerät'],
    ['Genehmigung', 'nehmen'],
    ['Fahrt', 'geführt'],
    ['Gestattung', 'statt'],
    ['Scheidung', 'Entscheidung'],
  ])('"%s" is not taken for "%s"', (sought) => {
    expect(demo.answersTo(sought)).toEqual([]);
  });

  it.each([
    ['Künstliche Inteligenz', 'Künstliche Intelligenz'],
    ['geheiratet', 'Heiraten'],
    ['Wohnsitz umgemeldet', 'Wohnsitz ummelden'],
    ['Telefonbott', 'Telefonbot'],
  ])('"%s" finds what "%s" finds', (sought, meant) => {
    expect(demo.answersTo(meant)).not.toEqual([]);
    expect(new Set(demo.answersTo(sought))).toEqual(new Set(demo.answersTo(meant)));
  });
});
