import type { Deps } from '../../deps.ts';
import type { TopicRequestId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { seenBy } from '../../domain/permissions.ts';
import { answerInvitation as toAnswered } from '../../domain/topic-invitation.ts';
import type { AnswerInvitationOutcome } from '../../domain/topic-invitation.ts';
import type { InvitationAnswer, TopicInvitation, TopicRequest } from '../../domain/topic-request.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { carryOutInvitationInTurn } from './carry-out-invitation.ts';
import type { CarryOutInvitationDeps } from './carry-out-invitation.ts';
import { changeTopic } from './change-topic.ts';
import { checkMember, findEnd } from './topic-results.ts';
import type { DeniedTopic, GoneTopic } from './topic-results.ts';

/** An invitation as it is now, for whoever was invited or whoever asked. */
export interface DescribedInvitation {
  readonly request: TopicRequest;
  readonly invitation: TopicInvitation;
  /** Absent when it is gone, archived, or not for the reader. */
  readonly useCase?: UseCase;
}

export type AnswerInvitationResult =
  | { readonly kind: 'answered' | 'already'; readonly described: DescribedInvitation }
  /** `into`: where it leads, when it was merged. */
  | { readonly kind: 'closed'; readonly request: TopicRequest; readonly into?: TopicRequest }
  /** Somebody else was asked. */
  | { readonly kind: 'foreign' }
  | GoneTopic
  | DeniedTopic;

/** What the invited member says to the question whether they would report, or something else than before. */
export async function answerInvitation(
  deps: CarryOutInvitationDeps & Pick<Deps, 'useCases'>,
  request: {
    readonly asker: Asker;
    readonly topicRequestId: TopicRequestId;
    /** Its number. */
    readonly invitation: number;
    readonly answer: InvitationAnswer;
  },
): Promise<AnswerInvitationResult> {
  const { asker, topicRequestId, invitation: number, answer } = request;
  const permission = checkMember(deps, asker, 'take-part-in-topics');
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  let outcome: AnswerInvitationOutcome | 'foreign' | undefined;
  await changeTopic(deps, topicRequestId, { member: memberId, invitation: number }, (known) => {
    const { invitation } = known;
    if (invitation === undefined) {
      return undefined;
    }
    if (invitation.memberId !== memberId) {
      outcome = 'foreign';
      return undefined;
    }
    const given = { answer, communeId: asker.communeId, now: deps.clock.now() };
    outcome = toAnswered({ ...known, invitation }, given);
    return outcome.kind === 'answered' ? outcome : undefined;
  });
  if (outcome === undefined) {
    return { kind: 'gone' };
  }
  if (outcome === 'foreign') {
    deps.logger.warn('topic.denied', { action: 'answer-invitation', because: 'foreign' });
    return { kind: 'foreign' };
  }
  if (outcome.kind === 'closed') {
    const into = await findEnd(deps, outcome.request);
    return { kind: 'closed', request: outcome.request, ...(into !== undefined && { into }) };
  }
  if (outcome.kind === 'answered') {
    await carryOutInvitationInTurn(deps, outcome.invitation);
  }
  return { kind: outcome.kind, described: await describeInvitation(deps, asker, outcome) };
}

/** With the use case that it is about, as far as the reader may see it. */
export async function describeInvitation(
  { useCases }: Pick<Deps, 'useCases'>,
  reader: Asker,
  { request, invitation }: Pick<DescribedInvitation, 'invitation' | 'request'>,
): Promise<DescribedInvitation> {
  const useCase = (await useCases.find(invitation.useCaseId))?.value;
  const isShown = useCase?.archived === undefined && useCase !== undefined && seenBy(reader)(useCase);
  return { request, invitation, ...(isShown && { useCase }) };
}
