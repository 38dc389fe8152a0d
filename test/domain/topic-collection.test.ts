import { expect, it } from 'vitest';
import { isCollectionOver, waitsForNext } from '../../src/domain/topic-collection.ts';
import { aTopicRequest } from '../support/topics.ts';

const until = '2026-12-05';
/** The last moment of that day in Berlin. */
const lastMoment = Date.UTC(2026, 11, 5, 22, 59, 59, 999);

it('a collection is over when its last day is over in Berlin, and never without one', () => {
  expect(isCollectionOver({ until }, lastMoment)).toBe(false);
  expect(isCollectionOver({ until }, lastMoment + 1)).toBe(true);
  expect(isCollectionOver({ votesPerMember: 3 }, lastMoment + 1)).toBe(false);
});

it('only what is open and was proposed after the last day waits for the meeting after the next one', () => {
  const early = aTopicRequest({ createdAt: lastMoment });
  const late = aTopicRequest({ createdAt: lastMoment + 1 });
  const now = lastMoment + 2;

  expect(waitsForNext(late, { until }, now)).toBe(true);
  expect(waitsForNext(early, { until }, now)).toBe(false);
  expect(waitsForNext({ ...late, state: { kind: 'planned', plan: {} } }, { until }, now)).toBe(false);
  expect(waitsForNext(late, { votesPerMember: 3 }, now)).toBe(false);
  expect(waitsForNext(late, undefined, now)).toBe(false);
});

it('topics that are collected again wait no longer', () => {
  const late = aTopicRequest({ createdAt: lastMoment + 1 });

  expect(waitsForNext(late, { until: '2026-12-20' }, lastMoment + 2)).toBe(false);
  expect(waitsForNext(late, { until: '2026-12-20' }, Date.UTC(2027, 0, 1))).toBe(false);
});
