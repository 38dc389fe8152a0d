import { carryOutInvitationInTurn } from './carry-out-invitation.ts';
import type { CarryOutInvitationDeps } from './carry-out-invitation.ts';

/**
 * Asks whoever answered "later" a second time. What a press noted and the end of the process kept from being sent is sent as well: it
 * stands with the invitation, due at once, until it is on its way.
 */
export async function askInvitedAgain(deps: CarryOutInvitationDeps): Promise<void> {
  for (const invitation of await deps.topicRequests.dueInvitations(deps.clock.now())) {
    await carryOutInvitationInTurn(deps, invitation);
  }
}
