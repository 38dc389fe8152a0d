import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import type { ImportDeps } from '../../../src/features/exchange/import-use-cases.ts';
import { anImport, hemer, importOutcomes, importText, menden, onlyUseCase } from './import-fixture.ts';

const headings = 'Kennung;Titel;Kurzbeschreibung;Kommune;Stand';

/** A person's change, as a form will make it. */
async function edit(deps: ImportDeps, change: Partial<UseCase>): Promise<void> {
  const { id } = await onlyUseCase(deps);
  const stored = await deps.useCases.find(id);
  if (stored !== undefined) {
    await deps.useCases.replace({ ...stored.value, ...change }, stored.etag);
  }
}

describe('an import of records that people edit', () => {
  it('does not overwrite what a person changed since the last import, and says so', async () => {
    const deps = await anImport();
    await importText(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;Pilot\n`);
    await edit(deps, { summary: 'Von Hand.' });

    const same = await importOutcomes(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;Pilot\n`);
    const news = await importOutcomes(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;im Einsatz\n`);

    expect(same).toEqual(['2 unchanged']);
    expect(news).toEqual(['2 kept']);
    expect(await onlyUseCase(deps)).toMatchObject({ summary: 'Von Hand.', adopters: [{ stage: 'pilot' }] });
  });

  it.each<Partial<UseCase>>([
    { title: 'Neu' },
    { summary: 'Neu' },
    { description: 'Neu' },
    { category: 'impactful' },
    { language: 'en' },
    { visibility: 'public' },
    { adopters: [{ body: { kind: 'commune', communeId: menden }, stage: 'pilot', note: 'Neu' }] },
    { reportedAdopters: { atLeast: 2, stage: 'pilot', source: 'Neu' } },
    { themes: ['Neu'] },
    { technologies: ['nlp'] },
    { tags: ['Neu'] },
    { product: 'Neu' },
    { supplier: 'Neu' },
    { costs: [{ kind: 'Neu', visibility: 'community' }] },
    { lessons: { worked: 'Neu' } },
    { links: ['https://example.org/'] },
    { contact: { name: 'Neu' } },
    { note: 'Neu' },
  ])('notices that a person changed %j', async (change) => {
    const deps = await anImport();
    await importText(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;Pilot\n`);
    await edit(deps, change);

    const outcome = await importOutcomes(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;im Einsatz\n`);

    expect(outcome).toEqual(['2 kept']);
  });

  it('does not mind a person’s words in fields that no import writes', async () => {
    const deps = await anImport();
    await importText(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;Pilot\n`);
    await edit(deps, { problem: 'Viele Anrufe.' });

    const outcome = await importOutcomes(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;im Einsatz\n`);

    expect(outcome).toEqual(['2 changed']);
    expect(await onlyUseCase(deps)).toMatchObject({
      problem: 'Viele Anrufe.',
      adopters: [{ stage: 'in_use' }],
    });
  });

  it.each([
    ['Titel;Kurzbeschreibung;Kommune;Stand', 'Chatbot;Antwortet.;Menden;Pilot'],
    ['Titel;Kurzbeschreibung;Kommune;Stand', 'Chatbot;Antwortet.;;Pilot'],
  ])(
    'enters a record without an external id no second time after others joined it: %s',
    async (head, row) => {
      const deps = await anImport();
      await importText(deps, `${head}\n${row}\n`);
      const { adopters } = await onlyUseCase(deps);
      await edit(deps, {
        adopters: [...adopters, { body: { kind: 'commune', communeId: hemer }, stage: 'idea' }],
      });

      const same = await importOutcomes(deps, `${head}\n${row}\n`);
      const news = await importOutcomes(deps, `${head}\n${row.replace('Antwortet.', 'Spricht.')}\n`);

      expect([same, news]).toEqual([['2 unchanged'], ['2 kept']]);
      expect((await onlyUseCase(deps)).adopters.at(-1)?.body).toEqual({ kind: 'commune', communeId: hemer });
    },
  );

  it('does not take another commune’s use case of the same name for it', async () => {
    const deps = await anImport();
    await importText(deps, 'Titel;Kurzbeschreibung;Kommune\nChatbot;Antwortet.;Menden\n');
    await edit(deps, { summary: 'Von Hand.' });

    const outcome = await importOutcomes(deps, 'Titel;Kurzbeschreibung;Kommune\nChatbot;Spricht.;Olpe\n');

    expect(outcome).toEqual(['2 added']);
  });

  it('is not held up by a member who entered the same a second time', async () => {
    const deps = await anImport();
    await importText(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;Pilot\n`);
    const imported = await onlyUseCase(deps);
    const provenance = { ...imported.provenance, externalIds: [] };
    await deps.useCases.add({ ...imported, id: useCaseId('zz'), provenance });

    const outcome = await importOutcomes(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;im Einsatz\n`);

    expect(outcome).toEqual(['2 changed']);
  });

  it('is told in the history of the record, once, with what it changed', async () => {
    const deps = await anImport();
    await importText(deps, `${headings}\nk1;Chatbot;Antwortet.;Menden;Pilot\n`);

    await importText(deps, `${headings}\nk1;Chatbot;Spricht.;Menden;Pilot\n`);
    await importText(deps, `${headings}\nk1;Chatbot;Spricht.;Menden;Pilot\n`);

    const { id } = await onlyUseCase(deps);
    expect(await deps.useCases.historyOf(id)).toEqual([
      {
        useCaseId: id,
        version: 2,
        at: deps.clock.now(),
        by: { organiser: true },
        change: {
          kind: 'edited',
          fields: [{ field: 'summary', before: 'Antwortet.', after: 'Spricht.' }],
        },
      },
    ]);
  });
});
