import { interestMessageCard } from '../cards/interest-message-card.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import { describeInterest } from '../features/interest/describe-interest.ts';
import { interestTexts } from '../texts/interest-texts.ts';
import type { ChatDeps } from './chat-deps.ts';
import type { ComposedMessage, ComposeRequest } from './compose-message.ts';

/** Enough communes would like to do the same together: the list for the organisers, as it is at this moment. */
export async function composeInterest(
  deps: ChatDeps,
  subject: BroadcastSubject & { kind: 'interest' },
  { short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  const described = await describeInterest(deps, subject);
  return (
    described && {
      card: interestMessageCard(described, { short }),
      summary: interestTexts.message.summary(described.useCase.title),
    }
  );
}
