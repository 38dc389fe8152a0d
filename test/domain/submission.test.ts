import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import {
  decide,
  handIn,
  isOpen,
  isRevisable,
  toNotPublished,
  toPublished,
  withdraw,
} from '../../src/domain/submission.ts';
import type { Decision, Submission, SubmissionState } from '../../src/domain/submission.ts';
import { aHandedIn, aSubmission, organiser, otherOrganiser } from '../support/submissions.ts';

const now = Date.UTC(2026, 10, 23);
const by = { at: now, by: organiser };

const states = {
  waiting: { kind: 'waiting' },
  asked: { kind: 'asked', question: 'Wo läuft das?', ...by },
  returned: { kind: 'returned', reason: 'Das gibt es schon.', ...by },
  publishing: { kind: 'publishing', ...by },
  published: { kind: 'published', useCaseId: useCaseId('s1'), version: 1, ...by },
  withdrawn: { kind: 'withdrawn', at: now },
} satisfies Record<SubmissionState['kind'], SubmissionState>;

const decisions = {
  publish: { kind: 'publish' },
  ask: { kind: 'ask', question: 'Wo läuft das?' },
  return: { kind: 'return', reason: 'Das gibt es schon.' },
} satisfies Record<Decision['kind'], Decision>;

function decided(submission: Submission, decision: Decision, version = submission.version, who = organiser) {
  return decide(submission, { decision, version, by: who, now });
}

describe('handing in', () => {
  it('is the first round, and everybody is still to be told', () => {
    expect(handIn(undefined, aHandedIn())).toEqual({
      kind: 'submitted',
      submission: aSubmission({ untold: true }),
    });
  });

  it('twice the same while it waits is once', () => {
    const { typed } = aHandedIn();

    expect(handIn(aSubmission(), aHandedIn({ submittedAt: now }))).toEqual({ kind: 'exists' });
    expect(handIn(aSubmission(), aHandedIn({ typed: { supplier: '', ...typed } }))).toEqual({
      kind: 'exists',
    });
  });

  it.each(['waiting', 'asked', 'returned', 'withdrawn'] as const)(
    'again with other words is a round of its own: %s',
    (state) => {
      const known = aSubmission({ version: 3, round: 2, state: states[state] });
      const typed = { title: 'Neuer Titel' };

      expect(handIn(known, aHandedIn({ typed, submittedAt: now }))).toMatchObject({
        kind: 'submitted',
        submission: {
          round: 3,
          version: 4,
          state: { kind: 'waiting' },
          typed,
          submittedAt: now,
          untold: true,
        },
      });
    },
  );

  it.each(['asked', 'returned'] as const)('unchanged answers, too, once it was %s', (state) => {
    expect(handIn(aSubmission({ state: states[state] }), aHandedIn()).kind).toBe('submitted');
  });

  it.each(['publishing', 'published'] as const)('changes nothing any more when it is %s', (state) => {
    const known = aSubmission({ state: states[state] });

    expect(handIn(known, aHandedIn({ typed: { title: 'Neuer Titel' } }))).toEqual({ kind: 'exists' });
  });

  it.each([
    [{ kind: 'change', useCaseId: useCaseId('u1') }, ['summary'], false],
    [{ kind: 'change', useCaseId: useCaseId('u1') }, ['contact'], true],
    [{ kind: 'change', useCaseId: useCaseId('u1') }, ['mailbox'], true],
    [{ kind: 'new' }, [], true],
  ] as const)('keeps the contact only where it is entered: %j, %j', (origin, changed, isKept) => {
    const contact = { name: 'Carla Beispiel', memberId: otherOrganiser };
    const content = { ...aHandedIn().content, contact };

    const outcome = handIn(undefined, aHandedIn({ origin, changed, content }));

    expect(outcome).toHaveProperty('submission.content.title');
    expect(JSON.stringify(outcome).includes('Carla')).toBe(isKept);
  });

  it('never takes over what somebody else handed in', () => {
    const foreign = aHandedIn({ by: organiser, typed: { title: 'Fremd' } });

    expect(handIn(aSubmission({ state: states.returned }), foreign)).toEqual({ kind: 'exists' });
  });
});

describe('deciding', () => {
  it.each([
    ['waiting', 'publish', 'publishing'],
    ['waiting', 'ask', 'asked'],
    ['waiting', 'return', 'returned'],
    ['asked', 'publish', 'publishing'],
    ['asked', 'ask', 'asked'],
    ['asked', 'return', 'returned'],
  ] as const)('%s: %s → %s', (from, decision, to) => {
    const outcome = decided(aSubmission({ state: states[from] }), decisions[decision]);

    expect(outcome).toMatchObject({
      kind: 'decided',
      submission: { version: 2, round: 1, state: { kind: to, at: now, by: organiser }, untold: true },
    });
  });

  it.each(
    (['returned', 'publishing', 'published', 'withdrawn'] as const).flatMap((state) =>
      (['publish', 'ask', 'return'] as const).map((decision) => [state, decision] as const),
    ),
  )('%s: %s is too late', (state, decision) => {
    const submission = aSubmission({ version: 2, state: states[state] });

    expect(decided(submission, decisions[decision])).toEqual({ kind: 'outdated' });
    expect(decided(submission, decisions[decision], 1, otherOrganiser)).toEqual({ kind: 'outdated' });
  });

  it.each([
    ['publishing', 'publish'],
    ['published', 'publish'],
    ['asked', 'ask'],
    ['returned', 'return'],
  ] as const)('pressed twice is once: %s', (state, decision) => {
    const submission = aSubmission({ version: 2, state: states[state] });

    expect(decided(submission, decisions[decision], 1)).toEqual({ kind: 'already' });
  });

  it('is refused when it was handed in again since the organiser looked', () => {
    const submission = aSubmission({ version: 3, round: 2 });

    expect(decided(submission, decisions.publish, 1)).toEqual({ kind: 'outdated' });
    expect(decided(submission, decisions.publish, 4)).toEqual({ kind: 'outdated' });
  });

  it('tells apart two questions of the same organiser', () => {
    const submission = aSubmission({ version: 2, state: states.asked });

    expect(decided(submission, { kind: 'ask', question: 'Etwas anderes?' }, 1)).toEqual({ kind: 'outdated' });
  });
});

describe('withdrawing', () => {
  it.each([
    ['waiting', 'withdrawn'],
    ['asked', 'withdrawn'],
    ['returned', 'withdrawn'],
    ['withdrawn', 'already'],
    ['publishing', 'too-late'],
    ['published', 'too-late'],
  ] as const)('%s → %s', (state, outcome) => {
    expect(withdraw(aSubmission({ state: states[state] }), now).kind).toBe(outcome);
  });
});

it('becomes published with the version that came of it, and keeps who decided', () => {
  const publishing = aSubmission({ version: 2, state: states.publishing });

  expect(toPublished(publishing, useCaseId('u1'), 7).state).toEqual({
    kind: 'published',
    at: now,
    by: organiser,
    useCaseId: 'u1',
    version: 7,
  });
  expect(toPublished(aSubmission(), useCaseId('u1'), 7)).toEqual(aSubmission());
});

it('waits again when it could not be published', () => {
  expect(toNotPublished(aSubmission({ version: 2, state: states.publishing }))).toMatchObject({
    version: 3,
    state: { kind: 'waiting' },
    untold: true,
  });
});

it('is for organisers to look at until it is decided, and for its author to revise once somebody said why or they took it back', () => {
  const kinds = Object.values(states);

  expect(kinds.filter((state) => isOpen({ state })).map(({ kind }) => kind)).toEqual(['waiting', 'asked']);
  expect(kinds.filter((state) => isRevisable({ state })).map(({ kind }) => kind)).toEqual([
    'asked',
    'returned',
    'withdrawn',
  ]);
});
