import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import {
  askAgain,
  askWhenRestored,
  nextStep,
  withoutSteps,
  withStepDone,
} from '../../domain/topic-invitation.ts';
import { takesOffers } from '../../domain/topic-offer.ts';
import type { Participation, TopicInvitation, TopicRequest } from '../../domain/topic-request.ts';
import { nameNobody } from '../broadcasts/name-nobody.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import { changeTopic } from './change-topic.ts';
import type { ChangeTopicDeps } from './change-topic.ts';

export type CarryOutInvitationDeps = ChangeTopicDeps & Pick<Deps, 'broadcasts' | 'clock' | 'logger'>;

type Invitation = Pick<TopicInvitation, 'topicRequestId' | 'number'>;

/** Whoever is away for two weeks is still asked and told. */
const lifeMs = 14 * dayMs;

function invitationBroadcastId({ topicRequestId, number }: Invitation, round: number): BroadcastId {
  return broadcastId(`topic-invitation.${topicRequestId}.${number}.${round}`);
}

/** What is said when asked a second time is a message of its own: a changed one notifies nobody. */
function answerBroadcastId({ topicRequestId, number }: Invitation, round: number): BroadcastId {
  const id = `topic-invitation-answer.${topicRequestId}.${number}`;
  return broadcastId(round === 1 ? id : `${id}.${round}`);
}

/**
 * Sends what is noted with an invitation: the question, or what was answered to it. However often it is done, and wherever it is
 * interrupted, everything is begun once, as each broadcast has an id made of what it is about; only then is the note taken away.
 */
export async function carryOutInvitation(
  deps: CarryOutInvitationDeps,
  { topicRequestId, number }: Invitation,
): Promise<void> {
  // Asked again, it is to be asked: two steps at most follow from each other at once.
  let due = await takeStep(deps, { topicRequestId, number });
  while (due !== undefined) {
    await send(deps, due);
    if (!(await note(deps, due, withStepDone))) {
      await forgetErased(deps, due);
    }
    due = await takeStep(deps, { topicRequestId, number });
  }
}

/** The same where a failure stops nothing else: what is stored is accepted, and the job tries it again. */
export async function carryOutInvitationInTurn(
  deps: CarryOutInvitationDeps,
  invitation: Invitation,
): Promise<void> {
  try {
    await carryOutInvitation(deps, invitation);
  } catch (error) {
    const { topicRequestId, number } = invitation;
    deps.logger.error('topic.invitation-not-carried-out', { topicRequestId, invitation: number, error });
  }
}

/** The invitation as it is to be sent now; whoever said "later" is asked again before, where there is still something to ask. */
async function takeStep(
  deps: CarryOutInvitationDeps,
  { topicRequestId, number }: Invitation,
): Promise<TopicInvitation | undefined> {
  const all = await deps.topicRequests.invitations(topicRequestId);
  const invitation = all.find((one) => one.number === number);
  const step = invitation && nextStep(invitation, deps.clock.now());
  if (invitation === undefined || step === undefined) {
    return undefined;
  }
  const request = await deps.topicRequests.find(topicRequestId);
  const participation = await deps.topicRequests.findParticipation(topicRequestId, invitation.memberId);
  if (step !== 'tell' && !isToBeAsked(request, participation)) {
    const now = deps.clock.now();
    const mayBeRestored = step === 'ask-again' && request !== undefined && participation?.offer === undefined;
    await note(deps, invitation, mayBeRestored ? (known) => askWhenRestored(known, now) : withoutSteps);
    return undefined;
  }
  if (step !== 'ask-again') {
    return invitation;
  }
  const now = deps.clock.now();
  const isNoted = await note(deps, invitation, (known) => askAgain(known, now));
  return isNoted ? askAgain(invitation, now) : undefined;
}

/** Whoever offers it by now need not be asked, nor anybody about what is decided. */
function isToBeAsked(request: TopicRequest | undefined, participation: Participation | undefined): boolean {
  return request !== undefined && takesOffers(request) && participation?.offer === undefined;
}

async function send(deps: CarryOutInvitationDeps, invitation: TopicInvitation): Promise<void> {
  const { topicRequestId, number, round, memberId, askedBy, answer, version } = invitation;
  const about = { topicRequestId, invitation: number };
  if (answer === undefined) {
    await startBroadcast(deps, {
      id: invitationBroadcastId(invitation, round),
      subject: { kind: 'topic-invitation', ...about, round },
      audience: [{ kind: 'member', memberId }],
      lifeMs,
    });
    return;
  }
  for (let asked = 1; asked <= round; asked += 1) {
    // Posted questions show what was answered; the first revision is the question itself.
    await reviseBroadcast(deps, invitationBroadcastId(invitation, asked), { revision: version + 1 });
    await reviseBroadcast(deps, answerBroadcastId(invitation, asked), { revision: version });
  }
  if (askedBy !== undefined) {
    await startBroadcast(deps, {
      id: answerBroadcastId(invitation, round),
      subject: { kind: 'topic-invitation-answer', ...about },
      audience: [{ kind: 'member', memberId: askedBy }],
      lifeMs,
    });
  }
}

/** Whoever was asked, or asked, may have erased everything while it was being sent. */
async function forgetErased(deps: CarryOutInvitationDeps, sent: TopicInvitation): Promise<void> {
  const all = await deps.topicRequests.invitations(sent.topicRequestId);
  const known = all.find(({ number }) => number === sent.number);
  if (known === undefined) {
    await nameNobody(deps, invitationBroadcastId(sent, sent.round));
  }
  if (known?.askedBy === undefined) {
    await nameNobody(deps, answerBroadcastId(sent, sent.round));
  }
}

/** False: it was answered, asked anew or erased meanwhile, and that is to be carried out by itself. */
async function note(
  deps: CarryOutInvitationDeps,
  before: TopicInvitation,
  change: (invitation: TopicInvitation) => TopicInvitation,
): Promise<boolean> {
  const { topicRequestId, number, version, round, dueAt, askedBy } = before;
  const changed = await changeTopic(deps, topicRequestId, { invitation: number }, ({ request, invitation }) =>
    invitation?.version === version &&
    invitation.round === round &&
    invitation.dueAt === dueAt &&
    invitation.askedBy === askedBy
      ? { request, invitation: change(invitation) }
      : undefined,
  );
  return changed !== undefined;
}
