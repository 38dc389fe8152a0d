import type { Asker } from '../../domain/member.ts';
import type { ModelUsage } from '../../ports/language-model.ts';
import { noteUse } from './note-use.ts';
import type { NoteUseDeps } from './note-use.ts';
import { takeTurn } from './take-turn.ts';
import type { ModelTurn, TurnDeps } from './take-turn.ts';

export type BudgetDeps = TurnDeps & NoteUseDeps;

/** What one answer may cost: it takes one turn, however often a model is asked for it. */
export class AnswerBudget {
  readonly #deps: BudgetDeps;
  readonly #asker: Asker;
  #turn: Promise<ModelTurn> | undefined;

  constructor(deps: BudgetDeps, asker: Asker) {
    this.#deps = deps;
    this.#asker = asker;
  }

  /** Counts at the first call; the others tell the same. */
  take(): Promise<ModelTurn> {
    this.#turn ??= takeTurn(this.#deps, this.#asker);
    return this.#turn;
  }

  async note(use: { readonly usage?: ModelUsage | undefined; readonly characters: number }): Promise<void> {
    await noteUse(this.#deps, this.#asker.tenantId, use);
  }
}
