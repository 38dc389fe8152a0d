import type { Deps } from '../../deps.ts';
import { toAnswerFeedback } from '../../domain/answer-feedback.ts';
import type { SaidOfAnswer } from '../../domain/answer-feedback.ts';
import type { ConversationId, MemberId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { GivenAnswer } from '../../store/given-answers.ts';

/** An answer that somebody speaks of. */
export interface AboutAnswer {
  readonly asker: Asker;
  readonly conversation: ConversationId;
  /** Teams' id of the message; where it is absent or unknown, the last answer of this person here is meant. */
  readonly messageId?: string | undefined;
}

export type OfferRatingResult =
  | { readonly kind: 'offered'; readonly retentionDays: number }
  /** What the answer showed is known no more, or never was. */
  | { readonly kind: 'unknown-answer' }
  | { readonly kind: 'denied'; readonly because: 'anonymous' };

export type RateAnswerResult =
  | { readonly kind: 'rated'; readonly isChange: boolean }
  | Exclude<OfferRatingResult, { readonly kind: 'offered' }>;

type RateDeps = Pick<Deps, 'answerFeedback' | 'clock' | 'givenAnswers' | 'logger' | 'rules'>;

/** Whether somebody can rate an answer, before they are asked how it was. */
export async function offerRating(deps: RateDeps, about: AboutAnswer): Promise<OfferRatingResult> {
  const found = await findRated(deps, about);
  return found.kind === 'found'
    ? { kind: 'offered', retentionDays: deps.rules.questionRetentionDays }
    : found;
}

/** Keeps what somebody said of an answer, without them. Whoever may ask may rate, guests too, and may change their mind. */
export async function rateAnswer(
  deps: RateDeps,
  { said, ...about }: AboutAnswer & { readonly said: SaidOfAnswer },
): Promise<RateAnswerResult> {
  const found = await findRated(deps, about);
  if (found.kind !== 'found') {
    return found;
  }
  const { answer, by } = found;
  const now = deps.clock.now();
  const rating = { ratingKey: answer.ratingKey, by };
  const before = await deps.answerFeedback.find(rating);
  const expiresAt = now + deps.rules.questionRetentionDays * dayMs;
  await deps.answerFeedback.keep(rating, toAnswerFeedback(answer, said, now), expiresAt);
  return { kind: 'rated', isChange: before !== undefined };
}

type Found =
  | { readonly kind: 'found'; readonly answer: GivenAnswer; readonly by: MemberId }
  | Exclude<OfferRatingResult, { readonly kind: 'offered' }>;

async function findRated(
  { givenAnswers, logger }: RateDeps,
  { asker, conversation, messageId }: AboutAnswer,
): Promise<Found> {
  const { memberId } = asker;
  if (memberId === undefined || may(asker, 'ask').kind === 'denied') {
    logger.warn('answer.rating-denied', { because: 'anonymous' });
    return { kind: 'denied', because: 'anonymous' };
  }
  const named = messageId === undefined ? undefined : await givenAnswers.find({ conversation, messageId });
  const answer = named ?? (await givenAnswers.findLast(conversation, memberId));
  return answer === undefined ? { kind: 'unknown-answer' } : { kind: 'found', answer, by: memberId };
}
