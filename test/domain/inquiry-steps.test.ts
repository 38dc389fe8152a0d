import { describe, expect, it } from 'vitest';
import { inquiryId, storedMemberId, userGroupId } from '../../src/domain/ids.ts';
import { closesAt, hasUndone } from '../../src/domain/inquiry.ts';
import type { Inquiry, InquiryThread } from '../../src/domain/inquiry.ts';
import {
  answerInquiry,
  carriedOut,
  closeInquiry,
  closeOverdue,
  draftInquiry,
  forgetAsker,
  routeInquiry,
  sendInquiry,
  takeBackAnswer,
} from '../../src/domain/inquiry-steps.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { hemer, menden } from '../support/builders.ts';

const anna = storedMemberId('t.anna');
const berta = storedMemberId('t.berta');
const sentAt = 1000;

const draft = draftInquiry(
  inquiryId('i1'),
  { question: 'Wer nutzt Drohnen?', more: 'Für Dächer', named: true },
  { by: anna, communeId: menden, now: 1 },
);
const open = sendInquiry(draft, sentAt).inquiry;
const bertas = { kind: 'doing', stage: 'in_use', text: 'Seit 2024', by: berta, communeId: hemer } as const;

/** The thread after Berta's answer. */
function answered(inquiry: Inquiry = open, at = 2000): InquiryThread {
  const outcome = answerInquiry({ inquiry, answers: [] }, bertas, at);
  if (outcome.kind !== 'recorded') {
    throw new Error(outcome.kind);
  }
  return { inquiry: outcome.inquiry, answers: [outcome.answer] };
}

describe('a draft', () => {
  it('keeps the commune only when it may be named', () => {
    const fields = { question: 'Wer?', named: false };

    const unnamed = draftInquiry(inquiryId('i1'), fields, { by: anna, communeId: menden, now: 1 });

    expect(draft).toMatchObject({ communeId: menden, state: { kind: 'draft' }, revision: 0 });
    expect(unnamed).not.toHaveProperty('communeId');
  });

  it('is sent once', () => {
    expect(open).toMatchObject({
      state: { kind: 'open' },
      sentAt,
      posts: [{ to: 'community', begun: false }],
    });
    expect(sendInquiry(open, 2000)).toEqual({ kind: 'already', inquiry: open });
  });

  it('cannot be answered, closed, routed or overdue', () => {
    expect(answerInquiry({ inquiry: draft, answers: [] }, bertas, 2).kind).toBe('closed');
    expect(closeInquiry(draft, 'asker', 2).kind).toBe('already');
    expect(routeInquiry(draft, userGroupId('g1')).kind).toBe('closed');
    expect(closesAt(draft)).toBeUndefined();
  });
});

describe('an answer', () => {
  it('makes an open inquiry an answered one, and its asker is to be told', () => {
    const { inquiry, answers } = answered();

    expect(inquiry).toMatchObject({
      state: { kind: 'answered' },
      answers: 1,
      answeredAt: 2000,
      revision: 2,
      untold: [{ number: 1, version: 1 }],
    });
    expect(answers).toEqual([{ ...bertas, number: 1, at: 2000, version: 1 }]);
  });

  it('of the same words is there already', () => {
    const thread = answered();

    expect(answerInquiry(thread, bertas, 3000)).toMatchObject({ kind: 'already', inquiry: thread.inquiry });
  });

  it('is changed by other words, another stage or another commune, and keeps its number', () => {
    const thread = answered();
    const others = [
      { ...bertas, text: 'Seit 2025' },
      { ...bertas, stage: 'pilot' as const },
      { ...bertas, communeId: menden },
    ];

    for (const given of others) {
      expect(answerInquiry(thread, given, 3000)).toMatchObject({
        kind: 'changed',
        answer: { number: 1, version: 2, at: 2000 },
        inquiry: { answers: 1, numbered: 1, answeredAt: 2000 },
      });
    }
  });

  it('of another kind stands beside the first one', () => {
    const outcome = answerInquiry(answered(), { kind: 'words', text: 'Gern mehr', by: berta }, 3000);

    expect(outcome).toMatchObject({ kind: 'recorded', answer: { number: 2 }, inquiry: { answers: 2 } });
  });

  it('is not given by the asker, unless nobody knows any more who that is', () => {
    const own = { ...bertas, by: anna };

    expect(answerInquiry({ inquiry: open, answers: [] }, own, 2).kind).toBe('own');
    expect(answerInquiry({ inquiry: forgetAsker(open), answers: [] }, own, 2).kind).toBe('recorded');
  });

  it('comes too late for a closed inquiry', () => {
    const { inquiry } = closeInquiry(open, 'asker', 2000);

    expect(answerInquiry({ inquiry, answers: [] }, bertas, 3000).kind).toBe('closed');
  });

  it('taken back opens the inquiry again when it was the only one, and its number is not given twice', () => {
    const taken = takeBackAnswer(answered(), { by: berta, kind: 'doing' });
    const again = answerInquiry({ inquiry: taken.inquiry, answers: [] }, bertas, 4000);

    expect(taken).toMatchObject({ kind: 'taken-back', inquiry: { state: { kind: 'open' }, answers: 0 } });
    expect(again).toMatchObject({ kind: 'recorded', answer: { number: 2 }, inquiry: { answers: 1 } });
  });

  it('is taken back by its author alone, once, and also when the inquiry is closed', () => {
    const thread = answered();
    const closed = closeInquiry(thread.inquiry, 'organiser', 3000).inquiry;

    expect(takeBackAnswer(thread, { by: anna, kind: 'doing' }).kind).toBe('absent');
    expect(takeBackAnswer({ ...thread, answers: [] }, { by: berta, kind: 'doing' }).kind).toBe('absent');
    expect(takeBackAnswer({ ...thread, inquiry: closed }, { by: berta, kind: 'doing' })).toMatchObject({
      kind: 'taken-back',
      inquiry: { state: { kind: 'closed', because: 'organiser' }, answers: 0 },
    });
  });
});

describe('the end', () => {
  it('comes once, and who did it stays', () => {
    const closed = closeInquiry(open, 'asker', 2000);

    expect(closed).toMatchObject({
      kind: 'closed',
      inquiry: { state: { kind: 'closed', at: 2000, because: 'asker' }, revision: 2 },
    });
    expect(closeInquiry(closed.inquiry, 'organiser', 3000)).toEqual({
      kind: 'already',
      inquiry: closed.inquiry,
    });
  });

  it('comes by itself 60 days after the sending or the latest new answer, and not a moment sooner', () => {
    const due = sentAt + 60 * dayMs;
    const later = answered(open, 30 * dayMs).inquiry;

    expect(closeOverdue(open, due - 1).kind).toBe('already');
    expect(closeOverdue(open, due)).toMatchObject({
      kind: 'closed',
      inquiry: { state: { kind: 'closed', because: 'time' } },
    });
    expect(closeOverdue(later, due).kind).toBe('already');
    expect(closeOverdue(later, 90 * dayMs).kind).toBe('closed');
  });
});

describe('routing', () => {
  it('posts it in the channels of a group once', () => {
    const routed = routeInquiry(open, userGroupId('g1'));

    expect(routed).toMatchObject({
      kind: 'routed',
      inquiry: { posts: [{ to: 'community' }, { to: 'g1', begun: false }] },
    });
    expect(routeInquiry(routed.inquiry, userGroupId('g1')).kind).toBe('already');
  });
});

describe('what is carried out', () => {
  it('is no longer undone, but what came meanwhile is', () => {
    const seen = answered().inquiry;
    const more = answerInquiry({ inquiry: seen, answers: [] }, { kind: 'words', text: 'Auch', by: berta }, 3);
    const done = carriedOut(seen, seen);
    const meanwhile = carriedOut(more.inquiry, seen);

    expect(hasUndone(seen)).toBe(true);
    expect(hasUndone(done)).toBe(false);
    expect(meanwhile).toMatchObject({ shown: 2, revision: 3, untold: [{ number: 2, version: 1 }] });
    expect(hasUndone(meanwhile)).toBe(true);
  });
});

describe('an erased asker', () => {
  it('leaves the question without the person, the commune and what was written besides; nobody is told any more', () => {
    const forgotten = forgetAsker(answered().inquiry);
    const next = answerInquiry({ inquiry: forgotten, answers: [] }, bertas, 3000);

    expect(forgotten).toMatchObject({ question: 'Wer nutzt Drohnen?', named: false, untold: [] });
    expect(JSON.stringify(forgotten)).not.toMatch(/anna|Dächer|05962040/);
    expect(next).toMatchObject({ kind: 'recorded', inquiry: { untold: [] } });
  });
});
