import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { Follow } from '../../domain/follow.ts';
import type { CommuneId, TopicRequestId, UseCaseId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { KeptQuestion } from '../../domain/kept-question.ts';
import type { Asker } from '../../domain/member.ts';
import type { TopicState } from '../../domain/topic-request.ts';
import { findVisible } from '../use-cases/show-use-case.ts';
import { whyNoMember } from './may-be-told.ts';
import type { NoMember } from './may-be-told.ts';

/** Something that a member wants to be told about. */
export type Followed =
  | {
      readonly kind: 'use-case';
      readonly useCaseId: UseCaseId;
      /** Absent when it is gone, or not for them any more. */
      readonly title?: string;
    }
  | { readonly kind: 'question'; readonly kept: KeptQuestion }
  | {
      readonly kind: 'topic';
      readonly topicRequestId: TopicRequestId;
      /** Absent when it is gone. */
      readonly topic?: { readonly title: string; readonly state: TopicState['kind'] };
    };

/** A topic request that the member is told of. */
interface FollowedTopic {
  readonly topicRequestId: TopicRequestId;
  readonly since: Instant;
}

export interface FollowedPage {
  readonly kind: 'listed';
  readonly rows: readonly Followed[];
  readonly total: number;
  /** From 1, and never behind the last one. */
  readonly page: number;
  readonly pages: number;
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

const rowsOnAPage = 5;

type ListDeps = Pick<Deps, 'follows' | 'keptQuestions' | 'operator' | 'topicRequests' | 'useCases'>;

/** "Meine Benachrichtigungen": what the person follows and which questions they keep, the latest first. */
export async function listFollowed(
  deps: ListDeps,
  request: { readonly asker: Asker; readonly page: number },
): Promise<FollowedPage | NoMember> {
  const { asker } = request;
  if (asker.memberId === undefined) {
    return whyNoMember(asker);
  }
  const [follows, questions, participations] = await Promise.all([
    deps.follows.ofMember(asker.memberId),
    deps.keptQuestions.ofMember(asker.memberId),
    deps.topicRequests.participationsOf(asker.memberId),
  ]);
  const topics = participations.flatMap(({ topicRequestId, followsSince: since }): readonly FollowedTopic[] =>
    since === undefined ? [] : [{ topicRequestId, since }],
  );
  const all = [...follows, ...questions, ...topics].sort((one, other) => other.since - one.since);
  const pages = Math.max(1, Math.ceil(all.length / rowsOnAPage));
  const page = Math.min(request.page, pages);
  const shown = all.slice((page - 1) * rowsOnAPage, page * rowsOnAPage);
  const rows = await Promise.all(shown.map((one) => toRow(deps, asker, one)));
  return {
    kind: 'listed',
    rows,
    total: all.length,
    page,
    pages,
    communes: deps.operator.current().communes,
  };
}

async function toRow(
  deps: Pick<Deps, 'topicRequests' | 'useCases'>,
  asker: Asker,
  one: Follow | KeptQuestion | FollowedTopic,
): Promise<Followed> {
  if ('question' in one) {
    return { kind: 'question', kept: one };
  }
  if ('topicRequestId' in one) {
    const { topicRequestId } = one;
    const found = await deps.topicRequests.find(topicRequestId);
    const topic = found && { title: found.title, state: found.state.kind };
    return { kind: 'topic', topicRequestId, ...(topic !== undefined && { topic }) };
  }
  const { useCaseId } = one;
  const found = await findVisible(deps, { asker, useCaseId });
  return {
    kind: 'use-case',
    useCaseId,
    ...(found.kind === 'visible' && { title: found.useCase.title }),
  };
}
