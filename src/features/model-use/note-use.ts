import type { Deps } from '../../deps.ts';
import { toLocalTime } from '../../domain/local-time.ts';
import { estimateTokens, noModelUse } from '../../domain/model-use.ts';
import type { ModelUse } from '../../domain/model-use.ts';
import type { ModelFailureReason, ModelUsage } from '../../ports/language-model.ts';
import type { ModelAccount } from '../../store/model-use-days.ts';

export type NoteUseDeps = Pick<Deps, 'clock' | 'logger' | 'modelUseDays'>;

/** No request of ours comes near; what an endpoint says beyond it would make the sum of a day no number. */
const mostTokens = 10_000_000;

/** Whether a request that failed may have been worked on, and so cost something: an outage must not use up what people may spend. */
export function mayHaveCost(because: ModelFailureReason): boolean {
  return because === 'late' || because === 'unusable';
}

/**
 * Counts a request to a language model for the tenant whose people it was made for. `characters`, of everything that was sent and received,
 * stand for the tokens, one for three, where the endpoint does not tell them, as when an answer is broken off. Never throws: an answer is not lost
 * for it.
 */
export async function noteUse(
  deps: NoteUseDeps,
  account: ModelAccount,
  { usage, characters }: { readonly usage?: ModelUsage | undefined; readonly characters: number },
): Promise<void> {
  await add(deps, account, {
    ...noModelUse,
    requests: 1,
    ...(usage === undefined || whole(usage.inputTokens) === 0
      ? { uncounted: 1, estimatedTokens: estimateTokens(characters) }
      : { inputTokens: whole(usage.inputTokens), outputTokens: whole(usage.outputTokens) }),
  });
}

/** Counts texts that were turned into vectors, in the same way. */
export async function noteEmbedding(
  deps: NoteUseDeps,
  account: ModelAccount,
  { inputTokens, characters }: { readonly inputTokens?: number | undefined; readonly characters: number },
): Promise<void> {
  const told = inputTokens === undefined ? 0 : whole(inputTokens);
  const embeddingTokens = told === 0 ? estimateTokens(characters) : told;
  await add(deps, account, { ...noModelUse, embeddingTokens });
}

async function add(
  { clock, logger, modelUseDays }: NoteUseDeps,
  account: ModelAccount,
  use: ModelUse,
): Promise<void> {
  const now = clock.now();
  try {
    await modelUseDays.add(account, { day: toLocalTime(now).date, now }, use);
  } catch (error) {
    logger.error('model-use.not-noted', { error });
  }
}

/** An endpoint may say anything; some always say nought. */
function whole(tokens: number): number {
  return Number.isFinite(tokens) ? Math.min(mostTokens, Math.max(0, Math.trunc(tokens))) : 0;
}
