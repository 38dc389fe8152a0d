import type { NewsItem } from '../cards/news-card.ts';
import type { Deps } from '../deps.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import type { Recipient } from '../domain/delivery.ts';
import { may } from '../domain/permissions.ts';
import { findReader } from '../features/follows/may-be-told.ts';
import { findNews } from '../features/follows/tell-followers.ts';

export type NewsSubject = BroadcastSubject & { kind: 'use-case-news' | 'question-news' };
export type NewsDeps = Pick<
  Deps,
  'follows' | 'keptQuestions' | 'members' | 'operator' | 'rules' | 'useCases'
>;

/** What is told to somebody, if at this moment they still want it and may see it; nobody is told of what was before they wanted it. */
export async function findNewsItem(
  deps: NewsDeps,
  subject: NewsSubject,
  recipient: Recipient,
): Promise<NewsItem | undefined> {
  if (recipient.kind !== 'member') {
    return undefined;
  }
  const { memberId } = recipient;
  const [useCase, reader] = await Promise.all([
    deps.useCases.find(subject.useCaseId),
    findReader(deps, memberId),
  ]);
  const isVisible =
    useCase !== undefined &&
    useCase.value.archived === undefined &&
    reader !== undefined &&
    may(reader, 'see-use-case', useCase.value).kind === 'allowed';
  if (!isVisible) {
    return undefined;
  }
  const about = { useCase: useCase.value, communes: deps.operator.current().communes };
  switch (subject.kind) {
    case 'use-case-news': {
      const [follow, news] = await Promise.all([
        deps.follows.find(subject.useCaseId, memberId),
        findNews(deps, subject.useCaseId, subject.version),
      ]);
      return follow === undefined || news === undefined || follow.since > news.at
        ? undefined
        : { kind: 'use-case-news', news, ...about };
    }
    case 'question-news': {
      const kept = await deps.keptQuestions.find(memberId, subject.questionId);
      return kept && { kind: 'question-news', kept, ...about };
    }
  }
}
