import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { Follow } from '../../domain/follow.ts';
import type { CommuneId, UseCaseId } from '../../domain/ids.ts';
import type { KeptQuestion } from '../../domain/kept-question.ts';
import type { Asker } from '../../domain/member.ts';
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
  | { readonly kind: 'question'; readonly kept: KeptQuestion };

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

/** "Meine Benachrichtigungen": what the person follows and which questions they keep, the latest first. */
export async function listFollowed(
  deps: Pick<Deps, 'follows' | 'keptQuestions' | 'operator' | 'useCases'>,
  request: { readonly asker: Asker; readonly page: number },
): Promise<FollowedPage | NoMember> {
  const { asker } = request;
  if (asker.memberId === undefined) {
    return whyNoMember(asker);
  }
  const [follows, questions] = await Promise.all([
    deps.follows.ofMember(asker.memberId),
    deps.keptQuestions.ofMember(asker.memberId),
  ]);
  const all = [...follows, ...questions].sort((one, other) => other.since - one.since);
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
  deps: Pick<Deps, 'useCases'>,
  asker: Asker,
  one: Follow | KeptQuestion,
): Promise<Followed> {
  if ('question' in one) {
    return { kind: 'question', kept: one };
  }
  const { useCaseId } = one;
  const found = await findVisible(deps, { asker, useCaseId });
  return {
    kind: 'use-case',
    useCaseId,
    ...(found.kind === 'visible' && { title: found.useCase.title }),
  };
}
