import { describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import {
  declineTopic,
  isOnlyTheirs,
  mergeTopic,
  planTopic,
  proposeTopic,
  restoreTopic,
  treatTopic,
} from '../../src/domain/topic-states.ts';
import type { MergeTopicOutcome } from '../../src/domain/topic-states.ts';

const by = storedMemberId('t.organiser');
const change = { by, now: 2000 };
const plan = { date: '2026-12-03' };

function aRequest(id = 't1', fields: Partial<TopicRequest> = {}): TopicRequest {
  const { request } = proposeTopic(
    topicRequestId(id),
    { title: 'KI im Bauamt', tags: [] },
    { by: storedMemberId('t.author'), votes: true, now: 1000 },
  );
  return { ...request, ...fields };
}

function toChanged(outcome: MergeTopicOutcome): TopicRequest {
  if (outcome.kind !== 'changed') {
    throw new Error(outcome.kind);
  }
  return outcome.request;
}

const other = aRequest('t2');
const inState = {
  open: aRequest(),
  planned: toChanged(planTopic(aRequest(), plan, change)),
  treated: toChanged(treatTopic(aRequest(), { text: 'Gut.' }, change)),
  declined: toChanged(declineTopic(aRequest(), 'Zu speziell', change)),
  merged: toChanged(mergeTopic(aRequest(), other, change)),
} as const;

describe('the state of a request', () => {
  it('changes with a number of its own, which its followers are to be told, but not whoever decided it', () => {
    const planned = toChanged(planTopic(aRequest(), plan, change));
    const again = toChanged(planTopic(planned, { reference: 'Olpe' }, { by, now: 3000 }));

    expect(again.history).toEqual([
      { number: 1, at: 2000, state: { kind: 'planned', plan }, again: false },
      { number: 2, at: 3000, state: { kind: 'planned', plan: { reference: 'Olpe' } }, again: true },
    ]);
    expect(again.untold).toEqual([
      { number: 1, except: by },
      { number: 2, except: by },
    ]);
    expect(again.changedAt).toBe(3000);
  });

  it('is said once: the same words change nothing', () => {
    expect(planTopic(inState.planned, plan, change).kind).toBe('already');
    expect(treatTopic(inState.treated, { text: 'Gut.' }, change).kind).toBe('already');
    expect(declineTopic(inState.declined, 'Zu speziell', change).kind).toBe('already');
    expect(restoreTopic(inState.open, change).kind).toBe('already');
  });

  it.each([
    ['planned', { open: 'changed', planned: 'changed', treated: 'impossible', declined: 'impossible' }],
    ['treated', { open: 'changed', planned: 'changed', treated: 'changed', declined: 'impossible' }],
    ['declined', { open: 'changed', planned: 'changed', treated: 'impossible', declined: 'impossible' }],
  ] as const)('leads to "%s" only from where it makes sense', (to, expected) => {
    const decide = (request: TopicRequest) =>
      ({
        planned: () => planTopic(request, { date: '2027-01-07' }, change),
        treated: () => treatTopic(request, { text: 'Sehr gut.' }, change),
        declined: () => declineTopic(request, 'Doppelt', change),
      })[to]().kind;

    expect(decide(inState.open)).toBe(expected.open);
    expect(decide(inState.planned)).toBe(expected.planned);
    expect(decide(inState.treated)).toBe(expected.treated);
    expect(decide(inState.declined)).toBe(expected.declined);
    expect(decide(inState.merged)).toBe('impossible');
  });

  it('leads back from everywhere', () => {
    for (const kind of ['planned', 'treated', 'declined', 'merged'] as const) {
      expect(toChanged(restoreTopic(inState[kind], change)).state).toEqual({ kind: 'open' });
    }
  });
});

describe('merging', () => {
  it('sends the votes on their way, and restoring calls them back', () => {
    const restored = toChanged(restoreTopic(inState.merged, change));

    expect(inState.merged.moving).toEqual({ kind: 'to', other: other.id });
    expect(restored.moving).toEqual({ kind: 'back-from', other: other.id });
  });

  it('needs another request that is open or planned', () => {
    const into = (state: TopicRequest['state']) => mergeTopic(inState.open, { ...other, state }, change).kind;

    expect(into({ kind: 'planned', plan })).toBe('changed');
    expect(into({ kind: 'treated', result: { text: 'Gut.' } })).toBe('no-target');
    expect(into({ kind: 'declined', reason: 'x' })).toBe('no-target');
    expect(into({ kind: 'merged', into: topicRequestId('t3') })).toBe('no-target');
    expect(mergeTopic(inState.open, inState.open, change).kind).toBe('no-target');
  });

  it('waits for votes that are still on their way back', () => {
    const restored = toChanged(restoreTopic(inState.merged, change));

    expect(mergeTopic(restored, other, change).kind).toBe('impossible');
  });
});

it('a request is its author’s alone until somebody else votes, comments, decides or is asked about it', () => {
  const memberId = storedMemberId('t.other');

  expect(isOnlyTheirs(inState.open, [])).toBe(true);
  expect(isOnlyTheirs(inState.open, [{ topicRequestId: inState.open.id, memberId, votedAt: 1 }])).toBe(false);
  expect(isOnlyTheirs({ ...inState.open, comments: 1 }, [])).toBe(false);
  expect(isOnlyTheirs(inState.declined, [])).toBe(false);
  expect(isOnlyTheirs({ ...inState.open, numberedInvitations: 1 }, [])).toBe(false);
});
