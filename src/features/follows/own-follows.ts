import { toFilterKey } from '../../domain/filter-keys.ts';
import type { Deps } from '../../deps.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';

/** The use cases that the member follows. */
export function ownFollowsSource({
  follows,
  useCases,
}: Pick<Deps, 'follows' | 'useCases'>): PersonalDataSource {
  return {
    kind: 'follows',
    async read(member) {
      const own = await follows.ofMember(member);
      return Promise.all(
        own.map(async ({ useCaseId, since }) => ({
          useCaseId,
          useCase: (await useCases.find(useCaseId))?.value.title,
          followedAt: since,
        })),
      );
    },
    async erase(member) {
      const own = await follows.ofMember(member);
      for (const { useCaseId } of own) {
        await follows.remove(useCaseId, member);
      }
      return own.length;
    },
  };
}

/** The questions that the member keeps. */
export function ownKeptQuestionsSource({ keptQuestions }: Pick<Deps, 'keptQuestions'>): PersonalDataSource {
  return {
    kind: 'kept-questions',
    async read(member) {
      return (await keptQuestions.ofMember(member)).map(({ question, since, told }) => ({
        sought: question.sought,
        filters: question.filters.map(toFilterKey),
        keptAt: since,
        toldUseCases: told.length,
      }));
    },
    async erase(member) {
      const own = await keptQuestions.ofMember(member);
      for (const { id } of own) {
        await keptQuestions.remove(member, id);
      }
      return own.length;
    },
  };
}
