import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';

/** Whether a language model may be asked for somebody now. */
export type ModelTurn =
  | { readonly kind: 'allowed' }
  /** This person asked too often. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** What the people of this tenant may use in a day is used up. */
  | { readonly kind: 'spent' };

/** Counts one answer with a language model for this person and tells whether it may be made. */
export async function takeTurn(_deps: Pick<Deps, 'rules'>, _asker: Asker): Promise<ModelTurn> {
  return { kind: 'allowed' };
}
