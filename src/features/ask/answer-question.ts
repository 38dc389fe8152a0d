import type { Deps } from '../../deps.ts';
import { summariseAnswer } from '../../domain/answer.ts';
import type { AnswerSummary } from '../../domain/answer.ts';
import type { Commune } from '../../domain/commune.ts';
import { toFilterTest } from '../../domain/filters.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { mayBeKept } from '../../domain/question.ts';
import type { Question } from '../../domain/question.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { useCaseId } from '../../domain/ids.ts';
import type { Snippet } from '../../search/search-engine.ts';

/** Rows of one answer card. */
export const pageSize = 5;
const nearestCount = 3;
/** Characters of the text that shows why a use case fits: two to three lines on a phone. */
const snippetLength = 160;
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

/** A use case as an answer shows it. */
export interface FoundUseCase {
  readonly useCase: UseCase;
  /** Why it fits: the part of its text nearest to the question, the found words marked. */
  readonly why: Snippet;
}

type Communes = ReadonlyMap<CommuneId, Commune>;

export type AnswerQuestionResult =
  | {
      readonly kind: 'found';
      readonly question: Question;
      readonly found: readonly FoundUseCase[];
      readonly summary: AnswerSummary;
      readonly total: number;
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
  const { communes } = deps.operator.current();
  const visible = (useCase: UseCase) => may(request.asker, 'see-use-case', useCase).kind === 'allowed';
  const test = toFilterTest(question.filters, communes);
  const fits = (useCase: UseCase) => test.fits(useCase) && visible(useCase);
  const within = look(deps, question.sought, fits);
  if (within.answers.length > 0) {
    return showPage(deps, request, within.answers, communes);
  }
  const anywhere = question.filters.length > 0 ? look(deps, question.sought, visible) : within;
  const byFilters = question.filters.length > 0 && anywhere.answers.length > 0;
  const nearest = byFilters ? anywhere.answers : anywhere.nearest;
  return {
    kind: 'nothing',
    question,
    because: byFilters ? 'filters' : anywhere.because,
    nearest: question.sought === '' ? [] : toFound(deps, nearest.slice(0, nearestCount), question.sought),
    ...(!byFilters && mayBeKept(question.sought) && { keptForDays: deps.rules.questionRetentionDays }),
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

function look(deps: Pick<Deps, 'catalogue'>, sought: string, accept: (useCase: UseCase) => boolean): Look {
  if (sought === '') {
    return { answers: deps.catalogue.select(accept, countedAtMost), nearest: [], because: 'no-match' };
  }
  const { hits, confidence } = deps.catalogue.search(sought, accept, countedAtMost);
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
  deps: Pick<Deps, 'catalogue'>,
  request: { readonly question: Question; readonly page: number },
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
    found: toFound(deps, shown, question.sought),
    summary: summariseAnswer(answers, question.filters, communes),
    total: answers.length,
    page,
    pages,
    communes,
  };
}

function toFound(
  deps: Pick<Deps, 'catalogue'>,
  useCases: readonly UseCase[],
  sought: string,
): readonly FoundUseCase[] {
  return useCases.map((useCase) => ({
    useCase,
    why: deps.catalogue.snippet(useCase.summary, sought, snippetLength),
  }));
}
