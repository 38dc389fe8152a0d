import type { Deps } from '../../deps.ts';
import { summariseAnswer } from '../../domain/answer.ts';
import type { AnswerSummary } from '../../domain/answer.ts';
import type { Commune } from '../../domain/commune.ts';
import type { Facet } from '../../domain/facets.ts';
import { toFilterTest } from '../../domain/filters.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { mayBeKept } from '../../domain/question.ts';
import type { Question } from '../../domain/question.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { useCaseId } from '../../domain/ids.ts';
import { findFacets } from './find-facets.ts';
import { describeFound } from './found-use-case.ts';
import type { FoundUseCase } from './found-use-case.ts';

/** Rows of one answer card. */
export const pageSize = 5;
const nearestCount = 3;
/** The most use cases one answer counts; beyond that nobody reads on. */
const countedAtMost = 1000;
/**
 * When the bot says that somebody does it: a record covers the whole question, or nearly, and the engine is confident. Set on
 * the shipped and the demo's records and checked on 10,000, with questions of both kinds.
 */
const sure = { coverage: 0.95, nearCoverage: 0.8, confidence: 0.3 };
/** When what is nearest is called similar, and not merely shown. */
const similar = { coverage: 0.5, confidence: 0.3 };
/** A hit that speaks of less of the question than this is not even near it. */
const nearCoverage = 0.2;
/**
 * Shares of the best: what a hit must score to show that the question is covered, and what it must score and cover to be an
 * answer beside the best one. A record too few is better in the first sentence than one that does not belong there.
 */
const share = { coveringScore: 0.5, score: 0.25, coverage: 0.8 };

type Communes = ReadonlyMap<CommuneId, Commune>;

export type AnswerQuestionResult =
  | {
      readonly kind: 'found';
      readonly question: Question;
      readonly found: readonly FoundUseCase[];
      /** How misspelled words of the question were understood, by words of the use cases that are shown. */
      readonly corrections: readonly string[];
      readonly summary: AnswerSummary;
      readonly total: number;
      /** Ways to narrow an answer that has more than one page. */
      readonly facets: readonly Facet[];
      /** From 1. */
      readonly page: number;
      readonly pages: number;
      readonly communes: Communes;
    }
  | {
      readonly kind: 'nothing';
      readonly question: Question;
      /**
       * `similar`: not the thing itself, but what `nearest` shows is close to it. `filters`: without them something is found, and
       * that is what `nearest` shows.
       */
      readonly because: 'no-match' | 'similar' | 'filters';
      readonly nearest: readonly FoundUseCase[];
      /** How long the question is kept, without the person; absent when its words might name people. */
      readonly keptForDays?: number;
      readonly communes: Communes;
    };

/** Finds what answers a question, as far as the asker may see it. Pages beyond the last show the last. */
export function answerQuestion(
  deps: Pick<Deps, 'catalogue' | 'operator' | 'rules'>,
  request: { readonly asker: Asker; readonly question: Question; readonly page: number },
): AnswerQuestionResult {
  const { question } = request;
  const { answers, nearest, because, communes } = findAnswers(deps, request);
  if (answers.length > 0) {
    return showPage(deps, request, answers, communes);
  }
  const isKept = because !== 'filters' && mayBeKept(question.sought);
  return {
    kind: 'nothing',
    question,
    because,
    nearest:
      question.sought === ''
        ? []
        : describeFound(deps, nearest.slice(0, nearestCount), question.sought).found,
    ...(isKept && { keptForDays: deps.rules.questionRetentionDays }),
    communes,
  };
}

interface Look {
  /** Best first: what the engine is sure of and what speaks of as much of the question as the best one does. */
  readonly answers: readonly UseCase[];
  /** Whatever else comes near to the question, best first. */
  readonly nearest: readonly UseCase[];
  readonly because: 'no-match' | 'similar';
}

export interface Findings extends Omit<Look, 'because'> {
  /** What `nearest` is when there are no answers; `filters`: the answers that there are without them. */
  readonly because: 'no-match' | 'similar' | 'filters';
  readonly communes: Communes;
}

/** Everything that answers a question, or else comes near it, as far as the asker may see it. `unfinished`: its last word may be half typed. */
export function findAnswers(
  deps: Pick<Deps, 'catalogue' | 'operator'>,
  request: { readonly asker: Asker; readonly question: Question; readonly unfinished?: boolean },
): Findings {
  const { asker, question, unfinished = false } = request;
  const { communes } = deps.operator.current();
  const visible = (useCase: UseCase) => may(asker, 'see-use-case', useCase).kind === 'allowed';
  const test = toFilterTest(question.filters, communes);
  const fits = (useCase: UseCase) => test.fits(useCase) && visible(useCase);
  const within = look(deps, { sought: question.sought, unfinished }, fits);
  if (within.answers.length > 0 || question.filters.length === 0) {
    return { ...within, communes };
  }
  const anywhere = look(deps, { sought: question.sought, unfinished }, visible);
  return anywhere.answers.length > 0
    ? { answers: [], nearest: anywhere.answers, because: 'filters', communes }
    : { ...anywhere, communes };
}

function look(
  deps: Pick<Deps, 'catalogue'>,
  { sought, unfinished }: { readonly sought: string; readonly unfinished: boolean },
  accept: (useCase: UseCase) => boolean,
): Look {
  if (sought === '') {
    return { answers: deps.catalogue.select(accept, countedAtMost), nearest: [], because: 'no-match' };
  }
  const { hits, confidence } = deps.catalogue.search(sought, accept, { limit: countedAtMost, unfinished });
  const top = hits.slice(0, pageSize);
  const score = top[0]?.score ?? 0;
  const covering = top.filter((hit) => hit.score >= share.coveringScore * score);
  const coverage = Math.max(0, ...covering.map((hit) => hit.coverage));
  const isSure =
    coverage >= sure.coverage || (coverage >= sure.nearCoverage && confidence >= sure.confidence);
  const speaking = hits.filter(
    (hit) => hit.coverage >= share.coverage * coverage && hit.score >= share.score * score,
  );
  if (isSure) {
    return { answers: toUseCases(deps, speaking), nearest: [], because: 'no-match' };
  }
  const isSimilar = coverage >= similar.coverage && confidence >= similar.confidence;
  return {
    answers: [],
    nearest: toUseCases(deps, isSimilar ? speaking : hits.filter((hit) => hit.coverage >= nearCoverage)),
    because: isSimilar ? 'similar' : 'no-match',
  };
}

function toUseCases(
  deps: Pick<Deps, 'catalogue'>,
  hits: readonly { readonly id: string }[],
): readonly UseCase[] {
  return hits.map(({ id }) => deps.catalogue.find(useCaseId(id))).filter((useCase) => useCase !== undefined);
}

function showPage(
  deps: Pick<Deps, 'catalogue' | 'operator'>,
  request: { readonly asker: Asker; readonly question: Question; readonly page: number },
  answers: readonly UseCase[],
  communes: Communes,
): AnswerQuestionResult {
  const { question } = request;
  const pages = Math.ceil(answers.length / pageSize);
  const page = Math.min(Math.max(request.page, 1), pages);
  const shown = answers.slice((page - 1) * pageSize, page * pageSize);
  return {
    kind: 'found',
    question,
    ...describeFound(deps, shown, question.sought),
    summary: summariseAnswer(answers, question.filters, communes),
    total: answers.length,
    facets: pages > 1 ? narrow(deps, request, answers, communes) : [],
    page,
    pages,
    communes,
  };
}

/** Of more use cases than are counted, a list without a question cannot tell how many each filter leaves. */
function narrow(
  deps: Pick<Deps, 'catalogue' | 'operator'>,
  { asker, question }: { readonly asker: Asker; readonly question: Question },
  answers: readonly UseCase[],
  communes: Communes,
): readonly Facet[] {
  const { sought, filters: chosen } = question;
  if (sought === '' && answers.length === countedAtMost) {
    return [];
  }
  return findFacets(answers, chosen, communes, (filters) =>
    sought === ''
      ? answers.filter(toFilterTest(filters, communes).fits).length
      : findAnswers(deps, { asker, question: { sought, filters } }).answers.length,
  );
}
