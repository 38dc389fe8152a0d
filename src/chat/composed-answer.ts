import type { Card } from '../cards/card.ts';
import { sourceText } from '../cards/source-text.ts';
import type { AnswerQuestionResult } from '../features/ask/answer-question.ts';
import type { AnswerSource, ComposedPiece } from '../features/ask/compose-answer.ts';
import { composeWithinBudget } from '../features/ask/compose-within-budget.ts';
import type { BudgetedPiece } from '../features/ask/compose-within-budget.ts';
import { mayReachModel } from '../features/ask/refine-question.ts';
import type { AnswerBudget } from '../features/model-use/answer-budget.ts';
import type { RefusedTurn } from '../features/model-use/take-turn.ts';
import { withVisibleCosts } from '../features/use-cases/visible-costs.ts';
import { beginningOf } from '../domain/typed-words.ts';
import { composedTexts as texts } from '../texts/composed-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { Reply, StreamPiece } from './reply.ts';

interface ToCompose {
  readonly result: AnswerQuestionResult;
  readonly card: Card;
  readonly budget: AnswerBudget;
  /** The question as it was typed, where it says all by itself. */
  readonly words?: string | undefined;
}

/** Characters; what is longer was pasted. */
const longestQuestion = 250;

/**
 * The answer in sentences of a language model above its card; undefined where there is no model, or nothing to be composed from. It gets to
 * read what the card shows on its first page, as far as this person may see it. Where nothing was found and no model could be asked what else
 * the words may mean, that stands above the card.
 */
export function composedReply(
  deps: ChatDeps,
  { asker }: Turn,
  answer: ToCompose,
): (Reply & { kind: 'stream' }) | undefined {
  const { clock, languageModel, logger } = deps;
  const { result, card, budget, words } = answer;
  if (languageModel === undefined || !mayReachModel(asker)) {
    return undefined;
  }
  if (result.kind === 'nothing') {
    return notReadReply(card, budget.refusal);
  }
  const { question, communes } = result;
  if (question.sought === '') {
    return undefined;
  }
  const shown = result.found.map(({ useCase }) => withVisibleCosts(asker, useCase));
  const sources: readonly AnswerSource[] = shown.map((useCase) => ({
    id: useCase.id,
    text: sourceText(useCase, communes),
  }));
  const left = new AbortController();
  const { signal } = left;
  const sought = beginningOf(words ?? question.sought, longestQuestion);
  const request = { sought, sources, communes: communes.values(), budget, signal };
  return {
    kind: 'stream',
    waiting: texts.waiting,
    pieces: leavable(toPieces(composeWithinBudget({ clock, languageModel, logger }, request)), left),
    citations: shown.map(({ title, summary }) => ({ title, abstract: summary })),
    card,
  };
}

/** Whoever leaves it ends what is under way: a generator by itself would hear of it with its next piece, as late as that may come. */
function leavable<Piece>(pieces: AsyncGenerator<Piece>, left: AbortController): AsyncIterable<Piece> {
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => pieces.next(),
      return: () => {
        left.abort();
        return pieces.return(undefined);
      },
    }),
  };
}

/** Of a model that failed nothing is said here either. */
function notReadReply(
  card: Card,
  refusal: RefusedTurn | undefined,
): (Reply & { kind: 'stream' }) | undefined {
  if (refusal === undefined || refusal.kind === 'uncounted') {
    return undefined;
  }
  const closing = refusal.kind === 'wait' ? texts.waitFor(refusal.seconds) : texts.spentForNow;
  return { kind: 'stream', waiting: texts.searching, pieces: endWith(closing), citations: [], card };
}

async function* endWith(closing: string): AsyncGenerator<StreamPiece> {
  yield { kind: 'end', closing };
}

async function* toPieces(composed: AsyncIterable<BudgetedPiece>): AsyncGenerator<StreamPiece> {
  let isEmpty = true;
  for await (const piece of composed) {
    if (piece.kind === 'sentence') {
      isEmpty = false;
      yield piece;
    } else {
      const closing = closingOf(piece, isEmpty);
      yield { kind: 'end', ...(closing !== undefined && { closing }) };
      return;
    }
  }
}

function closingOf(last: Exclude<BudgetedPiece, { kind: 'sentence' }>, isEmpty: boolean): string | undefined {
  switch (last.kind) {
    case 'complete':
      return undefined;
    case 'not-now':
      return whyNotNow(last.turn);
    case 'cut-off':
      return whyCutOff(last.because, isEmpty);
  }
}

function whyNotNow(turn: RefusedTurn): string {
  switch (turn.kind) {
    case 'wait':
      return texts.wait(turn.seconds);
    case 'spent':
      return texts.spent;
    case 'uncounted':
      return texts.silent;
  }
}

function whyCutOff(because: (ComposedPiece & { kind: 'cut-off' })['because'], isEmpty: boolean): string {
  switch (because) {
    case 'rejected':
      return isEmpty ? texts.plain : texts.notMore;
    case 'empty':
      return texts.plain;
    case 'late':
    case 'failed':
      return isEmpty ? texts.silent : texts.brokenOff;
  }
}
