import { describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import {
  checkComment,
  commentOnTopic,
  takesComments,
  withoutComment,
} from '../../src/domain/topic-comment.ts';
import type { TopicComment, TopicState } from '../../src/domain/topic-request.ts';
import { aTopicRequest } from '../support/topics.ts';

const berta = storedMemberId('t.berta');
const carla = storedMemberId('t.carla');
const known: TopicComment = {
  topicRequestId: topicRequestId('t1'),
  number: 4,
  by: berta,
  at: 1,
  text: 'Bei uns läuft das.',
};

describe('what is typed as a comment', () => {
  it('is kept without control characters and with its lines', () => {
    expect(checkComment('  Bei\u202e uns\r\nläuft\u0007 das. ')).toEqual({
      kind: 'valid',
      text: 'Bei uns\nläuft das.',
    });
  });

  it.each(['', ' \n ', '\u200b', '…?!', '\ud800'])('needs a letter or a digit: %j', (typed) => {
    expect(checkComment(typed)).toMatchObject({ kind: 'invalid', problem: 'missing' });
  });

  it('may have 500 characters, and is refused whole with one more', () => {
    expect(checkComment('x'.repeat(500)).kind).toBe('valid');
    expect(checkComment('x'.repeat(501))).toEqual({
      kind: 'invalid',
      problem: 'too-long',
      text: 'x'.repeat(501),
    });
  });

  it('comes back as long as a form can hold it', () => {
    expect(checkComment('x'.repeat(20_000)).text).toHaveLength(10_000);
  });
});

describe('commenting', () => {
  const request = aTopicRequest({ comments: 1, numberedComments: 4 });

  it('gives the next number, also when comments before it were removed', () => {
    const outcome = commentOnTopic(request, [known], { by: carla, text: 'Bei uns auch.', now: 7 });

    expect(outcome).toEqual({
      kind: 'commented',
      request: { ...request, comments: 2, numberedComments: 5 },
      comment: { topicRequestId: request.id, number: 5, by: carla, at: 7, text: 'Bei uns auch.' },
    });
  });

  it('says the same of the same member once, and of another one again', () => {
    const same = { text: known.text, now: 7 };

    expect(commentOnTopic(request, [known], { ...same, by: berta }).kind).toBe('already');
    expect(commentOnTopic(request, [known], { ...same, by: carla }).kind).toBe('commented');
  });

  it.each<readonly [TopicState, boolean]>([
    [{ kind: 'open' }, true],
    [{ kind: 'planned', plan: {} }, true],
    [{ kind: 'treated', result: { text: 'Gut.' } }, true],
    [{ kind: 'declined', reason: 'Nein.' }, false],
    [{ kind: 'merged', into: topicRequestId('t2') }, false],
  ])('on %j is possible: %s', (state, isPossible) => {
    const outcome = commentOnTopic({ ...request, state }, [], { by: carla, text: 'Ja', now: 7 });

    expect(takesComments({ state })).toBe(isPossible);
    expect(outcome.kind).toBe(isPossible ? 'commented' : 'closed');
  });

  it('counts one less when one is removed, and gives no number twice', () => {
    expect(withoutComment(request)).toEqual({ ...request, comments: 0, numberedComments: 4 });
  });
});
