import { topicInvitationAnswerCard, topicInvitationCard } from '../cards/topic-invitation-card.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import { takesOffers } from '../domain/topic-offer.ts';
import { findReader } from '../features/follows/may-be-told.ts';
import { describeInvitation } from '../features/topics/answer-invitation.ts';
import { topicContributionTexts as texts } from '../texts/topic-contribution-texts.ts';
import type { ChatDeps } from './chat-deps.ts';
import type { ComposedMessage, ComposeRequest } from './compose-message.ts';

type InvitationSubject = BroadcastSubject & {
  readonly kind: 'topic-invitation' | 'topic-invitation-answer';
};

/** The question whether somebody would report, as it stands now; and to the organiser who asked, what they said. */
export async function composeTopicInvitation(
  deps: ChatDeps,
  { kind, topicRequestId, invitation: number }: InvitationSubject,
  { recipient, short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  const request = await deps.topicRequests.find(topicRequestId);
  const invitations = await deps.topicRequests.invitations(topicRequestId);
  const invitation = invitations.find((one) => one.number === number);
  if (request === undefined || invitation === undefined || recipient.kind !== 'member') {
    return undefined;
  }
  const { answer } = invitation;
  const isQuestion = kind === 'topic-invitation';
  // Whoever is no member any more can neither answer nor organise, and nobody is asked about what is decided.
  const addressee = isQuestion ? invitation.memberId : invitation.askedBy;
  const reader = addressee === recipient.memberId ? await findReader(deps, addressee) : undefined;
  if (reader === undefined || (isQuestion && answer === undefined && !takesOffers(request))) {
    return undefined;
  }
  const described = await describeInvitation(deps, reader, { request, invitation });
  const surface = { shared: false, dialogs: deps.dialogs };
  if (isQuestion) {
    const summary = texts.question(request.title);
    return { card: topicInvitationCard(described, surface, { short }), summary };
  }
  // Nobody is asked again who did not say so.
  const said = answer ?? (invitation.round > 1 ? 'later' : undefined);
  return (
    said && {
      card: topicInvitationAnswerCard(described, said, surface),
      summary: texts.told.summary(said, request.title),
    }
  );
}
