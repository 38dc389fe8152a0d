import type { Announcement, AnnouncementContent } from './announcement.ts';
import { isSameContent } from './announcement-content.ts';
import type { Instant } from './instant.ts';

/** Why a sent announcement cannot be changed. */
export type NotCorrectable = 'not-sent' | 'withdrawn';

export type CorrectOutcome =
  | { readonly kind: 'corrected'; readonly announcement: Announcement }
  /** This very correction was stored before: the press came twice, or was interrupted. */
  | { readonly kind: 'repeated' }
  /** It says so already. */
  | { readonly kind: 'unchanged' }
  /** Somebody else corrected it since the form was opened. */
  | { readonly kind: 'outdated' }
  | { readonly kind: NotCorrectable };

/**
 * New words for what was sent; `version` is the one that the form showed, and `shown` the revision that its broadcast shows, read after the
 * announcement. Whether it asks for "Gelesen" stays as it was.
 */
export function correctAnnouncement(
  announcement: Announcement,
  words: AnnouncementContent,
  { version, now, shown }: { readonly version: number; readonly now: Instant; readonly shown: number },
): CorrectOutcome {
  const refused = whyNotCorrectable(announcement);
  if (refused !== undefined) {
    return { kind: refused };
  }
  const content = { ...words, acknowledgement: announcement.content.acknowledgement };
  if (isSameContent(announcement.content, content)) {
    const isRepeated = announcement.correctedAt !== undefined && announcement.version === version + 1;
    return { kind: isRepeated ? 'repeated' : 'unchanged' };
  }
  if (announcement.version !== version) {
    return { kind: 'outdated' };
  }
  const { reportShown: _, ...rest } = announcement;
  return {
    kind: 'corrected',
    announcement: {
      ...rest,
      content,
      version: version + 1,
      correctedAt: now,
      revisionWanted: nextRevision(announcement, shown),
    },
  };
}

export type WithdrawOutcome =
  | { readonly kind: 'withdrawn'; readonly announcement: Announcement }
  | { readonly kind: 'already' }
  | { readonly kind: 'not-sent' };

/** Taken back for good; done again, the first date stays. `shown`: see above. */
export function withdrawAnnouncement(
  announcement: Announcement,
  { now, shown }: { readonly now: Instant; readonly shown: number },
): WithdrawOutcome {
  switch (whyNotCorrectable(announcement)) {
    case 'not-sent':
      return { kind: 'not-sent' };
    case 'withdrawn':
      return { kind: 'already' };
    case undefined: {
      const { reportShown: _, ...rest } = announcement;
      const revisionWanted = nextRevision(announcement, shown);
      return { kind: 'withdrawn', announcement: { ...rest, withdrawnAt: now, revisionWanted } };
    }
  }
}

/** Before it was sent it is changed or discarded; after it was taken back it is gone. */
export function whyNotCorrectable({ state, withdrawnAt }: Announcement): NotCorrectable | undefined {
  if (state.kind !== 'started') {
    return 'not-sent';
  }
  return withdrawnAt === undefined ? undefined : 'withdrawn';
}

/** One that was asked for and not told yet counts: told meanwhile, its messages show the words of then. */
function nextRevision({ revisionWanted = 0 }: Announcement, shown: number): number {
  return Math.max(revisionWanted, shown) + 1;
}

/** The broadcast knows of the correction or withdrawal, and the author's card follows it again. */
export function revisionAsked(announcement: Announcement): Announcement {
  const { revisionWanted: _wanted, reportShown: _shown, ...rest } = announcement;
  return rest;
}

/** The author's card is to be kept up to date again: something more happens to what was finished. */
export function reopenReport(announcement: Announcement): Announcement | undefined {
  if (announcement.reportShown === undefined) {
    return undefined;
  }
  const { reportShown: _, ...rest } = announcement;
  return rest;
}
