import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { describeFound } from '../../../src/features/ask/found-use-case.ts';
import type { FoundBy } from '../../../src/features/ask/found-by.ts';
import { useCaseFields, UseCaseCatalogue } from '../../../src/features/ask/use-case-catalogue.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { aUseCase } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { someRules } from '../../support/rules.ts';

const synonyms = [
  ['Telefonbot', 'Voicebot'],
  ['KI', 'künstliche Intelligenz'],
];

function describedWith(useCases: readonly Partial<UseCase>[], sought: string) {
  const catalogue = new UseCaseCatalogue(
    (groups) => createSearchEngine({ fields: { ...useCaseFields }, synonyms: groups }),
    synonyms,
    technologyLabels,
  );
  const all = useCases.map((fields, index) =>
    aUseCase({ id: useCaseId(`u${index}`), title: 'Anrufe', summary: 'Anrufe annehmen.', ...fields }),
  );
  for (const useCase of [
    ...all,
    aUseCase({ id: useCaseId('other'), title: 'Friedhof', summary: 'Gräber.' }),
  ]) {
    catalogue.put(useCase);
  }
  return describeFound({ catalogue, clock: new FakeClock(0), rules: someRules() }, all, sought);
}

function foundBy(fields: Partial<UseCase>, sought: string): FoundBy | undefined {
  return describedWith([fields], sought).found[0]?.foundBy;
}

describe('what a use case was found by', () => {
  it('is told when the word stands nowhere in sight', () => {
    expect(foundBy({ tags: ['Voicebot'] }, 'Voicebot')).toEqual({ word: 'Voicebot' });
    expect(foundBy({ description: 'Mit Voicebots.' }, 'Voicebot')).toEqual({ word: 'Voicebots' });
  });

  it('is told with what was asked when the two merely mean the same', () => {
    expect(foundBy({ tags: ['Voicebot'] }, 'Wer hat einen Telefonbot?')).toEqual({
      word: 'Voicebot',
      sameAs: 'Telefonbot',
    });
    expect(foundBy({ technologies: ['generative'] }, 'künstliche Intelligenz')).toEqual({
      word: 'KI',
      sameAs: 'künstliche Intelligenz',
    });
  });

  it('is the part of a compound that the record has', () => {
    expect(foundBy({ tags: ['Voicebot'] }, 'Voicebotprojekte')).toEqual({ word: 'Voicebot' });
  });

  it.each([
    ['the title has it', { title: 'Telefonbot', tags: ['Voicebot'] }],
    ['the title has what means the same', { title: 'Ein Voicebot' }],
    ['the text shown has it', { summary: 'Ein Telefonbot nimmt Anrufe an.', tags: ['Voicebot'] }],
    ['the text shown has what means the same', { summary: 'Viele Voicebots.', description: 'Ein Voicebot.' }],
  ])('is not told when %s', (_, fields) => {
    expect(foundBy(fields, 'Telefonbot')).toBeUndefined();
  });

  it('is not told when another word of the question is in sight, unless that goes with any topic', () => {
    expect(foundBy({ tags: ['Voicebot'] }, 'Anrufe und Telefonbot')).toBeUndefined();
    expect(
      foundBy({ tags: ['Voicebot'], summary: 'Anrufe digital annehmen.' }, 'digitaler Telefonbot'),
    ).toEqual({ word: 'Voicebot', sameAs: 'Telefonbot' });
  });

  it('is told with what means the same only once in an answer', () => {
    const { found } = describedWith([{ tags: ['Voicebot'] }, { tags: ['Voicebot'] }], 'Telefonbot');

    expect(found.map((one) => one.foundBy)).toEqual([
      { word: 'Voicebot', sameAs: 'Telefonbot' },
      { word: 'Voicebot' },
    ]);
  });

  it('is never a word that merely shares letters', () => {
    expect(foundBy({ tags: ['Hersagen'] }, 'Vorhersagemodell')).toBeUndefined();
  });

  it('is nothing for a list without a question', () => {
    expect(foundBy({ tags: ['Voicebot'] }, '')).toBeUndefined();
  });
});

describe('how a misspelled word was understood', () => {
  it('is told by the word of the first use case that has one', () => {
    const useCases = [{ title: 'Ein Voicebot' }, { title: 'Viele Voicebots' }];

    expect(describedWith(useCases, 'Voicbot für Anruffe').corrections).toEqual(['Voicebot', 'Anrufe']);
  });

  it('is not told of a word that is known, by whatever a record has of it', () => {
    const useCases = [{ title: 'Ein Voicebot' }, { title: 'Mit künstlicher Intelligenz' }];

    expect(describedWith(useCases, 'Voicebots mit KI').corrections).toEqual([]);
  });
});
