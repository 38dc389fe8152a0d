import { expect, it } from 'vitest';
import type { AnswerFeedback } from '../../../src/domain/answer-feedback.ts';
import { storedMemberId } from '../../../src/domain/ids.ts';
import { dayMs } from '../../../src/domain/instant.ts';
import { weeklyFeedback } from '../../../src/features/feedback/weekly-feedback.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { answerFeedbackCollection, AnswerFeedbacks } from '../../../src/store/answer-feedback.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const by = storedMemberId('tenant-1.anna');

/** Feedback at these times, as seen at a moment. */
async function scene(now: string, given: readonly (readonly [string, Partial<AnswerFeedback>])[]) {
  const clock = new FakeClock(Date.parse(now));
  const store = createMemoryStore(clock);
  await store.open([answerFeedbackCollection]);
  const answerFeedback = new AnswerFeedbacks(store);
  for (const [index, [time, more]] of given.entries()) {
    const feedback: AnswerFeedback = {
      question: { sought: 'Chatbot', filters: [] },
      useCaseIds: [],
      path: 'plain',
      helpful: true,
      givenAt: Date.parse(time),
      ...more,
    };
    await answerFeedback.keep({ ratingKey: `k${index}`, by }, feedback, clock.now() + 90 * dayMs);
  }
  return { clock, answerFeedback };
}

it('counts what helped and what did not, by weeks and with the reasons, those without any feedback included', async () => {
  const deps = await scene('2026-11-23T09:00:00+01:00', [
    ['2026-11-23T00:00:00+01:00', { path: 'model' }],
    ['2026-11-23T08:00:00+01:00', { helpful: false, reason: 'wrong' }],
    ['2026-11-23T08:30:00+01:00', { helpful: false, reason: 'wrong', path: 'model' }],
    ['2026-11-23T08:40:00+01:00', { helpful: false }],
    ['2026-11-22T23:59:59.999+01:00', { helpful: false, reason: 'unclear' }],
    ['2026-11-09T00:00:00+01:00', {}],
    ['2026-11-01T23:59:59+01:00', {}],
  ]);

  expect(await weeklyFeedback(deps, 4)).toEqual([
    {
      monday: '2026-11-23',
      helpful: 1,
      notHelpful: 3,
      model: { helpful: 1, notHelpful: 1 },
      reasons: { wrong: 2 },
    },
    {
      monday: '2026-11-16',
      helpful: 0,
      notHelpful: 1,
      model: { helpful: 0, notHelpful: 0 },
      reasons: { unclear: 1 },
    },
    { monday: '2026-11-09', helpful: 1, notHelpful: 0, model: { helpful: 0, notHelpful: 0 }, reasons: {} },
    { monday: '2026-11-02', helpful: 0, notHelpful: 0, model: { helpful: 0, notHelpful: 0 }, reasons: {} },
  ]);
});

it.each([
  // Clocks went back on Sunday, 25 October, and forward on Sunday, 28 March.
  ['2026-10-26T12:00:00+01:00', '2026-10-26T00:00:00+01:00', '2026-10-25T23:59:59+01:00', '2026-10-26'],
  ['2026-10-25T23:59:00+01:00', '2026-10-19T00:00:00+02:00', '2026-10-18T23:59:59+02:00', '2026-10-19'],
  ['2027-03-29T00:30:00+02:00', '2027-03-29T00:00:00+02:00', '2027-03-28T23:59:59+02:00', '2027-03-29'],
])(
  'begins weeks on Monday at midnight in Berlin, also around the changes of the clocks (%s)',
  async (now, first, before, monday) => {
    const deps = await scene(now, [
      [first, {}],
      [before, { helpful: false }],
    ]);

    expect(await weeklyFeedback(deps, 2)).toMatchObject([
      { monday, helpful: 1, notHelpful: 0 },
      { helpful: 0, notHelpful: 1 },
    ]);
  },
);
