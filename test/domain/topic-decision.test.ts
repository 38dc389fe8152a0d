import { describe, expect, it } from 'vitest';
import {
  checkTopicPlan,
  checkTopicReason,
  checkTopicResult,
  toWays,
} from '../../src/domain/topic-decision.ts';
import type { CheckedForm } from '../../src/domain/topic-decision.ts';
import { topicRequestId } from '../../src/domain/ids.ts';

/** 23:30 in Berlin. */
const now = Date.UTC(2026, 10, 22, 22, 30);
const problemsOf = (checked: CheckedForm<unknown, unknown, string>) =>
  checked.kind === 'invalid' ? checked.problems : [];

describe('when or where a topic is taken up', () => {
  it.each([
    ['2026-12-03', '2026-12-03'],
    ['3.12.2026', '2026-12-03'],
    [' 03.12.2026 ', '2026-12-03'],
    ['3. Dezember 2026', '2026-12-03'],
    ['2026-11-22', '2026-11-22'],
    ['29.02.2028', '2028-02-29'],
  ])('is a day: %s', (typed, date) => {
    expect(checkTopicPlan({ date: typed }, now)).toMatchObject({ kind: 'valid', value: { date } });
  });

  it.each([
    ['31.11.2026', 'date-invalid'],
    ['29.02.2027', 'date-invalid'],
    ['Dezember 2026', 'date-invalid'],
    ['2027', 'date-invalid'],
    ['bald', 'date-invalid'],
    ['2026-11-21', 'date-past'],
    ['21.11.2026', 'date-past'],
  ])('is no day that comes: %s', (date, problem) => {
    expect(problemsOf(checkTopicPlan({ date, reference: 'Treffen in Olpe' }, now))).toEqual([problem]);
  });

  it('is over when the day is over in Berlin, not elsewhere', () => {
    const afterMidnight = now + 31 * 60_000;

    expect(problemsOf(checkTopicPlan({ date: '2026-11-22' }, afterMidnight))).toEqual(['date-past']);
  });

  it('is a reference, a day, or both, and not nothing', () => {
    const both = checkTopicPlan({ date: '3.12.2026', reference: ' Treffen\nin  Olpe ' }, now);

    expect(both).toMatchObject({
      kind: 'valid',
      value: { date: '2026-12-03', reference: 'Treffen in Olpe' },
    });
    expect(checkTopicPlan({ reference: 'Treffen in Olpe' }, now)).toMatchObject({
      value: { reference: 'Treffen in Olpe' },
    });
    for (const typed of [{}, { date: ' ', reference: '\u200b' }, { reference: '…' }]) {
      expect(problemsOf(checkTopicPlan(typed, now))).toEqual(['plan-missing']);
    }
  });

  it('keeps what is too long in the form, and says so', () => {
    const reference = 'x'.repeat(121);

    const checked = checkTopicPlan({ reference }, now);

    expect(checked).toMatchObject({ problems: ['reference-too-long'], fields: { date: '', reference } });
    expect(checkTopicPlan({ reference: 'x'.repeat(120) }, now).kind).toBe('valid');
  });
});

describe('what came of a topic', () => {
  it('keeps its lines, and its link as browsers write it', () => {
    const checked = checkTopicResult({
      text: ' Zwei berichten.\r\nMehr im Mai. ',
      link: 'www.Example.org/a',
    });

    expect(checked).toMatchObject({
      kind: 'valid',
      value: { text: 'Zwei berichten.\nMehr im Mai.', link: 'https://www.example.org/a' },
    });
    expect(checkTopicResult({ text: 'Gut.' })).toMatchObject({ value: { text: 'Gut.' } });
  });

  it.each([
    [{}, ['text-missing']],
    [{ text: '…', link: '' }, ['text-missing']],
    [{ text: 'x'.repeat(1001) }, ['text-too-long']],
    [{ text: 'x', link: 'javascript:alert(1)' }, ['link-invalid']],
    [{ text: 'x', link: 'http://localhost/a' }, ['link-invalid']],
    [{ text: 'x', link: 'https://anna:geheim@example.org' }, ['link-invalid']],
    [{ text: 'x', link: `https://example.org/${'a'.repeat(500)}` }, ['link-too-long']],
    [{ text: 'x', link: `https://example.org/${'ü'.repeat(200)}` }, ['link-too-long']],
  ])('is refused with every reason at once: %j', (typed, problems) => {
    expect(problemsOf(checkTopicResult(typed))).toEqual(problems);
  });
});

describe('a reason', () => {
  it('is needed to decline, and may be left out to merge', () => {
    expect(problemsOf(checkTopicReason({ reason: ' - ' }, { isRequired: true }))).toEqual(['reason-missing']);
    expect(checkTopicReason({ reason: ' - ' }, { isRequired: false })).toMatchObject({
      kind: 'valid',
      value: undefined,
    });
    expect(checkTopicReason({ reason: ' Zu speziell ' }, { isRequired: true })).toMatchObject({
      value: 'Zu speziell',
    });
  });

  it('has at most 500 characters', () => {
    expect(checkTopicReason({ reason: 'x'.repeat(500) }, { isRequired: true }).kind).toBe('valid');
    expect(problemsOf(checkTopicReason({ reason: 'x'.repeat(501) }, { isRequired: false }))).toEqual([
      'reason-too-long',
    ]);
  });
});

it('each state leads only where something can follow it', () => {
  const into = topicRequestId('t2');

  expect(toWays({ kind: 'open' })).toEqual(['plan', 'treat', 'decline', 'merge', 'change']);
  expect(toWays({ kind: 'planned', plan: {} })).toContain('restore');
  expect(toWays({ kind: 'treated', result: { text: 'x' } })).toEqual(['treat', 'restore', 'change']);
  expect(toWays({ kind: 'declined', reason: 'x' })).toEqual(['restore', 'change']);
  expect(toWays({ kind: 'merged', into })).toEqual(['restore']);
});
