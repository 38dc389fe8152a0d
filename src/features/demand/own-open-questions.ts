import type { Deps } from '../../deps.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';

/** The questions without an answer for which it is kept that the member asked. Erased, the questions stay without the member. */
export function ownOpenQuestionsSource({ openQuestions }: Pick<Deps, 'openQuestions'>): PersonalDataSource {
  return {
    kind: 'open-questions',
    async read(member) {
      return (await openQuestions.ofMember(member)).map(({ question, timesAsked, askedAt }) => ({
        sought: question?.sought,
        filters: question?.filters,
        askedAt,
        timesAsked,
      }));
    },
    erase: (member) => openQuestions.forget(member),
  };
}
