import { describe, expect, it } from 'vitest';
import type { UseCase } from '../../../src/domain/use-case.ts';
import type { ImportDeps } from '../../../src/features/exchange/import-use-cases.ts';
import { anImport, importOutcomes, importText, menden, onlyUseCase } from './import-fixture.ts';

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
});
