import type { CommuneId, MemberId, UseCaseId } from './ids.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import { ofCommune, takesOffers, withOffer, withoutOffer } from './topic-offer.ts';
import type { InvitationAnswer, Participation, TopicInvitation, TopicRequest } from './topic-request.ts';

/** Whoever answered "later" is asked again after this time. */
const laterMs = 14 * dayMs;
/** As often somebody is asked, all in all. */
const mostRounds = 2;

export type InviteOutcome =
  | {
      readonly kind: 'invited';
      readonly request: TopicRequest;
      readonly invitation: TopicInvitation;
    }
  /** They were asked about this request before, because of whatever use case. */
  | { readonly kind: 'already'; readonly request: TopicRequest; readonly invitation: TopicInvitation }
  /** They offer it without being asked. */
  | { readonly kind: 'offers'; readonly request: TopicRequest }
  | { readonly kind: 'closed'; readonly request: TopicRequest };

export interface Invitee {
  readonly memberId: MemberId;
  readonly useCaseId: UseCaseId;
  readonly askedBy: MemberId;
  readonly now: Instant;
}

/** Nobody is asked twice about the same request; `invitations`: all that there are. It is to be sent at once. */
export function inviteToReport(
  { request, participation }: { readonly request: TopicRequest; readonly participation?: Participation },
  invitations: readonly TopicInvitation[],
  { memberId, useCaseId, askedBy, now }: Invitee,
): InviteOutcome {
  const known = invitations.find((one) => one.memberId === memberId);
  if (known !== undefined) {
    return { kind: 'already', request, invitation: known };
  }
  if (!takesOffers(request)) {
    return { kind: 'closed', request };
  }
  if (participation?.offer !== undefined) {
    return { kind: 'offers', request };
  }
  const number = request.numberedInvitations + 1;
  return {
    kind: 'invited',
    request: { ...request, numberedInvitations: number },
    invitation: {
      topicRequestId: request.id,
      number,
      useCaseId,
      memberId,
      askedBy,
      askedAt: now,
      round: 1,
      version: 0,
      dueAt: now,
    },
  };
}

export interface KnownInvitation {
  readonly request: TopicRequest;
  readonly invitation: TopicInvitation;
  /** Of whoever is invited. */
  readonly participation?: Participation;
}

export type AnswerInvitationOutcome =
  | (KnownInvitation & { readonly kind: 'answered' })
  | (KnownInvitation & { readonly kind: 'already' })
  | (KnownInvitation & { readonly kind: 'closed' });

/** "Ja" is an offer of theirs; any other answer takes away the offer that came from it, and none that they made themselves. */
export function answerInvitation(
  known: KnownInvitation,
  given: {
    readonly answer: InvitationAnswer;
    readonly communeId: CommuneId | undefined;
    readonly now: Instant;
  },
): AnswerInvitationOutcome {
  const { request, invitation, participation } = known;
  const { answer, communeId, now } = given;
  if (!takesOffers(request)) {
    return { ...known, kind: 'closed' };
  }
  if (invitation.answer === answer && (answer !== 'yes' || participation?.offer !== undefined)) {
    return { ...known, kind: 'already' };
  }
  return {
    kind: 'answered',
    request,
    invitation: withAnswer(invitation, answer, now),
    ...participate(known, answer, { at: now, ...ofCommune(communeId) }),
  };
}

/** What somebody said, which is to be told to whoever asked. */
export function withAnswer(
  invitation: TopicInvitation,
  answer: InvitationAnswer,
  now: Instant,
): TopicInvitation {
  const version = invitation.version + 1;
  return { ...invitation, answer, answeredAt: now, version, dueAt: now };
}

function participate(
  { request, invitation, participation }: KnownInvitation,
  answer: InvitationAnswer,
  offer: NonNullable<Participation['offer']>,
): { readonly participation?: Participation } {
  if (answer === 'yes') {
    const before = participation ?? { topicRequestId: request.id, memberId: invitation.memberId };
    return { participation: before.offer === undefined ? withOffer(before, offer) : before };
  }
  if (participation === undefined) {
    return {};
  }
  const cameFromIt = invitation.answer === 'yes' && participation.offer?.at === invitation.answeredAt;
  return { participation: cameFromIt ? withoutOffer(participation) : participation };
}

/** What is still to be done about an invitation; noted with what it follows from, so that an end of the process loses nothing. */
export type InvitationStep =
  /** Ask whoever is invited. */
  | 'ask'
  /** Tell the organiser who asked. */
  | 'tell'
  /** They said "later" some time ago. */
  | 'ask-again';

/** `dueAt` is when the next step is due, whichever it is: the first question and the telling of an answer are due at once. */
export function nextStep(
  { answer, answeredAt = 0, dueAt, round }: TopicInvitation,
  now: Instant,
): InvitationStep | undefined {
  if (dueAt === undefined || dueAt > now) {
    return undefined;
  }
  if (answer === undefined) {
    return 'ask';
  }
  const isTold = dueAt >= answeredAt + laterMs;
  return answer === 'later' && round < mostRounds && isTold ? 'ask-again' : 'tell';
}

/** The question or the answer is on its way. */
export function withStepDone(invitation: TopicInvitation): TopicInvitation {
  const again = asksAgainAt(invitation);
  return { ...withoutSteps(invitation), ...(again !== undefined && { dueAt: again }) };
}

/** Nothing more is to be done about it. */
export function withoutSteps(invitation: TopicInvitation): TopicInvitation {
  const { dueAt: _, ...rest } = invitation;
  return rest;
}

/** When somebody who answered "later" is asked again; nobody is after the second time. */
export function asksAgainAt({
  answer,
  answeredAt,
  round,
}: Pick<TopicInvitation, 'answer' | 'answeredAt' | 'round'>): Instant | undefined {
  return answer === 'later' && answeredAt !== undefined && round < mostRounds
    ? answeredAt + laterMs
    : undefined;
}

/** What was decided may be restored for so long. */
const mostWaitMs = 180 * dayMs;

/** Whoever answered "later" about a request that is decided now is asked again when it is restored; after half a year nobody is. */
export function askWhenRestored(invitation: TopicInvitation, now: Instant): TopicInvitation {
  const { answeredAt = 0 } = invitation;
  const dueAt = now + laterMs;
  return dueAt > answeredAt + mostWaitMs ? withoutSteps(invitation) : { ...invitation, dueAt };
}

/** The next question to somebody who answered "later"; what they said then counts no more. */
export function askAgain(invitation: TopicInvitation, now: Instant): TopicInvitation {
  const { answer: _answer, answeredAt: _at, ...rest } = invitation;
  return { ...rest, round: invitation.round + 1, askedAt: now, dueAt: now };
}
