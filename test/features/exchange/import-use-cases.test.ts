import { describe, expect, it } from 'vitest';
import { importUseCases } from '../../../src/features/exchange/import-use-cases.ts';
import { importLabels } from '../../../src/texts/labels.ts';
import {
  allUseCases,
  anImport,
  hemer,
  importOutcomes,
  importText,
  menden,
  onlyUseCase,
} from './import-fixture.ts';

const headings = 'Kennung;Titel;Kurzbeschreibung;Kommune;Stand';

describe('an import', () => {
  it('makes a record of every row, with the defaults of the record', async () => {
    const deps = await anImport();

    await importText(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden, Hemer;Pilot\n`);

    expect(await onlyUseCase(deps)).toMatchObject({
      title: 'Chatbot',
      summary: 'Antwortet.',
      category: 'other',
      language: 'de',
      visibility: 'community',
      adopters: [
        { body: { kind: 'commune', communeId: menden }, stage: 'pilot' },
        { body: { kind: 'commune', communeId: hemer }, stage: 'pilot' },
      ],
      provenance: { externalIds: ['k1'], createdAt: 1_700_000_000_000, version: 1 },
    });
  });

  it('keeps the stage of somebody whom the source does not name', async () => {
    const deps = await anImport();

    await importText(deps, `${headings}\n;Chatbot;Antwortet.;;im Einsatz\n`);

    expect((await onlyUseCase(deps)).adopters).toEqual([{ body: { kind: 'unnamed' }, stage: 'in_use' }]);
  });

  it('keeps a reported number with its source and stage', async () => {
    const deps = await anImport();

    await importText(
      deps,
      'title,summary,stage,reported_adopters,source\nA,B,in_use,40,"Presse, Januar 2026"\n',
    );

    expect(await onlyUseCase(deps)).toMatchObject({
      adopters: [],
      reportedAdopters: { atLeast: 40, stage: 'in_use', source: 'Presse, Januar 2026' },
      provenance: { source: 'Presse, Januar 2026' },
    });
  });

  it('changes nothing when it is repeated', async () => {
    const deps = await anImport();
    const text = `${headings}\nk1;Chatbot;Antwortet.;Menden;Pilot\n;Sensoren;Messen.;Hemer;geplant\n`;

    const first = await importOutcomes(deps, text);
    const second = await importOutcomes(deps, text);

    expect(first).toEqual(['2 added', '3 added']);
    expect(second).toEqual(['2 unchanged', '3 unchanged']);
    expect(await allUseCases(deps)).toHaveLength(2);
  });

  it('updates the record with the same external id, whatever else changed, and raises its version', async () => {
    const deps = await anImport();
    await importText(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;Pilot\n`);

    const outcome = await importOutcomes(
      deps,
      `${headings}\nk1;Chatbot am Telefon;Antwortet.;Hemer;im Einsatz\n`,
    );

    expect(outcome).toEqual(['2 changed']);
    expect(await onlyUseCase(deps)).toMatchObject({
      title: 'Chatbot am Telefon',
      adopters: [{ body: { communeId: hemer }, stage: 'in_use' }],
      provenance: { version: 2 },
    });
  });

  it('updates the record with the same title and communes, in any order and spelling', async () => {
    const deps = await anImport();
    await importText(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden, Hemer;Pilot\n`);

    const outcome = await importOutcomes(
      deps,
      `${headings}\nk2;CHATBOT;Antwortet sofort.;Stadt Hemer | Menden;Pilot\n`,
    );

    expect(outcome).toEqual(['2 changed']);
    expect(await onlyUseCase(deps)).toMatchObject({
      summary: 'Antwortet sofort.',
      provenance: { externalIds: ['k1', 'k2'] },
    });
  });

  it('leaves alone what the file has no column for, and empties what it leaves empty', async () => {
    const deps = await anImport();
    await importText(deps, 'Titel;Kurzbeschreibung;Produkt;Hinweis;Themen\nA;B;P;H;x,y\n');

    await importText(deps, 'Titel;Kurzbeschreibung;Hinweis;Themen\nA;B;;\n');

    const useCase = await onlyUseCase(deps);
    expect(useCase.product).toBe('P');
    expect(useCase.note).toBeUndefined();
    expect(useCase.themes).toEqual([]);
  });

  it('writes nothing when one row has a problem, and names every problem', async () => {
    const deps = await anImport();

    const result = await importText(
      deps,
      `${headings}\nk1;Chatbot;Gut.;Menden;Pilot\nk2;;Gut.;Mendem;fertig\nk3;A;B\n`,
    );

    expect(result).toMatchObject({
      kind: 'problems',
      file: { rows: 3 },
      problems: [
        { row: 3, kind: 'unknown-commune' },
        { row: 3, kind: 'unknown-choice' },
        { row: 3, kind: 'missing' },
        { row: 4, kind: 'ragged', expected: 5, found: 3 },
      ],
    });
    expect(await allUseCases(deps)).toEqual([]);
  });

  it('refuses the same external id and the same use case twice in one file', async () => {
    const deps = await anImport();
    const rows = ['k1;A;B;Menden;Pilot', 'k1;C;B;Hemer;Pilot', 'k2;D;B;Hemer;Pilot', 'k3;d;B;Hemer;geplant'];

    const result = await importText(deps, [headings, ...rows].join('\n'));

    expect(result).toMatchObject({
      problems: [
        { row: 3, kind: 'same-external-id', value: 'k1', firstRow: 2 },
        { row: 5, kind: 'same-use-case', firstRow: 4 },
      ],
    });
  });

  it('refuses two rows about one stored record, and a row about two', async () => {
    const deps = await anImport();
    await importText(deps, `${headings}\nk1;A;B;Menden;Pilot\nk2;C;D;Hemer;Pilot\n`);

    const result = await importText(
      deps,
      `${headings}\nk1;X;B;Olpe;Pilot\n;A;B;Menden;Pilot\nk2;A;B;Menden;Pilot\n`,
    );

    expect(result).toMatchObject({
      problems: [
        { row: 3, kind: 'same-use-case', firstRow: 2 },
        { row: 4, kind: 'two-records', value: 'A' },
      ],
    });
  });

  it('only checks in a dry run', async () => {
    const deps = await anImport();

    const result = await importText(deps, `${headings}\nk1;A;B;Menden;Pilot\n`, { dryRun: true });

    expect(result).toMatchObject({ kind: 'checked', outcomes: [{ row: 2, kind: 'added', title: 'A' }] });
    expect(await allUseCases(deps)).toEqual([]);
  });

  it('knows organisations from the records, and from the file with the flag', async () => {
    const deps = await anImport();
    const text = 'Titel;Kurzbeschreibung;Organisation\nA;B;Zweckverband Süd\nC;D;zweckverband sued\n';

    const refused = await importText(deps, text);
    const created = await importText(deps, text, { createOrganisations: true });
    const known = await importText(deps, 'Titel;Kurzbeschreibung;Organisation\nE;F;ZWECKVERBAND SÜD\n');

    expect(refused).toMatchObject({ kind: 'problems', problems: [{ row: 2 }, { row: 3 }] });
    expect(created.kind).toBe('imported');
    expect(known.kind).toBe('imported');
    const names = (await allUseCases(deps)).flatMap(({ adopters }) => adopters.map(({ body }) => body));
    expect(names).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'organisation', name: 'Zweckverband Süd' })),
    );
  });

  it('refuses a file without the columns it needs', async () => {
    const deps = await anImport();

    const result = await importText(deps, 'Titel;Stand\nA;Pilot\n');

    expect(result).toEqual({ kind: 'refused', because: { kind: 'missing-columns', columns: ['summary'] } });
  });

  it('shows progress by batches', async () => {
    const deps = await anImport();
    const rows = Array.from({ length: 250 }, (_, n) => `k${n};Titel ${n};B;Menden;Pilot`);
    const seen: string[] = [];

    await importUseCases(deps, {
      bytes: new TextEncoder().encode([headings, ...rows].join('\n')),
      labels: importLabels,
      dryRun: false,
      createOrganisations: false,
      onProgress: (step, done, total) => seen.push(`${step} ${done}/${total}`),
    });

    expect(seen).toEqual(['staging 250/250', 'applying 100/250', 'applying 200/250', 'applying 250/250']);
  });
});
