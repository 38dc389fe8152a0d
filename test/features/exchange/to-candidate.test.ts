import { describe, expect, it } from 'vitest';
import { type ColumnKey, readColumns } from '../../../src/features/exchange/columns.ts';
import { toCandidate } from '../../../src/features/exchange/to-candidate.ts';
import { importLabels } from '../../../src/texts/labels.ts';
import { communes, hemer, menden } from './import-fixture.ts';

type Cells = Partial<Record<ColumnKey, string>>;

function read(cells: Cells, createOrganisations = true) {
  const all = { title: 'Titel', summary: 'Kurz.', ...cells };
  const columns = readColumns(Object.keys(all));
  if (columns.kind !== 'columns') {
    throw new Error(columns.kind);
  }
  const row = { number: 2, cells: Object.values(all), flaws: [] };
  return toCandidate(row, columns.columns, importLabels, {
    communes,
    organisations: new Map([['sudwestfalen', 'Südwestfalen']]),
    createOrganisations,
  });
}

function candidate(cells: Cells) {
  const result = read(cells);
  if (result.kind === 'problems') {
    throw new Error(JSON.stringify(result.problems));
  }
  return result.candidate;
}

function problems(cells: Cells, createOrganisations = true) {
  const result = read(cells, createOrganisations);
  return result.kind === 'problems' ? result.problems : [];
}

describe('a row', () => {
  it.each<[Cells, object]>([
    [{ stage: 'in_use' }, { stage: 'in_use' }],
    [{ stage: 'Im Einsatz' }, { stage: 'in_use' }],
    [{ stage: 'geprueft und verworfen' }, { stage: 'rejected' }],
    [{ stage: '' }, { stage: undefined }],
    [
      { technologies: 'generative KI, nlp | Bilderkennung,nlp' },
      { technologies: ['generative', 'nlp', 'computer_vision'] },
    ],
    [
      { category: 'hohes Risiko', visibility: 'ÖFFENTLICH' },
      { category: 'high_risk', visibility: 'public' },
    ],
    [{ themes: 'Bürgerservice, Standesamt | bürgerservice' }, { themes: ['bürgerservice', 'Standesamt'] }],
    [{ since: '2025' }, { since: '2025' }],
    [{ since: '03.2025' }, { since: '2025-03' }],
    [{ since: '3/2025' }, { since: '2025-03' }],
    [{ since: '1.3.2025' }, { since: '2025-03-01' }],
    [{ since: '01. 03. 2025' }, { since: '2025-03-01' }],
    [{ since: 'März 2025' }, { since: '2025-03' }],
    [{ since: 'Maerz 2025' }, { since: '2025-03' }],
    [{ since: 'Mrz. 2025' }, { since: '2025-03' }],
    [{ since: '1. März 2025' }, { since: '2025-03-01' }],
    [{ since: 'seit Dez 2024' }, { since: '2024-12' }],
    [{ since: '2025-03-01' }, { since: '2025-03-01' }],
    [{ since: '2025-3' }, { since: '2025-03' }],
    [{ since: '2025-03-01T00:00:00.000Z' }, { since: '2025-03-01' }],
    [{ since: '29.2.2024' }, { since: '2024-02-29' }],
    [{ contact: 'digital@example.org' }, { contact: { email: 'digital@example.org' } }],
    [
      { contact: 'Anna Muster <Anna.Muster@Example.org>, Tel. 02373 903-0' },
      { contact: { name: 'Anna Muster', email: 'anna.muster@example.org', phone: '02373 903-0' } },
    ],
    [{ contact: 'Stabsstelle Digitales' }, { contact: { name: 'Stabsstelle Digitales' } }],
    [
      { url: 'https://example.org/a, www.example.org' },
      { links: ['https://example.org/a', 'https://www.example.org/'] },
    ],
    [{ source: 'Presse', reported_adopters: '40' }, { reportedAdopters: 40 }],
    [{ source: 'Presse', reported_adopters: '1.000' }, { reportedAdopters: 1000 }],
    [
      { costs: '12.000 € im Jahr | Einführung: EUR 2.500,50 | Angebot: 5 bis 10 €' },
      {
        costs: [
          { kind: '12.000 € im Jahr', euros: 12_000, visibility: 'community' },
          { kind: 'Einführung: EUR 2.500,50', euros: 2500.5, visibility: 'community' },
          { kind: 'Angebot: 5 bis 10 €', visibility: 'community' },
        ],
      },
    ],
    [{ language: 'Deutsch' }, { language: 'de' }],
    [{ language: 'en-GB' }, { language: 'en-gb' }],
    [
      { commune: '5962040, Stadt Hemer | Menden' },
      {
        bodies: [
          { kind: 'commune', communeId: menden },
          { kind: 'commune', communeId: hemer },
        ],
      },
    ],
    [{ organisation: 'Stadt Menden' }, { bodies: [{ kind: 'commune', communeId: menden }] }],
    [
      { organisation: 'Kreis Steinfurt, Labor | Zweckverband' },
      {
        bodies: [
          { kind: 'organisation', name: 'Kreis Steinfurt, Labor' },
          { kind: 'organisation', name: 'Zweckverband' },
        ],
      },
    ],
    [{ title: ' a\u0000b\u202e c\u200b\u00a0\t d\r\ne ' }, { title: 'ab c d e' }],
    [{ title: `Zal${'\u0300'.repeat(40)}go` }, { title: 'Zal\u0300\u0300go' }],
    [{ title: "'=1+1" }, { title: '=1+1' }],
    [{ title: "'s Heerenberg" }, { title: "'s Heerenberg" }],
    [{ lessons: 'Eins\r\n\r\n\r\n\r\nZwei \u2028 Drei' }, { lessons: 'Eins\n\nZwei\nDrei' }],
    [{ title: 'x'.repeat(100), summary: 'y'.repeat(400) }, { title: 'x'.repeat(100) }],
  ])('with %j is understood', (cells, expected) => {
    expect(candidate(cells)).toMatchObject(expected);
  });

  it.each<[Cells, object]>([
    [{ title: '' }, { column: 'title', kind: 'missing' }],
    [{ summary: ' \u200b ' }, { column: 'summary', kind: 'missing' }],
    [{ title: 'x'.repeat(101) }, { column: 'title', kind: 'too-long', length: 101, limit: 100 }],
    [{ summary: 'x'.repeat(401) }, { column: 'summary', kind: 'too-long', length: 401, limit: 400 }],
    [{ themes: 'x'.repeat(61) }, { column: 'themes', kind: 'too-long', length: 61, limit: 60 }],
    [
      { tags: Array.from({ length: 31 }, (_, n) => `t${n}`).join(',') },
      { column: 'tags', kind: 'too-many', count: 31, limit: 30 },
    ],
    [{ stage: 'fertig' }, { column: 'stage', kind: 'unknown-choice', value: 'fertig' }],
    [{ technologies: 'nlp, Magie' }, { column: 'technologies', kind: 'unknown-choice', value: 'Magie' }],
    [{ since: '31.02.2025' }, { column: 'since', kind: 'bad-date', value: '31.02.2025' }],
    [{ since: '13.2025' }, { column: 'since', kind: 'bad-date' }],
    [{ since: '0.3.2025' }, { column: 'since', kind: 'bad-date' }],
    [{ since: 'bald' }, { column: 'since', kind: 'bad-date' }],
    [{ since: '45717' }, { column: 'since', kind: 'bad-date' }],
    [{ since: '1.3.25' }, { column: 'since', kind: 'bad-date' }],
    [{ contact: 'anna@' }, { column: 'contact', kind: 'bad-contact', value: 'anna@' }],
    [{ url: 'javascript:alert(1)' }, { column: 'url', kind: 'bad-url', value: 'javascript:alert(1)' }],
    [{ url: 'ftp://example.org' }, { column: 'url', kind: 'bad-url' }],
    [{ url: 'https://user:pw@example.org' }, { column: 'url', kind: 'bad-url' }],
    [{ url: 'http://localhost/x' }, { column: 'url', kind: 'bad-url' }],
    [{ url: 'siehe Anlage' }, { column: 'url', kind: 'bad-url', value: 'siehe Anlage' }],
    [{ reported_adopters: '40' }, { column: 'source', kind: 'needs-source' }],
    ...['0', '-1', '2,5', 'vierzig', '1e3', '1000000'].map((text): [Cells, object] => [
      { reported_adopters: text, source: 'Presse' },
      { column: 'reported_adopters', kind: 'bad-number', value: text },
    ]),
    [
      { commune: 'Mendem' },
      { column: 'commune', kind: 'unknown-commune', value: 'Mendem', nearest: 'Menden (Sauerland)' },
    ],
    [
      { commune: 'Menden, Musterstadt' },
      { column: 'commune', kind: 'unknown-commune', value: 'Musterstadt' },
    ],
    [{ language: 'Klingonisch' }, { column: 'language', kind: 'bad-language' }],
    [{ title: 'BÃ¼rgerservice' }, { column: 'title', kind: 'garbled' }],
    [{ note: 'Stra\ufffde' }, { column: 'note', kind: 'garbled' }],
    [{ note: 'lone \ud800 surrogate' }, { column: 'note', kind: 'garbled' }],
  ])('with %j names the problem', (cells, expected) => {
    expect(problems(cells)).toEqual([expect.objectContaining({ row: 2, ...expected })]);
  });

  it('needs a flag for an organisation that nobody knows', () => {
    expect(problems({ organisation: 'Zweckverband' }, false)).toEqual([
      { row: 2, column: 'organisation', kind: 'unknown-organisation', value: 'Zweckverband' },
    ]);
    expect(problems({ organisation: 'Zweckverband' }, true)).toEqual([]);
  });

  it('shows all its problems at once', () => {
    const kinds = problems({ title: '', stage: 'x', since: 'y', commune: 'z' }).map(({ kind }) => kind);

    expect(kinds.sort()).toEqual(['bad-date', 'missing', 'unknown-choice', 'unknown-commune']);
  });
});
