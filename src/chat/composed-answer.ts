import type { Card } from '../cards/card.ts';
import { sourceText } from '../cards/source-text.ts';
import type { AnswerQuestionResult } from '../features/ask/answer-question.ts';
import type { AnswerSource, ComposedPiece } from '../features/ask/compose-answer.ts';
import { composeWithinBudget } from '../features/ask/compose-within-budget.ts';
import type { BudgetedPiece } from '../features/ask/compose-within-budget.ts';
import { mayReachModel } from '../features/ask/refine-question.ts';
import type { AnswerBudget } from '../features/model-use/answer-budget.ts';
import type { ModelTurn } from '../features/model-use/take-turn.ts';
import { withVisibleCosts } from '../features/use-cases/visible-costs.ts';
import { composedTexts as texts } from '../texts/composed-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { Reply, StreamPiece } from './reply.ts';

/**
 * The answer in sentences of a language model above its card; undefined where there is no model, or nothing to be composed from. It gets to
 * read what the card shows on its first page, as far as this person may see it.
 */
export function composedReply(
  deps: ChatDeps,
  { asker }: Turn,
  answer: { readonly result: AnswerQuestionResult; readonly card: Card; readonly budget: AnswerBudget },
): (Reply & { kind: 'stream' }) | undefined {
  const { clock, languageModel, logger } = deps;
  const { result, card, budget } = answer;
  if (languageModel === undefined || result.kind === 'nothing' || !mayReachModel(asker)) {
    return undefined;
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
  const request = { sought: question.sought, sources, communes: communes.values(), budget };
  return {
    kind: 'stream',
    waiting: texts.waiting,
    pieces: toPieces(composeWithinBudget({ clock, languageModel, logger }, request)),
    citations: shown.map(({ title, summary }) => ({ title, abstract: summary })),
    card,
  };
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

function whyNotNow(turn: Exclude<ModelTurn, { kind: 'allowed' }>): string {
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
