import type { Deps } from '../../deps.ts';
import type { AnswerBudget } from '../model-use/answer-budget.ts';
import { StreamMeter } from '../model-use/stream-meter.ts';
import type { RefusedTurn } from '../model-use/take-turn.ts';
import { AnswerMemory } from './answer-memory.ts';
import { composeAnswer, composeInstructions, toComposeMaterial } from './compose-answer.ts';
import type { ComposedPiece, ComposeRequest } from './compose-answer.ts';

type Sentence = ComposedPiece & { kind: 'sentence' };

export type BudgetedPiece =
  | ComposedPiece
  /** The only one: no model is asked for this person now. */
  | { readonly kind: 'not-now'; readonly turn: RefusedTurn };

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
  const meter = new StreamMeter();
  const languageModel = meter.around(deps.languageModel);
  try {
    for await (const piece of composeAnswer({ ...deps, languageModel }, request)) {
      if (piece.kind === 'sentence') {
        said.push(piece);
      } else if (piece.kind === 'complete') {
        remembered.keep(deps.languageModel, deps.clock, asked, said);
      }
      yield piece;
    }
  } finally {
    if (meter.used !== undefined) {
      await budget.note(meter.used);
    }
  }
}
