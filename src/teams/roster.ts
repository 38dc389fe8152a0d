import { TeamsInfo } from 'botbuilder';
import type { TurnContext } from 'botbuilder';
import { z } from 'zod';

import type { RosterEntry } from '../chat/incoming.ts';
import type { Logger } from '../ports/logger.ts';
import { describeError } from './describe-error.ts';

const Member = z.object({
  name: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
});

/** Asks Teams about the sender, once in a turn; undefined when Teams does not answer, which is logged. */
export function rosterOf(
  context: TurnContext,
  memberId: string,
  logger: Logger,
): () => Promise<RosterEntry | undefined> {
  let entry: Promise<RosterEntry | undefined> | undefined;
  return () => {
    entry ??= ask(context, memberId, logger);
    return entry;
  };
}

async function ask(context: TurnContext, memberId: string, logger: Logger): Promise<RosterEntry | undefined> {
  try {
    const member = Member.parse(await TeamsInfo.getMember(context, memberId));
    const email = member.email ?? member.userPrincipalName ?? undefined;
    return {
      name: member.name ?? '',
      ...(email !== undefined && { email }),
      guest: member.userRole === 'guest' || (member.userPrincipalName ?? '').includes('#EXT#'),
    };
  } catch (error) {
    logger.warn('teams.roster-failed', { error: describeError(error) });
    return undefined;
  }
}
