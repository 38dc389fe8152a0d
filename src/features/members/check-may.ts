import type { Deps } from '../../deps.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { Action, Subject } from '../../domain/permissions.ts';

export interface NotAllowed {
  readonly kind: 'denied';
  readonly because: 'anonymous' | 'guest' | 'not-organiser';
}

/** Who may do it, by their account; or why not, which is logged as `event`, for no card offers it to them. */
export function checkMay(
  { logger }: Pick<Deps, 'logger'>,
  event: string,
  asker: Asker,
  { action, subject }: { readonly action: Action; readonly subject: Subject | undefined },
): { readonly kind: 'allowed'; readonly memberId: MemberId } | NotAllowed {
  const permission = may(asker, action, subject);
  const { memberId } = asker;
  if (permission.kind === 'allowed' && memberId !== undefined) {
    return { kind: 'allowed', memberId };
  }
  const why = permission.kind === 'denied' ? permission.because : 'anonymous';
  const because = why === 'anonymous' || why === 'guest' ? why : 'not-organiser';
  logger.warn(event, { action, because });
  return { kind: 'denied', because };
}
