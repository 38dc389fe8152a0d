import type { Announcement } from './announcement.ts';
import type { Instant } from './instant.ts';

/** Whose agreement is needed before so many get a message: nobody's, another organiser's, or the number typed by the only one. */
export type Agreement = 'none' | 'second-organiser' | 'typed-count';

export function agreementFor(
  recipients: number,
  { confirmAbove, otherOrganisers }: { readonly confirmAbove: number; readonly otherOrganisers: number },
): Agreement {
  if (recipients <= confirmAbove) {
    return 'none';
  }
  return otherOrganisers > 0 ? 'second-organiser' : 'typed-count';
}

/**
 * Whether somebody has agreed to it going to many. What the only organiser typed stays valid, however many have come since, and whoever
 * organises by now: they knew that there were many.
 */
export function isAgreedTo({ confirmedBy, countTyped }: Announcement): boolean {
  return confirmedBy !== undefined || countTyped !== undefined;
}

/**
 * Planned for few, and too many by now: a second organiser is asked. Where there is none it is a draft again, which its author sends
 * by typing the number.
 */
export function holdGrown(
  announcement: Announcement,
  agreement: Exclude<Agreement, 'none'>,
  now: Instant,
): Announcement {
  const { state } = announcement;
  const sendAt = state.kind === 'scheduled' && { sendAt: state.sendAt };
  const next: Announcement['state'] =
    agreement === 'second-organiser'
      ? { kind: 'awaiting-confirmation', askedAt: now, ...sendAt }
      : { kind: 'draft' };
  return { ...forgetGrowth(announcement), state: next, grownAt: now };
}

/** Nobody has agreed to it any more, and nothing of it was shown. */
export function forgetAgreement(announcement: Announcement): Announcement {
  const { confirmedBy: _confirmed, countTyped: _typed, ...rest } = forgetGrowth(announcement);
  return rest;
}

/** What was said about it when it had grown is over, and its author's card follows it again. */
export function forgetGrowth(announcement: Announcement): Announcement {
  const { grownAt: _grown, reportShown: _shown, ...rest } = announcement;
  return rest;
}
