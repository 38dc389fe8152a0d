import { feedbackFormCard } from '../cards/feedback-form-card.ts';
import { offerRating, rateAnswer } from '../features/feedback/rate-answer.ts';
import type { AboutAnswer, OfferRatingResult } from '../features/feedback/rate-answer.ts';
import { feedbackTexts as texts } from '../texts/feedback-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { IncomingContent } from './incoming.ts';
import type { Reply } from './reply.ts';

/** A thumb below an answer was pressed: the form that asks for more. */
export async function offerFeedbackForm(
  deps: ChatDeps,
  turn: Turn,
  { helpful }: IncomingContent & { kind: 'feedback-form' },
): Promise<readonly Reply[]> {
  if (helpful === undefined) {
    return [{ kind: 'note', text: texts.unreadable }];
  }
  const result = await offerRating(deps, aboutOf(turn));
  if (result.kind !== 'offered') {
    return [{ kind: 'note', text: whyNot(result) }];
  }
  const { retentionDays } = result;
  return [{ kind: 'dialog', title: texts.title, card: feedbackFormCard({ helpful, retentionDays }) }];
}

/** The form was sent off. Where others read along nobody is thanked by us: what somebody thinks of an answer is theirs. */
export async function takeFeedback(
  deps: ChatDeps,
  turn: Turn,
  { said }: IncomingContent & { kind: 'feedback' },
): Promise<readonly Reply[]> {
  const text = said === undefined ? texts.unreadable : await rate(deps, turn, said);
  return turn.surface.shared ? [] : [{ kind: 'text', text }];
}

async function rate(
  deps: ChatDeps,
  turn: Turn,
  said: NonNullable<(IncomingContent & { kind: 'feedback' })['said']>,
): Promise<string> {
  const result = await rateAnswer(deps, { ...aboutOf(turn), said });
  switch (result.kind) {
    case 'rated':
      return result.isChange ? texts.changed : texts.thanks;
    case 'unknown-answer':
    case 'denied':
      return whyNot(result);
  }
}

function whyNot(result: Exclude<OfferRatingResult, { kind: 'offered' }>): string {
  return result.kind === 'denied' ? memberTexts[result.because] : texts.unknownAnswer;
}

function aboutOf({ asker, conversation, messageId }: Turn): AboutAnswer {
  return { asker, conversation: conversation.id, messageId };
}
