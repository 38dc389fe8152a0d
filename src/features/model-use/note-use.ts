import type { Deps } from '../../deps.ts';
import { toLocalTime } from '../../domain/local-time.ts';
import { estimateTokens, noModelUse } from '../../domain/model-use.ts';
import type { ModelUse } from '../../domain/model-use.ts';
import type { ModelUsage } from '../../ports/language-model.ts';
import type { ModelAccount } from '../../store/model-use-days.ts';

export type NoteUseDeps = Pick<Deps, 'clock' | 'logger' | 'modelUseDays'>;

/**
 * Counts a request to a language model for the tenant whose people it was made for. `characters`, of everything that was sent and received,
 * stand for the tokens where the endpoint does not tell them, as when an answer is broken off. Never throws: an answer is not lost for it.
 */
export async function noteUse(
  deps: NoteUseDeps,
  account: ModelAccount,
  { usage, characters }: { readonly usage?: ModelUsage | undefined; readonly characters: number },
): Promise<void> {
  await add(deps, account, {
    ...noModelUse,
    requests: 1,
    ...(usage === undefined
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
  const embeddingTokens = inputTokens === undefined ? estimateTokens(characters) : whole(inputTokens);
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

/** An endpoint may say anything. */
function whole(tokens: number): number {
  return Number.isFinite(tokens) ? Math.max(0, Math.trunc(tokens)) : 0;
}
