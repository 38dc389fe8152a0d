import { describe, expect, it } from 'vitest';
import { readFigures } from '../../../../src/features/ask/grounding/figures.ts';

describe('what an amount of money is for', () => {
  it.each([
    ['Betrieb 150 € im Monat', 'month'],
    ['Betrieb im Monat: 150 €', 'month'],
    ['Lizenz pro Jahr 150 €', 'year'],
    ['150 € je Arbeitsplatz', 'other'],
    ['Im ersten Jahr 150 €', undefined],
    ['Einrichtung: 150 €', undefined],
  ])('%s', (text, per) => {
    const figure = readFigures(text).find(({ unit }) => unit === 'euro');

    expect(figure?.value).toBe('150');
    expect(figure?.per).toBe(per);
  });
});
