import { expect, it } from 'vitest';
import { toAnswerFeedback } from '../../src/domain/answer-feedback.ts';
import type { SaidOfAnswer } from '../../src/domain/answer-feedback.ts';

const answer = { question: { sought: 'Chatbot', filters: [] }, useCaseIds: [], path: 'plain' } as const;

it.each<readonly [string, SaidOfAnswer, Readonly<Record<string, unknown>>]>([
  ['a reason', { helpful: false, reason: 'wrong' }, { helpful: false, reason: 'wrong' }],
  ['no reason where the answer helped', { helpful: true, reason: 'wrong' }, { helpful: true }],
  [
    'plain words in lines',
    { helpful: true, words: '  Gut\u202E,\r\n\r\n\r\nja. ' },
    { helpful: true, words: 'Gut,\n\nja.' },
  ],
  ['no empty words', { helpful: true, words: ' \u200B\n ' }, { helpful: true }],
])('what is kept of feedback: %s', (_, said, expected) => {
  expect(toAnswerFeedback(answer, said, 5)).toEqual({ ...answer, ...expected, givenAt: 5 });
});

it('keeps filters of a question whose words may name people, and not the words', () => {
  const question = {
    sought: 'Herr Müller 0271 404-0',
    filters: [{ kind: 'stage', stage: 'in_use' }],
  } as const;

  const kept = toAnswerFeedback({ ...answer, question }, { helpful: true }, 5);

  expect(kept.question).toEqual({ sought: '', filters: question.filters });
});
