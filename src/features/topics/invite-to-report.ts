import type { Deps } from '../../deps.ts';
import type { MemberId, TopicRequestId, UseCaseId } from '../../domain/ids.ts';
import { inviteToReport as toInvited } from '../../domain/topic-invitation.ts';
import type { Invitee, InviteOutcome } from '../../domain/topic-invitation.ts';
import { findVisible } from '../use-cases/show-use-case.ts';
import { carryOutInvitationInTurn } from './carry-out-invitation.ts';
import type { CarryOutInvitationDeps } from './carry-out-invitation.ts';
import { changeTopic } from './change-topic.ts';
import type { ChangeTopicDeps } from './change-topic.ts';
import { findSpeaker, whereSpokenOf } from './find-speaker.ts';
import type { FindSpeakerDeps } from './find-speaker.ts';
import type { TopicRequestOf } from './offer-report.ts';
import { checkMember, findGroupOf } from './topic-results.ts';
import type { DeniedTopic, GoneTopic } from './topic-results.ts';

export type InviteToReportResult =
  /** `already`: somebody had asked them. `offers`: they offer it without being asked. `closed`: it is decided. */
  | { readonly kind: 'invited' | 'already' | 'offers' | 'closed' }
  /** Nobody of the use case can be asked by the bot at this moment, or it is gone. */
  | { readonly kind: 'nobody' }
  | GoneTopic
  | DeniedTopic;

type InviteDeps = CarryOutInvitationDeps &
  FindSpeakerDeps &
  Pick<Deps, 'operator' | 'useCases' | 'userGroups'>;

/** "Anfragen": asks whoever is to be asked about a use case whether they would report on a request, once per person and request. */
export async function inviteToReport(
  deps: InviteDeps,
  { asker, topicRequestId, useCaseId }: TopicRequestOf & { readonly useCaseId: UseCaseId },
): Promise<InviteToReportResult> {
  const request = await deps.topicRequests.find(topicRequestId);
  const userGroup = request && (await findGroupOf(deps, request));
  const permission = checkMember(deps, asker, 'organise-topics', userGroup);
  if (permission.kind === 'denied') {
    return permission;
  }
  if (request === undefined) {
    return { kind: 'gone' };
  }
  const memberId = await findWhom(deps, { asker, useCaseId });
  if (memberId === undefined) {
    return { kind: 'nobody' };
  }
  const now = deps.clock.now();
  const invitee = { memberId, useCaseId, askedBy: permission.memberId, now };
  const outcome = await invite(deps, topicRequestId, invitee);
  if (outcome === undefined) {
    return { kind: 'gone' };
  }
  if (outcome.kind === 'invited') {
    await carryOutInvitationInTurn(deps, outcome.invitation);
  }
  return { kind: outcome.kind };
}

async function findWhom(
  deps: InviteDeps,
  request: Parameters<typeof findVisible>[1],
): Promise<MemberId | undefined> {
  const found = await findVisible(deps, request);
  const useCase =
    found.kind === 'visible' && found.useCase.archived === undefined
      ? whereSpokenOf(found.useCase)
      : undefined;
  const speaker = useCase && (await findSpeaker(deps, request.asker, useCase));
  return speaker?.kind === 'member' ? speaker.memberId : undefined;
}

/** Decided with all invitations at hand; whenever one was added meanwhile, they are read again. */
async function invite(
  deps: ChangeTopicDeps,
  id: TopicRequestId,
  invitee: Invitee,
): Promise<InviteOutcome | undefined> {
  for (;;) {
    const seen = await deps.topicRequests.find(id);
    const invitations = await deps.topicRequests.invitations(id);
    let outcome: InviteOutcome | 'overtaken' | undefined;
    await changeTopic(deps, id, { member: invitee.memberId }, ({ request, participation }) => {
      if (request.numberedInvitations !== seen?.numberedInvitations) {
        outcome = 'overtaken';
        return undefined;
      }
      const known = { request, ...(participation !== undefined && { participation }) };
      outcome = toInvited(known, invitations, invitee);
      return outcome.kind === 'invited' ? outcome : undefined;
    });
    if (outcome !== 'overtaken') {
      return outcome;
    }
  }
}
