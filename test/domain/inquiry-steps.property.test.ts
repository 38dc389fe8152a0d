import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inquiryId, storedMemberId, userGroupId } from '../../src/domain/ids.ts';
import { inquiryAnswerKinds, isOpen } from '../../src/domain/inquiry.ts';
import type { InquiryThread } from '../../src/domain/inquiry.ts';
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

const members = ['t.asker', 't.a', 't.b', 't.c'].map(storedMemberId);
const kind = fc.constantFrom(...inquiryAnswerKinds);
const by = fc.constantFrom(...members);

const step = fc.oneof(
  {
    arbitrary: fc.record({ do: fc.constant('answer' as const), kind, by, text: fc.constantFrom('x', 'y') }),
    weight: 6,
  },
  { arbitrary: fc.record({ do: fc.constant('takeBack' as const), kind, by }), weight: 4 },
  { arbitrary: fc.record({ do: fc.constant('send' as const) }), weight: 2 },
  { arbitrary: fc.record({ do: fc.constant('route' as const), to: fc.constantFrom('g1', 'g2') }), weight: 1 },
  {
    arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'forget' as const, 'carryOut' as const) }),
    weight: 1,
  },
  {
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }),
    weight: 1,
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** As the store applies what is decided. */
function apply(thread: InquiryThread, one: Step, now: number): InquiryThread {
  const { inquiry, answers } = thread;
  switch (one.do) {
    case 'answer': {
      const given = { kind: one.kind, by: one.by, text: one.text };
      const outcome = answerInquiry(thread, given, now);
      if (outcome.kind !== 'recorded' && outcome.kind !== 'changed') {
        return thread;
      }
      const { answer } = outcome;
      const others = answers.filter(({ number }) => number !== answer.number);
      return {
        inquiry: outcome.inquiry,
        answers: [...others, answer].toSorted((a, b) => a.number - b.number),
      };
    }
    case 'takeBack': {
      const outcome = takeBackAnswer(thread, one);
      return outcome.kind === 'absent'
        ? thread
        : { inquiry: outcome.inquiry, answers: answers.filter((answer) => answer !== outcome.answer) };
    }
    case 'send':
      return { ...thread, inquiry: sendInquiry(inquiry, now).inquiry };
    case 'route':
      return { ...thread, inquiry: routeInquiry(inquiry, userGroupId(one.to)).inquiry };
    case 'close':
      return { ...thread, inquiry: closeInquiry(inquiry, 'asker', now).inquiry };
    case 'forget':
      return inquiry.state.kind === 'draft' ? thread : { ...thread, inquiry: forgetAsker(inquiry) };
    case 'carryOut':
      return { ...thread, inquiry: carriedOut(inquiry, inquiry) };
    case 'wait':
      return { ...thread, inquiry: closeOverdue(inquiry, now).inquiry };
  }
}

/** What is not as it must be after a step; nothing, for a good rule. */
function wrongAfter(before: InquiryThread, { inquiry, answers }: InquiryThread): readonly string[] {
  const was = before.inquiry;
  const fresh = answers.filter(({ number }) => !before.answers.some((one) => one.number === number));
  const isTold = (number: number) => inquiry.untold.some((untold) => untold.number === number);
  const state = inquiry.state.kind;
  const checks: readonly (readonly [string, boolean])[] = [
    ['the count is that of the answers', inquiry.answers === answers.length],
    ['open means without an answer', (state !== 'open' && state !== 'draft') || answers.length === 0],
    ['answered means with one', state !== 'answered' || answers.length > 0],
    ['closed is final', was.state.kind !== 'closed' || inquiry.state === was.state],
    ['nothing becomes a draft again', was.state.kind === 'draft' || state !== 'draft'],
    ['numbers are not given twice', fresh.every(({ number }) => number > was.numbered)],
    ['nobody answers a closed one', fresh.length === 0 || isOpen(inquiry)],
    ['the asker is told', fresh.every(({ number }) => isTold(number) === (inquiry.by !== undefined))],
    [
      'one of a kind per member',
      new Set(answers.map(({ by: who, kind: how }) => `${who} ${how}`)).size === answers.length,
    ],
    ['revisions rise', inquiry.revision >= was.revision && inquiry.shown <= inquiry.revision],
    [
      'what is seen changes with the revision',
      inquiry.answers === was.answers || inquiry.revision > was.revision,
    ],
    ['each place once', new Set(inquiry.posts.map(({ to }) => to)).size === inquiry.posts.length],
  ];
  return checks.filter(([, holds]) => !holds).map(([rule]) => rule);
}

it('whatever happens to an inquiry, its state says what is true of its answers, and nothing is lost or given twice', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      let now = 0;
      let thread: InquiryThread = {
        inquiry: draftInquiry(
          inquiryId('i1'),
          { question: 'Wer?', named: false },
          { by: storedMemberId('t.asker'), communeId: undefined, now },
        ),
        answers: [],
      };
      for (const one of steps) {
        now += one.do === 'wait' ? one.days * dayMs : 1;
        const before = thread;
        thread = apply(before, one, now);

        expect(wrongAfter(before, thread)).toEqual([]);
      }
    }),
  );
});
