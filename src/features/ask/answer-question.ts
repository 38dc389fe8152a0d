import type { Deps } from '../../deps.ts';
import { summariseAnswer } from '../../domain/answer.ts';
import type { AnswerSummary } from '../../domain/answer.ts';
import type { Commune } from '../../domain/commune.ts';
import { toFilterTest } from '../../domain/filters.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
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
/** When the bot says that somebody does it. Set on the shipped and the demo's records, with questions of both kinds. */
const sure = { confidence: 0.45, confidenceWithCoverage: 0.2, coverage: 0.95 };
/** A hit that speaks of less of the question, or scores less, than these shares of the best one is no answer to it. */
const share = { coverage: 0.4, score: 0.25 };

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
      /** `filters`: without them something is found, and that is what `nearest` shows. */
      readonly because: 'no-match' | 'filters';
      readonly nearest: readonly FoundUseCase[];
      /** How long a question that nothing answers is kept, without the person. */
      readonly keptForDays: number;
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
  const nearest = byFilters ? anywhere.answers : anywhere.hits;
  return {
    kind: 'nothing',
    question,
    because: byFilters ? 'filters' : 'no-match',
    nearest: question.sought === '' ? [] : toFound(deps, nearest.slice(0, nearestCount), question.sought),
    keptForDays: deps.rules.questionRetentionDays,
    communes,
  };
}

interface Look {
  /** Best first: what the engine is sure of and what speaks of as much of the question as the best one does. */
  readonly answers: readonly UseCase[];
  /** Whatever resembles the question, best first. */
  readonly hits: readonly UseCase[];
}

function look(deps: Pick<Deps, 'catalogue'>, sought: string, accept: (useCase: UseCase) => boolean): Look {
  if (sought === '') {
    return { answers: deps.catalogue.select(accept, countedAtMost), hits: [] };
  }
  const { hits, confidence } = deps.catalogue.search(sought, accept, countedAtMost);
  const top = hits.slice(0, pageSize);
  const coverage = Math.max(0, ...top.map((hit) => hit.coverage));
  const score = top[0]?.score ?? 0;
  const isSure =
    confidence >= sure.confidence || (confidence >= sure.confidenceWithCoverage && coverage >= sure.coverage);
  const answers = hits.filter(
    (hit) => hit.coverage >= share.coverage * coverage && hit.score >= share.score * score,
  );
  return {
    answers: isSure ? toUseCases(deps, answers) : [],
    hits: toUseCases(deps, hits.slice(0, nearestCount)),
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
