import type { Deps } from '../../deps.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';

export interface DeniedReview {
  readonly kind: 'denied';
  readonly because: 'anonymous' | 'guest' | 'not-organiser';
}

/** Whether the asker may publish what others handed in; or why not, which is logged, for no card offers it to them. */
export function checkReviewer(
  { logger }: Pick<Deps, 'logger'>,
  asker: Asker,
): { readonly kind: 'allowed'; readonly memberId: MemberId } | DeniedReview {
  const permission = may(asker, 'review-use-cases');
  const { memberId } = asker;
  if (permission.kind === 'allowed' && memberId !== undefined) {
    return { kind: 'allowed', memberId };
  }
  const why = permission.kind === 'denied' ? permission.because : 'anonymous';
  const because = why === 'anonymous' || why === 'guest' ? why : 'not-organiser';
  logger.warn('review.denied', { because });
  return { kind: 'denied', because };
}
