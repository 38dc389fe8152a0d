import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { discardAnnouncement as toDiscarded, keepDraftsMs } from '../../domain/announcement-steps.ts';
import type { AnnouncementId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { DeniedAnnouncement, GoneAnnouncement } from './announcement-results.ts';
import { retractConfirmation } from './ask-for-confirmation.ts';
import { findAnnouncement } from './find-announcement.ts';
import type { FindAnnouncementDeps } from './find-announcement.ts';

export type DiscardAnnouncementResult =
  | { readonly kind: 'discarded'; readonly announcement: Announcement; readonly isAuthor: boolean }
  | { readonly kind: 'under-way'; readonly announcement: Announcement }
  | GoneAnnouncement
  | DeniedAnnouncement;

/** Gives up what is not under way yet; its author can take it up again for a while. */
export async function discardAnnouncement(
  deps: FindAnnouncementDeps & Pick<Deps, 'broadcasts' | 'clock'>,
  request: { readonly asker: Asker; readonly announcementId: AnnouncementId },
): Promise<DiscardAnnouncementResult> {
  for (;;) {
    const found = await findAnnouncement(deps, request.asker, request.announcementId);
    if (found.kind !== 'found') {
      return found;
    }
    const { value: announcement, etag } = found.stored;
    const isAuthor = announcement.by === found.memberId;
    const now = deps.clock.now();
    const outcome = toDiscarded(announcement, { now, by: found.memberId });
    switch (outcome.kind) {
      case 'under-way':
        return { kind: 'under-way', announcement };
      case 'unchanged':
        return { kind: 'discarded', announcement, isAuthor };
      case 'discarded': {
        const { announcement: next } = outcome;
        if ((await deps.announcements.replace(next, etag, now + keepDraftsMs)) === 'replaced') {
          await retractConfirmation(deps, announcement);
          return { kind: 'discarded', announcement: next, isAuthor };
        }
      }
    }
  }
}
