import { describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import { hasLost, isOnItsWay, reopen, settle } from '../../src/domain/topic-moves.ts';
import type { Participation } from '../../src/domain/topic-request.ts';
import { aTopicRequest } from '../support/topics.ts';

const [id, from, third] = [topicRequestId('t1'), topicRequestId('t2'), topicRequestId('t3')];
const memberId = storedMemberId('t.voter');
const into = aTopicRequest({ id, votes: 3 });
const nothing: Participation = { topicRequestId: id, memberId };
const there: Participation = { topicRequestId: from, memberId, votedAt: 500, followsSince: 600 };
const came = { ...nothing, votedAt: 500, votedBy: from, followsSince: 600, followsBy: from };

describe('what a member has to do with a merged request', () => {
  it('counts where it was merged into', () => {
    expect(settle(into, nothing, { from, participation: there }, [])).toEqual({
      request: { ...into, votes: 4 },
      participation: came,
    });
  });

  it('counts once', () => {
    const own = { ...nothing, votedAt: 1, followsSince: 2 };

    expect(settle(into, own, { from, participation: there }, [])).toEqual({
      request: into,
      participation: own,
    });
  });

  it('changes nothing when it has arrived, even if it was withdrawn there', () => {
    const arrived = { ...there, movedTo: id };

    expect(isOnItsWay(arrived, id)).toBe(false);
    expect(settle(into, came, { from, participation: arrived }, [])).toBeUndefined();
    expect(settle(into, nothing, { from, participation: arrived }, [])).toBeUndefined();
  });

  it('goes back with it, and what was given here stays', () => {
    const own = { ...nothing, votedAt: 1, followsSince: 2 };
    const byThird = { ...came, votedBy: third, followsBy: third };

    expect(settle(into, came, { from, participation: undefined }, [])).toEqual({
      request: { ...into, votes: 2 },
      participation: nothing,
    });
    expect(settle(into, { ...came, followsBy: third }, { from, participation: undefined }, [])).toEqual({
      request: { ...into, votes: 2 },
      participation: { ...nothing, followsSince: 600, followsBy: third },
    });
    for (const known of [own, byThird]) {
      expect(hasLost(known, { from, participation: undefined })).toBe(false);
      expect(settle(into, known, { from, participation: undefined }, [])).toBeUndefined();
    }
  });

  it('is counted by another merged request of the same member instead', () => {
    const others = [
      { ...nothing, topicRequestId: third, followsSince: 8 },
      { ...nothing, topicRequestId: topicRequestId('t4'), votedAt: 9 },
    ];

    expect(settle(into, came, { from, participation: undefined }, others)).toEqual({
      request: into,
      participation: { ...nothing, votedAt: 9, votedBy: 't4', followsSince: 8, followsBy: third },
    });
  });

  it('leaves the follow to whoever offered to report', () => {
    const offering = { ...came, offer: { at: 700 } };

    expect(settle(into, offering, { from, participation: undefined }, [])?.participation).toEqual({
      ...nothing,
      followsSince: 600,
      offer: { at: 700 },
    });
  });

  it('goes on to where that one was merged, which it leaves again, too', () => {
    const merged = aTopicRequest({ id, votes: 3, state: { kind: 'merged', into: third } });
    const known = { ...nothing, followsSince: 1, movedTo: third };
    const moving = { kind: 'to', other: third };

    expect(settle(merged, known, { from, participation: there }, [])).toEqual({
      request: { ...merged, votes: 4, moving },
      participation: { ...nothing, votedAt: 500, votedBy: from, followsSince: 1 },
    });
    expect(settle(merged, { ...came, movedTo: third }, { from, participation: undefined }, [])).toMatchObject(
      { request: { ...merged, votes: 2, moving } },
    );
  });
});

it('a request that is open again because its other one is gone is told of once, or not at all', () => {
  const state = { kind: 'merged', into: third } as const;
  const history = [{ number: 1, at: 5, state, again: false }];
  const untold = aTopicRequest({ id, state, history, untold: [{ number: 1 }] });

  expect(reopen(untold, 9)).toMatchObject({
    state: { kind: 'open' },
    untold: [],
    moving: { kind: 'back-from', other: third },
  });
  expect(reopen({ ...untold, untold: [] }, 9).untold).toEqual([{ number: 2 }]);
});
