import { describe, expect, it } from 'vitest';
import { readColumns } from '../../../src/features/exchange/columns.ts';

describe('readColumns', () => {
  it.each([
    ['Kurzbeschreibung', 'summary'],
    ['KURZBESCHREIBUNG ', 'summary'],
    ['Gemeldete Kommunen', 'reported_adopters'],
    ['gemeldete_kommunen', 'reported_adopters'],
    ['reported adopters', 'reported_adopters'],
    ['Schlagworte', 'tags'],
    ['Schlagwörter', 'tags'],
    ['Schlagwoerter', 'tags'],
    ['External-ID', 'external_id'],
    ['Kennung', 'external_id'],
    ['Link', 'url'],
    ['Seit', 'since'],
    ['\u00a0Organisation\u00a0', 'organisation'],
  ])('knows the heading "%s"', (heading, key) => {
    const others = ['title', 'summary'].filter((other) => other !== key);

    const result = readColumns([...others, heading]);

    expect(result.kind === 'columns' && [...result.columns.places.keys()]).toContain(key);
  });

  it('reports headings that it does not know, cleaned, and leaves empty ones alone', () => {
    const result = readColumns(['title', 'summary', ' Bemerkung\u202e', '', 'toString', '__proto__']);

    expect(result).toMatchObject({
      kind: 'columns',
      columns: { unknown: ['Bemerkung', 'toString', '__proto__'] },
    });
  });

  it.each([
    [['Titel'], { kind: 'missing', columns: ['summary'] }],
    [['Name', 'Text'], { kind: 'missing', columns: ['title', 'summary'] }],
    [['Titel', 'title', 'Kurzbeschreibung'], { kind: 'doubled', columns: ['title'] }],
  ])('refuses the headings %j', (headings, expected) => {
    expect(readColumns(headings)).toEqual(expected);
  });
});
