import { describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import { checkOffer, offerToReport, stopReporting } from '../../src/domain/topic-offer.ts';
import type { Participation, TopicState } from '../../src/domain/topic-request.ts';
import { hemer, menden } from '../support/builders.ts';
import { aTopicRequest } from '../support/topics.ts';

const memberId = storedMemberId('t.berta');
const request = aTopicRequest();
const participation: Participation = { topicRequestId: request.id, memberId };
const offered = { memberId, communeId: menden, text: 'Seit 2024.', now: 10 };
const decided: readonly TopicState[] = [
  { kind: 'treated', result: { text: 'Berichtet.' } },
  { kind: 'declined', reason: 'Gehört woanders hin.' },
  { kind: 'merged', into: topicRequestId('t2') },
];

describe('"Ich kann dazu berichten"', () => {
  it('stands with the commune and follows the request', () => {
    expect(offerToReport(request, undefined, offered)).toEqual({
      kind: 'offered',
      request,
      participation: {
        ...participation,
        offer: { at: 10, communeId: menden, text: 'Seit 2024.' },
        followsSince: 10,
      },
    });
  });

  it('keeps the vote, since when it follows, and when it was offered first', () => {
    const known = { ...participation, votedAt: 1, followsSince: 1, offer: { at: 5, communeId: menden } };

    const changed = offerToReport(request, known, offered);

    expect(changed).toMatchObject({
      kind: 'changed',
      participation: {
        votedAt: 1,
        followsSince: 1,
        offer: { at: 5, communeId: menden, text: 'Seit 2024.' },
      },
    });
  });

  it('is there already when it says the same, and changes with the commune', () => {
    const known = { ...participation, offer: { at: 5, communeId: menden, text: 'Seit 2024.' } };

    expect(offerToReport(request, known, offered).kind).toBe('already');
    expect(offerToReport(request, known, { ...offered, communeId: hemer }).kind).toBe('changed');
  });

  it.each(decided)('is too late when the request is $kind', (state) => {
    expect(offerToReport({ ...request, state }, undefined, offered).kind).toBe('closed');
  });

  it('is possible when the meeting is planned', () => {
    const planned = { ...request, state: { kind: 'planned', plan: {} } } as const;

    expect(offerToReport(planned, undefined, offered).kind).toBe('offered');
  });
});

describe('"Doch nicht berichten"', () => {
  it('leaves nothing of somebody who followed for that alone', () => {
    const known = { ...participation, offer: { at: 5 }, followsSince: 5 };

    expect(stopReporting(request, known)).toEqual({ kind: 'stopped', request, participation });
  });

  it('leaves the vote, and what was followed before or because of it', () => {
    const before = { ...participation, offer: { at: 5 }, followsSince: 4 };
    const voter = { ...participation, offer: { at: 5 }, followsSince: 5, votedAt: 6 };

    expect(stopReporting(request, before)).toMatchObject({ participation: { followsSince: 4 } });
    expect(stopReporting(request, voter)).toMatchObject({ participation: { votedAt: 6, followsSince: 5 } });
  });

  it('says so when there is no offer', () => {
    expect(stopReporting(request, undefined).kind).toBe('absent');
    expect(stopReporting(request, participation).kind).toBe('absent');
  });
});

describe('the words of an offer', () => {
  it('may be missing, and hide nothing', () => {
    expect(checkOffer(undefined)).toEqual({ kind: 'valid' });
    expect(checkOffer(' \n\u200B ')).toEqual({ kind: 'valid' });
    expect(checkOffer(' Seit\u202E 2024\r\nbei uns ')).toEqual({
      kind: 'valid',
      text: 'Seit 2024\nbei uns',
    });
  });

  it('are refused when they are too long, and come back whole', () => {
    expect(checkOffer('x'.repeat(300))).toEqual({ kind: 'valid', text: 'x'.repeat(300) });
    expect(checkOffer('x'.repeat(301))).toEqual({
      kind: 'invalid',
      problem: 'text-too-long',
      text: 'x'.repeat(301),
    });
  });
});
