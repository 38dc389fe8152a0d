import { describe, expect, it } from 'vitest';
import { aUseCase } from '../../support/builders.ts';
import { aStock, exportAs, importBytes } from './export-fixture.ts';
import { aFullUseCase, canary } from './export-full-use-case.ts';
import { anImport, hemer, importOutcomes, importText, menden, olpe, onlyUseCase } from './import-fixture.ts';

const headings = 'Kennung;Titel;Kurzbeschreibung;Kommune;Stand;Seit;Quelle;Gemeldete Kommunen';

describe('several rows with one external id', () => {
  it('are one use case with communes at different stages; later rows may leave out what the first says', async () => {
    const deps = await anImport();

    const outcomes = await importOutcomes(
      deps,
      [
        headings,
        'k1;A;B;Menden;im Einsatz;2024-03;Stadt;',
        'k2;C;D;Hemer;Idee;;;',
        'k1;A;B;Hemer | Olpe;Pilot;;;',
        'k1;A;B;;geplant;;Presse;40',
      ].join('\n'),
    );
    const stored = await Array.fromAsync(deps.useCases.all());

    expect(outcomes).toEqual(['2 added', '3 added']);
    expect(stored.map(({ value }) => value).find(({ title }) => title === 'A')).toMatchObject({
      adopters: [
        { body: { communeId: menden }, stage: 'in_use', since: '2024-03' },
        { body: { communeId: hemer }, stage: 'pilot' },
        { body: { communeId: olpe }, stage: 'pilot' },
      ],
      reportedAdopters: { atLeast: 40, stage: 'planned', source: 'Presse' },
      provenance: { source: 'Stadt', externalIds: ['k1'] },
    });
  });

  it('are one use case in any order, and what only one of them says counts', async () => {
    const deps = await anImport();
    const wide = 'Kennung;Titel;Kurzbeschreibung;Kommune;Stand;Beschreibung;Themen;Kategorie';

    await importOutcomes(deps, `${wide}\nk1;A;B;Menden;Pilot;;;sonstige\nk1;A;B;Hemer;Idee;Lang.;Bauen;\n`);

    expect(await onlyUseCase(deps)).toMatchObject({
      description: 'Lang.',
      themes: ['Bauen'],
      category: 'other',
    });
  });

  it.each([
    ['another summary', 'k1;A;Anders;Hemer;Pilot;;;'],
    ['nothing new', 'k1;A;B;Menden;im Einsatz;;;'],
    ['another source', 'k1;A;B;Hemer;Pilot;;Land;'],
  ])('are refused with %s', async (_, row) => {
    const deps = await anImport();

    const result = await importText(deps, `${headings}\nk1;A;B;Menden;im Einsatz;;Stadt;\n${row}`);

    expect(result).toMatchObject({ problems: [{ row: 3, kind: 'same-external-id', firstRow: 2 }] });
  });

  it('change their record once, and nothing when they are repeated', async () => {
    const deps = await anImport();
    const rows = ['k1;A;B;Menden;im Einsatz;;;', 'k1;A;B;Hemer;Pilot;;;'];
    await importText(deps, [headings, ...rows].join('\n'));

    const same = await importOutcomes(deps, [headings, ...rows].join('\n'));
    const other = await importOutcomes(deps, [headings, rows[0], 'k1;A;B;Hemer;im Einsatz;;;'].join('\n'));

    expect(same).toEqual(['2 unchanged']);
    expect(other).toEqual(['2 changed']);
    expect(await onlyUseCase(deps)).toMatchObject({ adopters: [{ stage: 'in_use' }, { stage: 'in_use' }] });
  });
});

describe('a file with whole records', () => {
  const file = (entry: object, head: object = {}) =>
    JSON.stringify({ format: 'ki-community-use-cases', version: 1, useCases: [entry], ...head });
  const small = {
    title: 'A',
    summary: 'B',
    provenance: { externalIds: ['k1'], createdAt: 0, version: 1 },
  };

  it('updates the record that an import left, and keeps who is behind it', async () => {
    const deps = await anImport();
    await importText(deps, file({ ...small, problem: 'Alt', adopters: [] }));

    const changed = await importOutcomes(deps, file({ ...small, problem: 'Neu' }));

    expect(changed).toEqual(['1 changed']);
    expect(await onlyUseCase(deps)).toMatchObject({ problem: 'Neu', provenance: { version: 2 } });
  });

  it('does not overwrite a person’s words in any field', async () => {
    const deps = await anImport();
    await importText(deps, file({ ...small, problem: 'Alt' }));
    const useCase = await onlyUseCase(deps);
    await deps.useCases.change(useCase.id, (now) => ({ useCase: { ...now, problem: 'Von Hand' } }));

    const outcomes = await importOutcomes(deps, file({ ...small, problem: 'Neu' }));

    expect(outcomes).toEqual(['1 kept']);
    expect(await onlyUseCase(deps)).toMatchObject({ problem: 'Von Hand' });
  });

  it('is recognised by the record’s own id where it has no other', async () => {
    const deps = await aStock([aUseCase({ title: 'Früherer Titel' })]);
    const { bytes } = await exportAs(deps, 'json');
    await deps.useCases.change(aUseCase().id, (now) => ({ useCase: { ...now, title: 'Neuer Titel' } }));

    const outcomes = await importBytes(deps, bytes);

    expect(outcomes).toMatchObject([{ kind: 'kept' }]);
    expect(await onlyUseCase(deps)).toMatchObject({ title: 'Neuer Titel', provenance: { externalIds: [] } });
  });

  it('leaves members, interests and history where they are', async () => {
    const deps = await aStock([aFullUseCase()]);
    const { bytes } = await exportAs(deps, 'json');

    const outcomes = await importBytes(deps, bytes);

    expect(outcomes).toMatchObject([{ kind: 'unchanged' }]);
    expect(await onlyUseCase(deps)).toEqual(aFullUseCase());
  });

  it('cannot make somebody a contact, an author or interested', async () => {
    const deps = await anImport();
    const full = aFullUseCase();

    await importText(deps, file(full), { createOrganisations: true });
    const text = JSON.stringify(await onlyUseCase(deps));

    expect(text).toContain(canary.name);
    expect(text).not.toContain(canary.member);
    expect(await onlyUseCase(deps)).toMatchObject({ interests: [], interestsReported: [] });
  });

  it.each<[object, object]>([
    [{ title: '' }, { kind: 'missing', column: 'title' }],
    [{ title: 'x'.repeat(101) }, { kind: 'too-long', column: 'title' }],
    [{ summary: 7 }, { kind: 'not-a-text' }],
    [{ category: 'egal' }, { kind: 'unknown-choice', value: 'category' }],
    [{ effortDays: 'viele' }, { kind: 'bad-number', value: 'effortDays' }],
    [
      { adopters: [{ body: { kind: 'commune', communeId: '1' }, stage: 'pilot' }] },
      { kind: 'unknown-commune' },
    ],
    [
      { adopters: [{ body: { kind: 'organisation', name: 'X' }, stage: 'pilot' }] },
      { kind: 'unknown-organisation' },
    ],
    [
      { adopters: [{ body: { kind: 'unnamed' }, stage: 'pilot', since: '2025-02-31' }] },
      { kind: 'bad-date', value: '2025-02-31' },
    ],
    [{ links: ['javascript:alert(1)'] }, { kind: 'bad-url' }],
    [{ codeUrl: 'http://localhost/x' }, { kind: 'bad-url' }],
    [{ contact: { email: 'anna@' } }, { kind: 'bad-contact' }],
    [{ problem: 'Stra\ufffde' }, { kind: 'garbled' }],
    [{ goal: 'x'.repeat(5001) }, { kind: 'too-long' }],
    [{ tags: Array.from({ length: 31 }, (_, n) => `t${n}`) }, { kind: 'too-many', column: 'tags' }],
    [{ reportedAdopters: { atLeast: 0, stage: 'pilot', source: 'x' } }, { kind: 'bad-number' }],
    [{ reportedAdopters: { atLeast: 2, stage: 'pilot' } }, { kind: 'needs-source' }],
  ])('with %j is refused as a whole', async (flaw, expected) => {
    const deps = await anImport();

    const result = await importText(deps, file({ ...small, ...flaw }));

    expect(result).toMatchObject({ kind: 'problems', problems: [{ row: 1, ...expected }] });
  });

  it('of a later version is not read', async () => {
    const result = await importText(await anImport(), file(small, { version: 2 }));

    expect(result).toEqual({ kind: 'refused', because: { kind: 'unknown-kind' } });
  });

  it('may be nested without end', async () => {
    const deep = `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`;
    const text = file({ ...small, problem: 'x' }).replace('"x"', deep);

    const result = await importText(await anImport(), text);

    expect(result.kind).not.toBe('refused');
  });

  it('is cleaned like any other', async () => {
    const deps = await anImport();

    await importText(deps, file({ ...small, title: ' A\u202e  b ', note: '\u200b', problem: "'=1" }));

    expect(await onlyUseCase(deps)).toMatchObject({ title: 'A b', problem: '=1' });
    expect(await onlyUseCase(deps)).not.toHaveProperty('note');
  });
});
