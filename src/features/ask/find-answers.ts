import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import { toFilterTest } from '../../domain/filters.ts';
import { useCaseId } from '../../domain/ids.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { seenBy } from '../../domain/permissions.ts';
import type { Question } from '../../domain/question.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { staleTest } from '../freshness/stale-test.ts';
import { fuseRanks } from './fuse-ranks.ts';
import type { NearUseCase } from './use-case-vectors.ts';

/** The most use cases one answer counts; beyond that nobody reads on. */
const countedAtMost = 1000;
/**
 * When the bot says that somebody does it: a record covers the whole question, or nearly, and the engine is confident. Set on
 * the shipped and the demo's records and checked on 10,000, with questions of both kinds.
 */
const sure = { coverage: 0.95, nearCoverage: 0.8, confidence: 0.3 };
/** When what is nearest is called similar, and not merely shown. */
const similar = { coverage: 0.5, confidence: 0.3 };
/** Hits among which one must cover the question. */
const topCount = 5;
/** A hit that speaks of less of the question than this is not even near it. */
const nearCoverage = 0.2;
/**
 * Shares of the best: what a hit must score to show that the question is covered, and what it must score and cover to be an
 * answer beside the best one. A record too few is better in the first sentence than one that does not belong there.
 */
const share = { coveringScore: 0.5, score: 0.25, coverage: 0.8 };
/**
 * What the score of a use case that is possibly outdated counts for in the order: it stands behind fresh ones of about the same score,
 * and still before what merely touches the question. Whether it is an answer is another matter.
 */
const staleShare = 0.8;

type FindDeps = Pick<Deps, 'catalogue' | 'clock' | 'operator' | 'rules'>;

export interface Findings {
  /** Best first: what the engine is sure of and what speaks of as much of the question as the best one does. */
  readonly answers: readonly UseCase[];
  /** Whether one more filter leaves of the answers exactly those that fit it. */
  readonly isNarrowable: boolean;
  /** Whatever else comes near to the question, best first. */
  readonly nearest: readonly UseCase[];
  /** What `nearest` is when there are no answers; `filters`: the answers that there are without them. */
  readonly because: 'no-match' | 'similar' | 'filters';
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

type Look = Pick<Findings, 'answers' | 'nearest'> & { readonly because: 'no-match' | 'similar' };

/**
 * Everything that answers a question, or else comes near it, as far as the asker may see it. Filters leave of the answers those that
 * fit; where none does, what fits is measured against the best of its own kind. `unfinished`: the last word may be half typed. `near`: what is
 * near in meaning. It changes the order of answers and adds to what comes near; what answers the question, the words alone decide.
 */
export function findAnswers(
  deps: FindDeps,
  request: {
    readonly asker: Asker;
    readonly question: Question;
    readonly unfinished?: boolean;
    readonly near?: readonly NearUseCase[];
  },
): Findings {
  const { asker, question, unfinished = false, near = [] } = request;
  const { communes } = deps.operator.current();
  const sought = { text: question.sought, unfinished, near };
  const visible = seenBy(asker);
  const { fits } = toFilterTest(question.filters, communes);
  const all = look(deps, sought, visible);
  const isWhole = all.answers.length < countedAtMost;
  const fitting = question.filters.length === 0 ? all.answers : all.answers.filter(fits);
  if (question.filters.length === 0 || (fitting.length > 0 && isWhole)) {
    return { ...all, answers: fitting, isNarrowable: isWhole, communes };
  }
  const within = look(deps, sought, (useCase) => fits(useCase) && visible(useCase));
  if (within.answers.length > 0) {
    return { ...within, isNarrowable: false, communes };
  }
  return all.answers.length > 0
    ? { answers: [], isNarrowable: false, nearest: all.answers, because: 'filters', communes }
    : { ...all, isNarrowable: false, communes };
}

interface Sought {
  readonly text: string;
  readonly unfinished: boolean;
  readonly near: readonly NearUseCase[];
}

function look(
  deps: Omit<FindDeps, 'operator'>,
  { text, unfinished, near }: Sought,
  accept: (useCase: UseCase) => boolean,
): Look {
  if (text === '') {
    return { answers: deps.catalogue.select(accept, countedAtMost), nearest: [], because: 'no-match' };
  }
  const { hits, confidence } = deps.catalogue.search(text, accept, { limit: countedAtMost, unfinished });
  const top = hits.slice(0, topCount);
  const score = top[0]?.score ?? 0;
  const covering = top.filter((hit) => hit.score >= share.coveringScore * score);
  const coverage = Math.max(0, ...covering.map((hit) => hit.coverage));
  const isSure =
    coverage >= sure.coverage || (coverage >= sure.nearCoverage && confidence >= sure.confidence);
  const speaking = hits.filter(
    (hit) => hit.coverage >= share.coverage * coverage && hit.score >= share.score * score,
  );
  const around = near.flatMap(({ id, standsOut }) => {
    const useCase = deps.catalogue.find(id);
    return useCase !== undefined && accept(useCase) ? [{ useCase, standsOut }] : [];
  });
  if (isSure) {
    const answers = fuse(
      toUseCases(deps, speaking),
      around.map(({ useCase }) => useCase),
    );
    return { answers, nearest: [], because: 'no-match' };
  }
  const isSimilar = coverage >= similar.coverage && confidence >= similar.confidence;
  const byWords = toUseCases(deps, isSimilar ? speaking : hits.filter((hit) => hit.coverage >= nearCoverage));
  // Records that share no word with the question may still be about the same.
  const byMeaning = around.filter(({ standsOut }) => standsOut).map(({ useCase }) => useCase);
  return {
    answers: [],
    nearest: isSimilar ? fuse(byWords, byMeaning, true) : [...new Set([...byMeaning, ...byWords])],
    because: isSimilar || byMeaning.length > 0 ? 'similar' : 'no-match',
  };
}

function fuse(
  byWords: readonly UseCase[],
  byMeaning: readonly UseCase[],
  widens = false,
): readonly UseCase[] {
  const known = new Map([...byWords, ...byMeaning].map((useCase) => [useCase.id, useCase]));
  const ids = [byWords, byMeaning].map((useCases) => useCases.map(({ id }) => id));
  return fuseRanks(ids[0] ?? [], ids[1] ?? [], { widens }).flatMap((id) => known.get(id) ?? []);
}

/** In the order of their scores, those of outdated ones reduced; the order of the engine stays among equals. */
function toUseCases(
  deps: Omit<FindDeps, 'operator'>,
  hits: readonly { readonly id: string; readonly score: number }[],
): readonly UseCase[] {
  const isStale = staleTest(deps);
  const found = hits.flatMap(({ id, score }) => {
    const useCase = deps.catalogue.find(useCaseId(id));
    return useCase === undefined ? [] : [{ useCase, worth: isStale(useCase) ? staleShare * score : score }];
  });
  return found.sort((one, other) => other.worth - one.worth).map(({ useCase }) => useCase);
}
