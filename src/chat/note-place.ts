import { forgetPlace } from '../features/reach/forget-place.ts';
import { rememberPlace } from '../features/reach/remember-place.ts';
import type { ChatDeps } from './chat-deps.ts';
import type { Incoming, PlaceChange } from './incoming.ts';

/** Keeps where the bot was added to, and no longer sends to where it was removed from. */
export async function notePlaceChange(
  deps: ChatDeps,
  incoming: Incoming,
  { sign, wholeTeam }: PlaceChange,
): Promise<void> {
  switch (sign) {
    case 'installed':
    case 'restored':
      await rememberPlace(deps, { ...incoming, sign, wholeTeam });
      break;
    case 'removed':
    case 'deleted':
      await forgetPlace(deps, { ...incoming, because: sign, wholeTeam });
      break;
  }
}

/** Keeps where somebody wrote. A press is no proof: a card can be passed on to a chat that the bot is not in. */
export async function noteMessage(deps: ChatDeps, incoming: Incoming): Promise<void> {
  try {
    await rememberPlace(deps, { ...incoming, sign: 'wrote' });
  } catch (error) {
    // Who asks gets the answer also while nothing can be written; the next message is as good.
    deps.logger.error('reach.not-kept', { error });
  }
}
