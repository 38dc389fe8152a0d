import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerCard } from '../../../src/cards/answer-card.ts';
import { answerSentence } from '../../../src/texts/ask-texts.ts';
import { answeredQuestions, unansweredQuestions } from '../../search/golden.ts';
import { DemoCatalogue, keyOf } from './demo-catalogue.ts';

let demo: DemoCatalogue;

beforeAll(async () => {
  demo = await DemoCatalogue.open();
});

afterAll(async () => {
  await demo.close();
});

describe('everyday questions about the demo', () => {
  it('ask for every record at least once', () => {
    const asked = new Set(answeredQuestions.flatMap(({ best }) => best));

    expect(demo.keys().filter((key) => !asked.has(key))).toEqual([]);
  });

  it('are answered by the right record first, nine times in ten', () => {
    const missed = answeredQuestions.filter(({ sought, best }) => {
      const [first] = demo.answersTo(sought);
      return first === undefined || !best.includes(first);
    });

    // The names, so that a failure shows them.
    const tolerated = Math.floor(answeredQuestions.length / 10);
    expect(missed.map(({ sought }) => sought).slice(tolerated)).toEqual([]);
  });

  it.each(answeredQuestions)(
    '"$sought" counts nothing that is not an answer to it',
    ({ sought, best, also = [] }) => {
      const wrong = demo.answersTo(sought).filter((key) => !best.includes(key) && !also.includes(key));

      expect(wrong).toEqual([]);
    },
  );

  it.each(unansweredQuestions)('"%s" is something that nobody does', (sought) => {
    expect(demo.answersTo(sought)).toEqual([]);
  });
});

describe('the first sentence', () => {
  it('counts those alone who do what was asked for', () => {
    const result = demo.ask('Protokolle automatisch schreiben');

    expect(result.kind === 'found' && answerSentence(result.summary, result.total)).toBe(
      'Eine Kommune erprobt es, eine hat es geprüft und verworfen.',
    );
  });

  it('includes the garbage trucks among those who find potholes', () => {
    expect(demo.answersTo('Schlaglocherkennung')).toContain('press-08');
  });
});

describe('what nobody does', () => {
  it('is called similar when a record comes close, and the record is shown', () => {
    const result = demo.ask('Urlaubsantrag');

    expect(result).toMatchObject({ kind: 'nothing', because: 'similar' });
    expect(result.kind === 'nothing' && result.nearest.map(({ useCase }) => keyOf(useCase))).toContain(
      'press-16',
    );
  });

  it.each([
    ['Urlaubsantrag', 'Genau das hat noch niemand eingetragen. Ähnlich ist: '],
    ['Winterdienst planen', 'Dazu hat noch niemand etwas eingetragen. Am nächsten kommt: '],
    ['Quantencomputer', 'Dazu hat noch niemand etwas eingetragen.'],
  ])('"%s" is told as it is', (sought, beginning) => {
    const { fallbackText } = answerCard(demo.ask(sought), { shared: false, dialogs: false });

    expect(fallbackText.startsWith(beginning)).toBe(true);
  });

  it('is not called similar when only a word in passing fits', () => {
    expect(demo.ask('digitaler Zwilling')).toMatchObject({ kind: 'nothing', because: 'no-match' });
  });

  it('shows nothing as near that has no word of the question', () => {
    const result = demo.ask('Winterdienst planen');

    expect(result.kind === 'nothing' && result.nearest.map(({ useCase }) => keyOf(useCase))).toEqual([
      'press-08',
    ]);
  });
});
