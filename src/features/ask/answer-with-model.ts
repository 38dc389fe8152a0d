import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';
import type { Question } from '../../domain/question.ts';
import { AnswerBudget } from '../model-use/answer-budget.ts';
import type { BudgetDeps } from '../model-use/answer-budget.ts';
import { answerQuestion } from './answer-question.ts';
import type { AnswerQuestionResult } from './answer-question.ts';
import { findNear } from './find-near.ts';
import { mayReachModel, refineQuestion } from './refine-question.ts';
import type { TypedQuestion } from './refine-question.ts';
import { isProven } from './refined-proof.ts';
import type { NearUseCase } from './use-case-vectors.ts';

/** `understood`: the question is a model's reading of what was typed; what the rules had read instead. */
export type AnswerWithModelResult = AnswerQuestionResult & {
  readonly understood?: { readonly asTyped: Question };
};

type Found = AnswerQuestionResult & { kind: 'found' };
type AnswerDeps = Pick<
  Deps,
  | 'catalogue'
  | 'clock'
  | 'operator'
  | 'rules'
  | 'logger'
  | 'languageModel'
  | 'embeddingModel'
  | 'useCaseVectors'
> &
  BudgetDeps;

/**
 * Answers a question by its words and, where a model of meaning is there, by what is near. What was typed and finds nothing, not even with
 * fewer filters, is read once more by a language model, which takes 2 s at most. Its reading is answered only if it finds something that
 * has to do with what was typed; in every other case the result is the one without it.
 */
export async function answerWithModel(
  deps: AnswerDeps,
  request: {
    readonly asker: Asker;
    readonly question: Question;
    readonly page: number;
    /** Absent for what is pressed, which cannot wait for a model. */
    readonly typed?: TypedQuestion;
    /** Where a model may be asked for more of the same answer. */
    readonly budget?: AnswerBudget;
  },
): Promise<AnswerWithModelResult> {
  const { asker, question, page, typed } = request;
  const near = await findAround(deps, asker, question);
  // What is near changes nothing as long as `answerQuestion` knows no such field.
  const asked = { asker, question, page, near };
  const result = answerQuestion(deps, asked);
  if (typed === undefined || result.kind === 'found' || result.because === 'filters') {
    return result;
  }
  const { budget = new AnswerBudget(deps, asker) } = request;
  const refined = await answerRefined(deps, { asker, typed, budget }, near);
  return refined === undefined ? result : { ...refined, understood: { asTyped: question } };
}

/** What was typed and is no question by the rules: undefined unless a model finds out what was meant. */
export async function answerUnclear(
  deps: AnswerDeps,
  request: { readonly asker: Asker; readonly typed: TypedQuestion; readonly budget: AnswerBudget },
): Promise<AnswerWithModelResult | undefined> {
  const refined = await answerRefined(deps, request, []);
  return refined && { ...refined, understood: { asTyped: { sought: request.typed.words, filters: [] } } };
}

async function answerRefined(
  deps: AnswerDeps,
  request: { readonly asker: Asker; readonly typed: TypedQuestion; readonly budget: AnswerBudget },
  nearToTyped: readonly NearUseCase[],
): Promise<Found | undefined> {
  const { asker } = request;
  const refined = await refineQuestion(deps, request);
  if (refined === undefined) {
    return undefined;
  }
  const { question } = refined;
  const near = await findAround(deps, asker, question);
  const asked = { asker, question, page: 1, near };
  const result = answerQuestion(deps, asked);
  if (result.kind === 'nothing') {
    return undefined;
  }
  const shown = result.found.map(({ useCase }) => useCase);
  return isProven(deps, refined, shown, nearToTyped) ? result : undefined;
}

/** Nothing without a model, and nothing for those whose words reach none. */
async function findAround(
  deps: AnswerDeps,
  asker: Asker,
  { sought }: Question,
): Promise<readonly NearUseCase[]> {
  return deps.embeddingModel === undefined || sought === '' || !mayReachModel(asker)
    ? []
    : findNear(deps, { asker, sought });
}
