import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/cards/source-text.ts';
import { aUseCase } from '../support/builders.ts';

const contact = { name: 'Petra Person', email: 'petra@rathaus.example', phone: '02371 12345' };

describe('what a model gets to read of a use case', () => {
  it('is what its card says, in the same words', () => {
    const text = sourceText(
      aUseCase({
        title: 'Telefonassistent',
        summary: 'Nimmt Anrufe an.',
        adopters: [
          { body: { kind: 'organisation', name: 'Zweckverband Beispiel' }, stage: 'pilot', since: '2024-03' },
          { body: { kind: 'unnamed' }, stage: 'in_use' },
        ],
        reportedAdopters: { atLeast: 5, stage: 'in_use', source: 'Bericht' },
        product: 'Sprachbox',
        technologies: ['nlp'],
        themes: ['Bürgerservice'],
        effectMeasured: { value: 35, unit: '% weniger Anrufe' },
        costs: [{ kind: 'Betrieb', euros: 1200, basis: 'im Monat', visibility: 'community' }],
        lessons: { failed: 'Dialekt' },
      }),
      new Map(),
    );

    expect(text.split('\n')).toEqual([
      'Telefonassistent',
      'Nimmt Anrufe an.',
      'Zweckverband Beispiel: Pilot seit März 2024',
      expect.stringMatching(/5.*: im Einsatz$/),
      'Produkt: Sprachbox',
      'Technik: Sprachverarbeitung',
      'Themen: Bürgerservice',
      'Gemessene Wirkung: 35 % weniger Anrufe',
      expect.stringMatching(/^Kosten: Betrieb: 1\.200\s€ \(im Monat\)$/),
      'Was nicht ging: Dialekt',
    ]);
  });

  it('names nobody who can be asked, and neither source nor links', () => {
    const text = sourceText(
      aUseCase({
        contact,
        adopters: [{ body: { kind: 'organisation', name: 'Verband' }, stage: 'pilot', contact }],
        links: ['https://rathaus.example/petra'],
      }),
      new Map(),
    );

    expect(text).not.toMatch(/petra|person|rathaus|02371/i);
  });

  it('is short, however much is written', () => {
    const long = 'Ein Satz, der sehr oft wiederholt wird. '.repeat(100);
    const text = sourceText(
      aUseCase({ description: long, problem: long, goal: long, howItWorks: long }),
      new Map(),
    );

    expect(text.length).toBeLessThanOrEqual(2000);
    expect(text).toContain('Beschreibung: Ein Satz');
  });
});
