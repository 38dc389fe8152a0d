import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { communeId, useCaseId } from '../../../src/domain/ids.ts';
import { adopterAt, aUseCase } from '../../support/builders.ts';
import { aStock, exportAs } from './export-fixture.ts';
import { aFullUseCase } from './export-full-use-case.ts';
import { hemer, menden, olpe } from './import-fixture.ts';

const Features = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: z.unknown(),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
});
const Registrations = z.array(z.record(z.string(), z.unknown()));

function linesOf(text: string): readonly string[] {
  return text.replace('\ufeff', '').split('\r\n').slice(0, -1);
}

describe('CSV', () => {
  it('begins with a byte order mark and German headings, with semicolons and CRLF', async () => {
    const { text } = await exportAs(await aStock([aUseCase()]), 'csv');

    expect(
      text.startsWith('\ufeffTitel;Kurzbeschreibung;Beschreibung;Kommune;Organisation;Stand;Seit;'),
    ).toBe(true);
    expect(linesOf(text)[1]).toBe(
      'Chatbot im Bürgerservice;Ein Chatbot beantwortet Fragen von Bürgerinnen und Bürgern.;;;;;;;;;;;;;;;;;;sonstige;Community;de;u1',
    );
  });

  it('has one row for communes at one stage, and one more for each other stage', async () => {
    const useCase = aUseCase({
      adopters: [
        adopterAt(menden, 'in_use', { since: '2024-03' }),
        adopterAt(hemer, 'in_use', { since: '2024-03' }),
        adopterAt(olpe, 'pilot'),
        { body: { kind: 'organisation', name: 'Zweckverband Süd' }, stage: 'pilot' },
        { body: { kind: 'unnamed' }, stage: 'idea' },
      ],
      reportedAdopters: { atLeast: 40, stage: 'planned', source: 'Presse' },
    });

    const { text } = await exportAs(await aStock([useCase]), 'csv');
    const columns = linesOf(text)
      .slice(1)
      .map((line) => line.split(';'));

    expect(columns.map((cells) => [cells[3], cells[4], cells[5], cells[6], cells[14], cells[17]])).toEqual([
      ['Menden (Sauerland) | Hemer', '', 'im Einsatz', '2024-03', '', ''],
      ['Olpe', 'Zweckverband Süd', 'Pilot', '', '', ''],
      ['', '', 'Idee', '', '', ''],
      ['', '', 'geplant', '', 'Presse', '40'],
    ]);
    expect(new Set(columns.map((cells) => cells.at(-1)))).toEqual(new Set(['u1']));
  });

  it('stands in the order of the titles, whatever the ids are', async () => {
    const titles = ['Ölwehr', 'Zebra', 'Akten', 'Ofen'];
    const some = titles.map((title, index) => aUseCase({ id: useCaseId(`u${index}`), title }));

    const { text } = await exportAs(await aStock(some), 'csv');

    expect(
      linesOf(text)
        .slice(1)
        .map((line) => line.split(';')[0]),
    ).toEqual(['Akten', 'Ölwehr', 'Ofen', 'Zebra']);
  });

  it('cuts visibly what Excel cannot hold in a cell, and says so', async () => {
    const useCase = aUseCase({ description: 'x'.repeat(40_000) });

    const { text, result } = await exportAs(await aStock([useCase]), 'csv');

    expect(linesOf(text)[1]?.split(';')[2]).toBe(`${'x'.repeat(32_766)}…`);
    expect(result.cut).toBe(1);
  });

  it('of nothing has the headings alone', async () => {
    const { text, result } = await exportAs(await aStock([]), 'csv');

    expect(linesOf(text)).toHaveLength(1);
    expect(result.exported).toBe(0);
  });
});

it('says of a file for the import that it is larger than the import takes', async () => {
  const some = Array.from({ length: 42 }, (_, n) =>
    aUseCase({ id: useCaseId(`u${n}`), problem: 'x'.repeat(500_000) }),
  );

  const large = await exportAs(await aStock(some), 'json');
  const small = await exportAs(await aStock(some.slice(1, 3)), 'json');

  expect(large.result.importLimit).toBe(20);
  expect(small.result).not.toHaveProperty('importLimit');
});

describe('GeoJSON', () => {
  it('has a point for each commune, and no geometry where there is none', async () => {
    const gone = communeId('05999999');
    const useCase = { ...aFullUseCase(), adopters: [...aFullUseCase().adopters, adopterAt(gone, 'idea')] };

    const { text } = await exportAs(await aStock([useCase]), 'geojson');
    const { features } = Features.parse(JSON.parse(text));

    expect(
      features.map(({ geometry, properties }) => [properties['beteiligte'], properties['stand'], geometry]),
    ).toEqual([
      ['Menden (Sauerland)', 'im Einsatz', { type: 'Point', coordinates: [7.8, 51.4] }],
      ['Hemer', 'eingestellt', { type: 'Point', coordinates: [7.8, 51.4] }],
      ['Zweckverband Süd', 'geprüft und verworfen', null],
      ['05999999', 'Idee', null],
    ]);
    expect(features[0]?.properties).toMatchObject({ kennung: 'k1', ags: menden, seit: '2024-03' });
  });

  it('has a feature for a use case that nobody does', async () => {
    const { text } = await exportAs(await aStock([aUseCase()]), 'geojson');

    expect(Features.parse(JSON.parse(text)).features).toMatchObject([
      { geometry: null, properties: { titel: 'Chatbot im Bürgerservice' } },
    ]);
  });
});

describe('Algoritmeregister', () => {
  it('has a registration for each organisation, in the words of the standard', async () => {
    const { text } = await exportAs(await aStock([aFullUseCase()]), 'algoritmeregister');
    const registrations = Registrations.parse(JSON.parse(text));

    expect(registrations[0]).toEqual({
      name: 'Chatbot im Bürgerservice',
      description_short: 'Ein Chatbot beantwortet Fragen.',
      organization: 'Menden (Sauerland)',
      status: 'In gebruik',
      begin_date: '2024-03',
      contact_email: 'kanaria.vogelsang@example.org',
      website: 'https://example.org/chatbot',
      publication_category: 'Impactvolle algoritmes',
      goal: 'Weniger Anrufe.\n\nViele Anrufe.\n\nZeit.',
      human_intervention: 'Antworten werden stichprobenweise geprüft.',
      lawful_basis: 'DSGVO Art. 6',
      impacttoetsen_grouping: [{ title: 'DSFA', link: '' }],
      methods_and_models:
        'Ein Sprachmodell antwortet aus der Website.\n\nEr steht auf der Startseite.\n\ngeneratieve AI, robotic process automation',
      provider: 'Beispiel GmbH (Bot 3)',
      publiccode: 'https://example.org/code',
      lang: 'deu',
      standard_version: '1.0',
      source_id: 'k1',
      tags: 'Bürgerservice, Chat',
    });
    expect(
      registrations.map(({ organization, status, end_date: end }) => [organization, status, end]),
    ).toEqual([
      ['Menden (Sauerland)', 'In gebruik', undefined],
      ['Hemer', 'Buiten gebruik', undefined],
      ['Zweckverband Süd', undefined, undefined],
    ]);
  });

  it('shortens a summary to what the standard allows, visibly, and says so', async () => {
    const deps = await aStock([aUseCase({ summary: 's'.repeat(400) })]);

    const { text, result } = await exportAs(deps, 'algoritmeregister');

    expect(Registrations.parse(JSON.parse(text))[0]?.['description_short']).toBe(`${'s'.repeat(349)}…`);
    expect(result.cut).toBe(1);
  });
});

describe('Public Sector Tech Watch', () => {
  it('has a case for each responsible organisation, in the words of the list', async () => {
    const { text } = await exportAs(await aStock([aFullUseCase()]), 'pstw');
    const start = text.indexOf('PSTW-12');

    expect(linesOf(text)[0]).toBe(
      'PSTW ID;Name;Description;Geographical extent;Geographical coverage (country);Responsible organisation;Responsible organisation category;Status;Start Year;End Year;Primary Technology;AI Keywords;Company name or GovTech ID',
    );
    expect(
      text
        .slice(start)
        .split('\r\n')
        .slice(0, 3)
        .map((row) => row.slice(row.lastIndexOf('"Ein Chatbot')).split(';').slice(1)),
    ).toEqual([
      [
        'Local',
        'Germany',
        'Menden (Sauerland)',
        'Local Government',
        'Implemented',
        '2024',
        '',
        'Artificial Intelligence',
        '"Generative AI, Robotic process automation"',
        'Beispiel GmbH',
      ],
      [
        'Local',
        'Germany',
        'Hemer',
        'Local Government',
        'Not in use anymore',
        '',
        '2025',
        'Artificial Intelligence',
        '"Generative AI, Robotic process automation"',
        'Beispiel GmbH',
      ],
      [
        '',
        'Germany',
        'Zweckverband Süd',
        '',
        '',
        '',
        '',
        'Artificial Intelligence',
        '"Generative AI, Robotic process automation"',
        'Beispiel GmbH',
      ],
    ]);
  });
});
