import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packVector } from '../../../src/domain/use-case-embedding.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import {
  cut,
  EmbeddingTexts,
  longestText,
  mayBeEmbedded,
  toEmbeddingText,
} from '../../../src/features/ask/embed-text.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { adopterAt, aUseCase, menden } from '../../support/builders.ts';
import '../../support/same-cases.ts';

const textOf = (fields: Partial<UseCase>) => toEmbeddingText(aUseCase(fields), technologyLabels);

describe('the words of a use case that a model is given', () => {
  it('say what it is about, the title first', () => {
    const text = textOf({
      title: 'Anrufe annehmen',
      summary: 'Ein Assistent nimmt Anrufe an.',
      themes: ['Bürgerservice'],
      tags: ['Telefon'],
      technologies: ['nlp'],
      problem: 'Viele Anrufe bleiben liegen.',
      goal: 'Niemand wartet.',
      howItWorks: 'Er fragt nach dem Anliegen.',
      benefitExpected: 'Weniger Rückrufe.',
      product: 'Voicebot 3',
      lessons: { worked: 'Kurze Sätze.', failed: 'Dialekt.', advice: 'Klein beginnen.' },
    });

    expect(text.split('\n')).toEqual([
      'Anrufe annehmen',
      'Ein Assistent nimmt Anrufe an.',
      'Bürgerservice, Telefon, Sprachverarbeitung',
      'Viele Anrufe bleiben liegen.',
      'Niemand wartet.',
      'Er fragt nach dem Anliegen.',
      'Weniger Rückrufe.',
      'Voicebot 3',
      'Kurze Sätze.',
      'Dialekt.',
      'Klein beginnen.',
    ]);
  });

  it('name nobody whom to ask, nobody who does it, and no costs', () => {
    const contact = { name: 'KANARIA Vogel', email: 'kanaria@example.org', phone: '02373 000111' };
    const bare = textOf({});

    const text = textOf({
      contact,
      adopters: [adopterAt(menden, 'in_use', { contact, note: 'KANARIA' })],
      note: 'KANARIA',
      costs: [{ kind: 'KANARIA', visibility: 'organisation' }],
      provenance: { externalIds: ['KANARIA'], source: 'KANARIA', createdAt: 0, version: 1 },
      links: ['https://kanaria.example.org'],
    });

    expect(text).toBe(bare);
  });

  it.each([
    ['Fragen an anna.muster@kreis-olpe.de bitte.', 'Fragen an bitte.'],
    ['Mehr: https://example.org/a?b=c, seit 2024.', 'Mehr: seit 2024.'],
    ['Siehe www.example.org', 'Siehe'],
    ['Telefon 02761 / 81-123 oder +49 2761 81123.', 'Telefon oder .'],
    ['(0271) 404-1234 hilft', 'hilft'],
    ['Von 2024-10-01 bis 31.12.2025 waren es 12.000 Anrufe, 0,5 %.', undefined],
    ['PLZ 57462, Aktenzeichen 10-20/2025.', undefined],
  ])('hold no address and no number to call: %s', (summary, expected) => {
    expect(textOf({ title: 'T', summary })).toBe(`T\n${expected ?? summary}`);
  });

  it('end where a word ends before the limit, and are whole letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (text, length) => {
          const part = cut(text, length);

          expect(part.length).toBeLessThanOrEqual(length);
          expect(part.isWellFormed()).toBe(true);
        },
      ),
    );
    expect(cut('eins zwei drei', 9)).toBe('eins zwei');
    expect(cut('eins zwei drei', 8)).toBe('eins');
    expect(cut('einszweidrei', 4)).toBe('eins');
    expect(textOf({ description: 'wort '.repeat(5000) }).length).toBeLessThanOrEqual(longestText);
  });

  it('are of nothing archived, and of nothing that is only for its own organisation', () => {
    expect(
      [
        aUseCase(),
        aUseCase({ visibility: 'public' }),
        aUseCase({ visibility: 'organisation' }),
        aUseCase({ archived: { at: 0 } }),
      ].map(mayBeEmbedded),
    ).toEqual([true, true, false, false]);
  });

  it('have another hash exactly when they are others', () => {
    const texts = new EmbeddingTexts(technologyLabels);
    const useCase = aUseCase();

    const same = [useCase, useCase, aUseCase({ contact: { name: 'Anna' } })].map((each) =>
      texts.hashOf(each),
    );

    expect(new Set(same).size).toBe(1);
    expect(texts.hashOf(aUseCase({ goal: 'anders' }))).not.toBe(same[0]);
  });
});

describe('a packed vector', () => {
  it('keeps the direction', () => {
    expect(packVector(Float32Array.of(0.5, -0.25, 0, 0.1))).toEqual(Int8Array.of(127, -63, 0, 25));
    expect(packVector(new Float32Array(3))).toEqual(new Int8Array(3));
  });
});
