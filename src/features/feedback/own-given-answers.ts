import type { Deps } from '../../deps.ts';
import type { AnswerFeedback } from '../../domain/answer-feedback.ts';
import { toFilterKey } from '../../domain/filter-keys.ts';
import type { JsonObject } from '../../ports/document-store.ts';
import type { GivenAnswer } from '../../store/given-answers.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';

/** What the member was shown in the last days, and how they rated it: as long as that is kept, it can be told whose rating it is. */
export function ownGivenAnswersSource({
  answerFeedback,
  givenAnswers,
}: Pick<Deps, 'answerFeedback' | 'givenAnswers'>): PersonalDataSource {
  return {
    kind: 'given-answers',
    async read(member) {
      const answers = await givenAnswers.ofMember(member);
      return Promise.all(
        answers.map(async (answer) => {
          const feedback = await answerFeedback.find({ ratingKey: answer.ratingKey, by: member });
          return toOwnAnswer(answer, feedback);
        }),
      );
    },
    async erase(member) {
      for (const { ratingKey } of await givenAnswers.ofMember(member)) {
        await answerFeedback.remove({ ratingKey, by: member });
      }
      return givenAnswers.forget(member);
    },
  };
}

function toOwnAnswer(
  { question, useCaseIds, path, answeredAt }: GivenAnswer,
  feedback: AnswerFeedback | undefined,
): JsonObject {
  return {
    sought: question.sought,
    filters: question.filters.map(toFilterKey),
    answeredAt,
    answerPath: `answer-${path}`,
    shownUseCases: useCaseIds,
    ...(feedback !== undefined && { answerRating: feedback.helpful ? 'helpful' : 'not-helpful' }),
    ...(feedback?.reason !== undefined && { ratingReason: `reason-${feedback.reason}` }),
    ...(feedback?.words !== undefined && { ratingWords: feedback.words }),
  };
}
