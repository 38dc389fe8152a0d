import type { NewsItem } from '../cards/news-card.ts';
import type { Deps } from '../deps.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import type { Recipient } from '../domain/delivery.ts';
import type { MemberId, UseCaseId } from '../domain/ids.ts';
import type { Asker } from '../domain/member.ts';
import { may } from '../domain/permissions.ts';
import type { AdopterBody, UseCase } from '../domain/use-case.ts';
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
  const reader = await findReader(deps, memberId);
  if (reader === undefined) {
    return undefined;
  }
  const reading = { reader, memberId, communes: deps.operator.current().communes };
  return subject.kind === 'use-case-news'
    ? findUseCaseNews(deps, subject, reading)
    : findQuestionNews(deps, subject, reading);
}

interface Reading extends Pick<NewsItem, 'communes'> {
  readonly reader: Asker;
  readonly memberId: MemberId;
}

async function findUseCaseNews(
  deps: NewsDeps,
  { useCaseId, version }: NewsSubject & { kind: 'use-case-news' },
  { reader, memberId, communes }: Reading,
): Promise<NewsItem | undefined> {
  const [useCase, follow, news] = await Promise.all([
    findShown(deps, useCaseId, reader),
    deps.follows.find(useCaseId, memberId),
    findNews(deps, useCaseId, version),
  ]);
  if (useCase === undefined || follow === undefined || news === undefined || follow.since > news.at) {
    return undefined;
  }
  // Whoever has withdrawn since then has not joined.
  return useCase.adopters.some(({ body }) => isSameBody(body, news.change.body))
    ? { kind: 'use-case-news', useCase, news, communes }
    : undefined;
}

async function findQuestionNews(
  deps: NewsDeps,
  { questionId, useCaseId }: NewsSubject & { kind: 'question-news' },
  { reader, memberId, communes }: Reading,
): Promise<NewsItem | undefined> {
  const kept = await deps.keptQuestions.find(memberId, questionId);
  if (kept === undefined) {
    return undefined;
  }
  const told = kept.tellings.find(([first]) => first === useCaseId) ?? [useCaseId];
  const shown = await Promise.all(told.map((id) => findShown(deps, id, reader)));
  const [useCase, ...others] = shown.filter((one) => one !== undefined);
  return useCase && { kind: 'question-news', kept, useCase, others, communes };
}

function isSameBody(one: AdopterBody, other: AdopterBody): boolean {
  switch (one.kind) {
    case 'commune':
      return other.kind === 'commune' && one.communeId === other.communeId;
    case 'organisation':
      return other.kind === 'organisation' && one.name === other.name;
    case 'unnamed':
      return other.kind === 'unnamed';
  }
}

/** As it is now, if it is there for them. */
async function findShown(deps: NewsDeps, id: UseCaseId, reader: Asker): Promise<UseCase | undefined> {
  const useCase = (await deps.useCases.find(id))?.value;
  const isShown =
    useCase !== undefined &&
    useCase.archived === undefined &&
    may(reader, 'see-use-case', useCase).kind === 'allowed';
  return isShown ? useCase : undefined;
}
