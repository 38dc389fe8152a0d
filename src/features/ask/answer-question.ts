import type { Deps } from '../../deps.ts';
import { summariseAnswer } from '../../domain/answer.ts';
import type { AnswerSummary } from '../../domain/answer.ts';
import type { Commune } from '../../domain/commune.ts';
import type { Facet } from '../../domain/facets.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { mayBeKept } from '../../domain/question.ts';
import type { Question } from '../../domain/question.ts';
import { findAnswers } from './find-answers.ts';
import type { Findings } from './find-answers.ts';
import { findFacets } from './find-facets.ts';
import { describeFound } from './found-use-case.ts';
import type { FoundUseCase } from './found-use-case.ts';
import type { NearUseCase } from './use-case-vectors.ts';

/** Rows of one answer card. */
export const pageSize = 5;
const nearestCount = 3;
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

/** Finds what answers a question, as far as the asker may see it. Pages beyond the last show the last. `near`: see `findAnswers`. */
export function answerQuestion(
  deps: Pick<Deps, 'catalogue' | 'clock' | 'operator' | 'rules'>,
  request: {
    readonly asker: Asker;
    readonly question: Question;
    readonly page: number;
    readonly near?: readonly NearUseCase[];
  },
): AnswerQuestionResult {
  const { question } = request;
  const findings = findAnswers(deps, request);
  if (findings.answers.length > 0) {
    return showPage(deps, request, findings);
  }
  const { nearest, because, communes } = findings;
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

function showPage(
  deps: Pick<Deps, 'catalogue' | 'clock' | 'rules'>,
  request: { readonly question: Question; readonly page: number },
  { answers, isNarrowable, communes }: Findings,
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
    facets: pages > 1 && isNarrowable ? findFacets(answers, question.filters, communes) : [],
    page,
    pages,
    communes,
  };
}
