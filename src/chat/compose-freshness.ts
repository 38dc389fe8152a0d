import { answeredCard, freshnessCard } from '../cards/freshness-card.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import { answerMs, askedSince, confirmedAt, freshnessOf, mayConfirm } from '../domain/freshness.ts';
import { dayMs } from '../domain/instant.ts';
import { findReader } from '../features/follows/may-be-told.ts';
import { freshnessTexts } from '../texts/freshness-texts.ts';
import type { ChatDeps } from './chat-deps.ts';
import type { ComposedMessage, ComposeRequest } from './compose-message.ts';

/** The question whether a use case is still true; once it is answered, its posted card says how. */
export async function composeFreshness(
  deps: ChatDeps,
  { useCaseId }: BroadcastSubject & { kind: 'freshness' },
  { recipient, short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  const useCase = (await deps.useCases.find(useCaseId))?.value;
  const reader = recipient.kind === 'member' ? await findReader(deps, recipient.memberId) : undefined;
  // Somebody else is the contact by now, or they are no member any more: whoever cannot answer is not asked.
  if (useCase === undefined || reader === undefined || !mayConfirm(reader, useCase)) {
    return undefined;
  }
  const { title } = useCase;
  const surface = { shared: false, dialogs: deps.dialogs };
  if (useCase.archived !== undefined) {
    const sentence = freshnessTexts.archived;
    return { card: answeredCard(useCase, sentence, surface), summary: `${sentence} ${title}` };
  }
  if (freshnessOf(useCase, deps.clock.now(), deps.rules.freshnessDays) === 'fresh') {
    const sentence = freshnessTexts.confirmedOn(confirmedAt(useCase));
    return { card: answeredCard(useCase, sentence, surface), summary: `${sentence} ${title}` };
  }
  const { communes } = deps.operator.current();
  const times = askedSince(useCase)?.times ?? 1;
  const asked = { useCase, communes, times, daysLeft: answerMs / dayMs };
  return { card: freshnessCard(asked, surface, { short }), summary: freshnessTexts.summary(title) };
}
