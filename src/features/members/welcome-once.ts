import type { Deps } from '../../deps.ts';
import type { ConversationId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';

const welcomedForMs = 365 * dayMs;

/** Whether the welcome is due here: once in a conversation, however often Teams reports the installation. */
export async function welcomeOnce(
  deps: Pick<Deps, 'claims' | 'clock'>,
  conversation: ConversationId,
): Promise<boolean> {
  return deps.claims.claim(conversation, 'welcome', deps.clock.now() + welcomedForMs);
}
