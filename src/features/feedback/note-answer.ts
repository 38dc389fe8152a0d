import type { Deps } from '../../deps.ts';
import { givenAnswerLifeMs } from '../../domain/answer-feedback.ts';
import type { AnswerPath } from '../../domain/answer-feedback.ts';
import type { Asker } from '../../domain/member.ts';
import type { AnswerMessage } from '../../store/given-answers.ts';
import type { AnswerQuestionResult } from '../ask/answer-question.ts';

/** Keeps for some days what an answer showed, so that it can be rated. */
export async function noteAnswer(
  deps: Pick<Deps, 'clock' | 'givenAnswers' | 'ids'>,
  { memberId }: Pick<Asker, 'memberId'>,
  { place, result, path }: { place: AnswerMessage; result: AnswerQuestionResult; path: AnswerPath },
): Promise<void> {
  const answeredAt = deps.clock.now();
  // What only comes near is no answer: where nothing was found, that is what people rate.
  const shown = result.kind === 'found' ? result.found : [];
  const answer = {
    question: result.question,
    useCaseIds: shown.map(({ useCase }) => useCase.id),
    path,
    answeredAt,
    ratingKey: deps.ids.next(),
  };
  await deps.givenAnswers.add(place, answer, { to: memberId, expiresAt: answeredAt + givenAnswerLifeMs });
}
