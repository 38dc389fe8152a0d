import type { Deps } from '../../deps.ts';
import { isAskedBySeveral } from '../../domain/demand.ts';
import type { Demand } from '../../domain/demand.ts';
import type { Asker } from '../../domain/member.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import { findAnswers } from '../ask/find-answers.ts';
import { findSimilarTopics } from '../topics/find-similar-topics.ts';
import { checkMember } from '../topics/topic-results.ts';
import type { DeniedTopic } from '../topics/topic-results.ts';
import { giveWay, groupQuestions } from './group-questions.ts';

const pageSize = 5;

export interface ShownDemand {
  readonly demand: Demand;
  /** An open or planned request for the same. */
  readonly topic?: TopicRequest;
}

export interface ListedDemand {
  readonly kind: 'listed';
  readonly rows: readonly ShownDemand[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

type FindDemandDeps = Pick<
  Deps,
  | 'catalogue'
  | 'clock'
  | 'createEngine'
  | 'logger'
  | 'openQuestions'
  | 'operator'
  | 'rules'
  | 'topicCatalogue'
>;

/**
 * What several people look for in vain, what is asked most first: for the community's organisers, and without who asked. Pages beyond the
 * last show the last.
 */
export async function findDemand(
  deps: FindDemandDeps,
  request: { readonly asker: Asker; readonly page: number },
): Promise<ListedDemand | DeniedTopic> {
  const permission = checkMember(deps, request.asker, 'see-demand');
  if (permission.kind === 'denied') {
    return permission;
  }
  const { synonyms } = deps.operator.current();
  const groups = await groupQuestions(await deps.openQuestions.latest(), () => deps.createEngine(synonyms));
  const unanswered = await keepUnanswered(deps, groups.filter(isAskedBySeveral), request.asker);
  const pages = Math.max(1, Math.ceil(unanswered.length / pageSize));
  const page = Math.min(Math.max(request.page, 1), pages);
  const shown = unanswered.slice((page - 1) * pageSize, page * pageSize);
  return {
    kind: 'listed',
    rows: shown.map((demand) => withTopic(deps, demand)),
    total: unanswered.length,
    page,
    pages,
  };
}

/** Without what somebody does meanwhile, in whichever of its words that is found, as far as everybody may see it. */
async function keepUnanswered(
  deps: FindDemandDeps,
  demands: readonly Demand[],
  { tenantId }: Asker,
): Promise<readonly Demand[]> {
  const everybody: Asker = { tenantId, guest: true, role: 'member', overheard: true };
  const unanswered: Demand[] = [];
  let count = 0;
  for (const demand of demands) {
    let isAnswered = false;
    for (const sought of demand.wordings) {
      const { answers } = findAnswers(deps, { asker: everybody, question: { sought, filters: [] } });
      isAnswered ||= answers.length > 0;
      count = await giveWay(count);
    }
    if (!isAnswered) {
      unanswered.push(demand);
    }
  }
  return unanswered;
}

function withTopic(deps: Pick<Deps, 'topicCatalogue'>, demand: Demand): ShownDemand {
  const topic = demand.wordings
    .flatMap((title) => findSimilarTopics(deps, { title }))
    .find(({ state }) => state.kind === 'open' || state.kind === 'planned');
  return { demand, ...(topic !== undefined && { topic }) };
}
