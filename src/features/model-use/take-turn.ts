import type { Deps } from '../../deps.ts';
import { secondMs } from '../../domain/instant.ts';
import { toLocalTime } from '../../domain/local-time.ts';
import type { Asker } from '../../domain/member.ts';
import { tokensOf } from '../../domain/model-use.ts';

/** Whether a language model may be asked for somebody now. */
export type ModelTurn =
  | { readonly kind: 'allowed' }
  /** This person asked too often. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** What the people of this tenant may use in a day is used up. */
  | { readonly kind: 'spent' }
  /** It cannot be counted: an outage of the store must not cost without end. */
  | { readonly kind: 'uncounted' };

export type RefusedTurn = Exclude<ModelTurn, { kind: 'allowed' }>;

export type TurnDeps = Pick<Deps, 'clock' | 'logger' | 'modelTurns' | 'modelUseDays' | 'rules'>;

/**
 * Counts one answer with a language model for this person and tells whether it may be made. Tokens are counted when they are used: answers
 * that are made at the same moment can exceed a tenant's budget by theirs. Never throws.
 */
export async function takeTurn(deps: TurnDeps, { memberId, tenantId }: Asker): Promise<ModelTurn> {
  const { clock, logger, modelTurns, modelUseDays, rules } = deps;
  const { answersPerHour, tokensPerDay } = rules.models;
  if (memberId === undefined) {
    return { kind: 'uncounted' };
  }
  const now = clock.now();
  try {
    const used = await modelUseDays.find(tenantId, toLocalTime(now).date);
    if (tokensOf(used) >= tokensPerDay) {
      logger.info('model-use.spent');
      return { kind: 'spent' };
    }
    const turn = await modelTurns.take(memberId, now, answersPerHour);
    return turn.kind === 'taken'
      ? { kind: 'allowed' }
      : { kind: 'wait', seconds: Math.max(1, Math.ceil((turn.freeAt - now) / secondMs)) };
  } catch (error) {
    logger.error('model-use.turn-not-counted', { error });
    return { kind: 'uncounted' };
  }
}
