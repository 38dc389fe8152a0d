import type { Deps } from '../../deps.ts';
import type { AnswerBudget } from '../model-use/answer-budget.ts';
import type { ModelTurn } from '../model-use/take-turn.ts';
import { AnswerMemory } from './answer-memory.ts';
import { composeAnswer, composeInstructions, toComposeMaterial } from './compose-answer.ts';
import type { ComposedPiece, ComposeRequest } from './compose-answer.ts';

type Sentence = ComposedPiece & { kind: 'sentence' };

export type BudgetedPiece =
  | ComposedPiece
  /** The only one: no model is asked for this person now. */
  | { readonly kind: 'not-now'; readonly turn: Exclude<ModelTurn, { kind: 'allowed' }> };

const remembered = new AnswerMemory<readonly Sentence[]>();

/**
 * As `composeAnswer`, as far as the budget goes. An answer that came whole is given again, without asking a model, as long as the question and
 * the records are the same.
 */
export async function* composeWithinBudget(
  deps: Required<Pick<Deps, 'languageModel'>> & Pick<Deps, 'clock' | 'logger'>,
  { budget, ...request }: ComposeRequest & { readonly budget: AnswerBudget },
): AsyncGenerator<BudgetedPiece> {
  const asked = { instructions: composeInstructions, material: toComposeMaterial(request) };
  const known = remembered.find(deps.languageModel, asked);
  if (known !== undefined) {
    yield* known;
    yield { kind: 'complete' };
    return;
  }
  const turn = await budget.take();
  if (turn.kind !== 'allowed') {
    yield { kind: 'not-now', turn };
    return;
  }
  const said: Sentence[] = [];
  let last: ComposedPiece | undefined;
  try {
    for await (const piece of composeAnswer(deps, request)) {
      last = piece;
      if (piece.kind === 'sentence') {
        said.push(piece);
      } else if (piece.kind === 'complete') {
        remembered.keep(deps.languageModel, deps.clock, asked, said);
      }
      yield piece;
    }
  } finally {
    const usage = last?.kind === 'complete' ? last.usage : undefined;
    const received = said.reduce((sum, { text }) => sum + text.length, 0);
    await budget.note({ usage, characters: asked.instructions.length + asked.material.length + received });
  }
}
