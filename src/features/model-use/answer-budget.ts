import type { Asker } from '../../domain/member.ts';
import type { ModelUsage } from '../../ports/language-model.ts';
import { noteUse } from './note-use.ts';
import type { NoteUseDeps } from './note-use.ts';
import { takeTurn } from './take-turn.ts';
import type { ModelTurn, RefusedTurn, TurnDeps } from './take-turn.ts';

export type BudgetDeps = TurnDeps & NoteUseDeps;

/** What one answer may cost: it takes one turn, however often a model is asked for it. */
export class AnswerBudget {
  readonly #deps: BudgetDeps;
  readonly #asker: Asker;
  #turn: Promise<ModelTurn> | undefined;
  #refusal: RefusedTurn | undefined;

  constructor(deps: BudgetDeps, asker: Asker) {
    this.#deps = deps;
    this.#asker = asker;
  }

  /** Counts at the first call; the others tell the same. */
  take(): Promise<ModelTurn> {
    this.#turn ??= this.#takeOne();
    return this.#turn;
  }

  /** Why no model was asked; undefined as long as one may be. */
  get refusal(): RefusedTurn | undefined {
    return this.#refusal;
  }

  async note(use: { readonly usage?: ModelUsage | undefined; readonly characters: number }): Promise<void> {
    await noteUse(this.#deps, this.#asker.tenantId, use);
  }

  async #takeOne(): Promise<ModelTurn> {
    const turn = await takeTurn(this.#deps, this.#asker);
    this.#refusal = turn.kind === 'allowed' ? undefined : turn;
    return turn;
  }
}
