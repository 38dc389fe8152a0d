import { describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId, useCaseId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import {
  answerInvitation,
  askAgain,
  asksAgainAt,
  askWhenRestored,
  inviteToReport,
  nextStep,
  withStepDone,
} from '../../src/domain/topic-invitation.ts';
import type { KnownInvitation } from '../../src/domain/topic-invitation.ts';
import type { InvitationAnswer, Participation, TopicInvitation } from '../../src/domain/topic-request.ts';
import { menden } from '../support/builders.ts';
import { aTopicRequest } from '../support/topics.ts';

const berta = storedMemberId('t.berta');
const anna = storedMemberId('t.anna');
const request = aTopicRequest();
const invitee = { memberId: berta, useCaseId: useCaseId('u1'), askedBy: anna, now: 100 };

function invited(): TopicInvitation {
  const outcome = inviteToReport({ request }, [], invitee);
  if (outcome.kind !== 'invited') {
    throw new Error(outcome.kind);
  }
  return outcome.invitation;
}

/** What stands after these answers, each told before the next. */
function after(...answers: readonly (readonly [InvitationAnswer, number])[]): KnownInvitation {
  let known: KnownInvitation = { request, invitation: withStepDone(invited()) };
  for (const [answer, now] of answers) {
    const outcome = answerInvitation(known, { answer, communeId: menden, now });
    known = { ...outcome, invitation: withStepDone(outcome.invitation) };
  }
  return known;
}

describe('an invitation to report', () => {
  it('has the next number of the request, and is to be sent at once', () => {
    const outcome = inviteToReport({ request: { ...request, numberedInvitations: 3 } }, [], invitee);

    expect(outcome).toEqual({
      kind: 'invited',
      request: { ...request, numberedInvitations: 4 },
      invitation: {
        topicRequestId: request.id,
        number: 4,
        useCaseId: 'u1',
        memberId: berta,
        askedBy: anna,
        askedAt: 100,
        round: 1,
        version: 0,
        dueAt: 100,
      },
    });
  });

  it('goes to nobody twice, whatever use case it is about', () => {
    const known = invited();

    const again = inviteToReport({ request }, [known], { ...invitee, useCaseId: useCaseId('u2') });
    const other = inviteToReport({ request }, [known], { ...invitee, memberId: storedMemberId('t.carla') });

    expect(again).toEqual({ kind: 'already', request, invitation: known });
    expect(other.kind).toBe('invited');
  });

  it('goes to nobody who offers it, nor when the request is decided', () => {
    const participation = { topicRequestId: request.id, memberId: berta, offer: { at: 1 } };
    const merged = { ...request, state: { kind: 'merged', into: topicRequestId('t2') } } as const;

    expect(inviteToReport({ request, participation }, [], invitee).kind).toBe('offers');
    expect(inviteToReport({ request: merged }, [], invitee).kind).toBe('closed');
  });
});

describe('an answer', () => {
  it('"yes" is an offer of the commune, and follows', () => {
    expect(after(['yes', 200]).participation).toEqual({
      topicRequestId: request.id,
      memberId: berta,
      offer: { at: 200, communeId: menden },
      followsSince: 200,
    });
  });

  it.each(['no', 'later'] as const)('"%s" after "yes" takes that offer away', (answer) => {
    const { participation, invitation } = after(['yes', 200], [answer, 300]);

    expect(participation).toEqual({ topicRequestId: request.id, memberId: berta });
    expect(invitation).toMatchObject({ answer, answeredAt: 300, version: 2 });
  });

  it.each(['no', 'later'] as const)('"%s" leaves an offer that they made themselves', (answer) => {
    const participation: Participation = { topicRequestId: request.id, memberId: berta, offer: { at: 150 } };
    const known = { request, invitation: invited(), participation };

    const first = answerInvitation(known, { answer: 'yes', communeId: menden, now: 200 });
    const second = answerInvitation(first, { answer, communeId: menden, now: 300 });

    expect(first.participation).toEqual(participation);
    expect(second.participation).toEqual(participation);
  });

  it('is given once, unless the offer is gone meanwhile', () => {
    const known = after(['yes', 200]);
    const { participation: _, ...withdrawn } = known;
    const yes = { answer: 'yes', communeId: menden, now: 300 } as const;

    expect(answerInvitation(known, yes).kind).toBe('already');
    expect(answerInvitation(withdrawn, yes)).toMatchObject({
      kind: 'answered',
      invitation: { version: 2 },
      participation: { offer: { at: 300 } },
    });
    expect(answerInvitation(after(['no', 200]), { ...yes, answer: 'no' }).kind).toBe('already');
  });

  it('comes too late when the request is decided', () => {
    const declined = { ...request, state: { kind: 'declined', reason: 'Nein.' } } as const;

    const outcome = answerInvitation(
      { request: declined, invitation: invited() },
      { answer: 'yes', communeId: menden, now: 200 },
    );

    expect(outcome.kind).toBe('closed');
    expect(outcome.participation).toBeUndefined();
  });
});

describe('what is still to be done', () => {
  const at = 200;
  const again = at + 14 * dayMs;

  it('is to ask, once', () => {
    expect(nextStep(invited(), 100)).toBe('ask');
    expect(nextStep(withStepDone(invited()), 100)).toBeUndefined();
  });

  it.each(['yes', 'no', 'later'] as const)('is to tell "%s" at once', (answer) => {
    const known = { request, invitation: withStepDone(invited()) };
    const { invitation } = answerInvitation(known, { answer, communeId: menden, now: at });

    expect(nextStep(invitation, at)).toBe('tell');
    expect(nextStep(invitation, again + dayMs)).toBe('tell');
  });

  it('is to ask again 14 days after "later", and after no other answer', () => {
    const { invitation } = after(['later', at]);

    expect(nextStep(invitation, again - 1)).toBeUndefined();
    expect(nextStep(invitation, again)).toBe('ask-again');
    expect(asksAgainAt(invitation)).toBe(again);
    expect(nextStep(after(['later', at], ['no', at + 1]).invitation, again)).toBeUndefined();
    expect(nextStep(after(['no', at]).invitation, again)).toBeUndefined();
  });

  it('waits two weeks more for a decided request to be restored, half a year at most', () => {
    const { invitation } = after(['later', 200]);

    expect(askWhenRestored(invitation, 200 + 14 * dayMs).dueAt).toBe(200 + 28 * dayMs);
    expect(askWhenRestored(invitation, 200 + 166 * dayMs).dueAt).toBe(200 + 180 * dayMs);
    expect(askWhenRestored(invitation, 201 + 166 * dayMs)).not.toHaveProperty('dueAt');
  });

  it('is nothing after the second "later"', () => {
    const asked = askAgain(after(['later', at]).invitation, again);
    const told = withStepDone(asked);
    const { invitation } = answerInvitation(
      { request, invitation: told },
      { answer: 'later', communeId: menden, now: again + 1 },
    );

    expect(asked).toMatchObject({ round: 2, askedAt: again, dueAt: again, version: 1 });
    expect(asked.answer).toBeUndefined();
    expect(nextStep(asked, again)).toBe('ask');
    expect(nextStep(invitation, again + 1)).toBe('tell');
    expect(nextStep(withStepDone(invitation), again + 100 * dayMs)).toBeUndefined();
    expect(asksAgainAt(invitation)).toBeUndefined();
  });
});
