import { describe, expect, it } from 'vitest';
import { summariseAnswer } from '../../src/domain/answer.ts';
import { answerSentence } from '../../src/texts/ask-texts.ts';
import { adopterAt, aUseCase, hemer, menden, olpe, siegen } from '../support/builders.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const sentence = (
  useCases: Parameters<typeof summariseAnswer>[0],
  filters: Parameters<typeof summariseAnswer>[1] = [],
) => answerSentence(summariseAnswer(useCases, filters, shippedCommunes), useCases.length);

describe('the first sentence of an answer', () => {
  it('counts communes by stage, the most useful stage first', () => {
    const useCase = aUseCase({
      adopters: [adopterAt(hemer, 'rejected'), adopterAt(menden, 'in_use'), adopterAt(olpe, 'in_use')],
    });

    expect(sentence([useCase])).toBe('Zwei Kommunen setzen das ein, eine hat es geprüft und verworfen.');
  });

  it('counts a commune once, at its most useful stage, over several use cases', () => {
    const running = aUseCase({ adopters: [adopterAt(menden, 'in_use')] });
    const trial = aUseCase({ adopters: [adopterAt(menden, 'pilot'), adopterAt(siegen, 'pilot')] });

    expect(sentence([trial, running])).toBe('Eine Kommune setzt das ein, eine erprobt es.');
  });

  it('counts only what the filters ask for', () => {
    const useCase = aUseCase({ adopters: [adopterAt(menden, 'in_use'), adopterAt(hemer, 'pilot')] });

    expect(sentence([useCase], [{ kind: 'stage', stage: 'pilot' }])).toBe('Eine Kommune erprobt es.');
  });

  it('names other organisations as such', () => {
    const body = { kind: 'organisation', name: 'Kreis Steinfurt, Service Innovation Lab' } as const;
    const useCase = aUseCase({ adopters: [adopterAt(menden, 'in_use'), { body, stage: 'in_use' }] });

    expect(sentence([useCase])).toBe('Eine Kommune und eine andere Organisation setzen das ein.');
  });

  it('says a reported number where no commune is named', () => {
    const source = 'Südwestfalen-IT, Januar 2026';
    const useCase = aUseCase({ reportedAdopters: { atLeast: 40, stage: 'in_use', source } });

    expect(sentence([useCase])).toBe('Über 40 Kommunen setzen das ein.');
  });

  it('says so when nobody is named at all', () => {
    const unnamed = aUseCase({ adopters: [{ body: { kind: 'unnamed' }, stage: 'in_use' }] });

    expect(sentence([unnamed])).toBe(
      'Dazu gibt es einen Anwendungsfall, eine Kommune ist nicht eingetragen.',
    );
    expect(sentence([unnamed, unnamed])).toBe(
      'Dazu gibt es zwei Anwendungsfälle, Kommunen sind nicht eingetragen.',
    );
  });
});
