import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { isPrivate } from '../../domain/announcement-states.ts';
import { confirmAnnouncement as toConfirmed } from '../../domain/announcement-steps.ts';
import type { AnnouncementId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { DeniedAnnouncement, DescribedAs, GoneAnnouncement } from './announcement-results.ts';
import { retractConfirmation } from './ask-for-confirmation.ts';
import { checkConfirmer } from './check-announcer.ts';
import { describeAnnouncement } from './describe-announcement.ts';
import type { SendDeps } from './send-announcement.ts';

export type ConfirmAnnouncementResult =
  | DescribedAs<'confirmed'>
  | DescribedAs<'already'>
  | DescribedAs<'outdated'>
  | DescribedAs<'over'>
  /** The author's own press. */
  | { readonly kind: 'own' }
  | { readonly kind: 'under-way'; readonly announcement: Announcement }
  | GoneAnnouncement
  | DeniedAnnouncement;

/** Another organiser agrees to what they have seen; then it goes out at its time. */
export async function confirmAnnouncement(
  deps: SendDeps & Pick<Deps, 'announcements'>,
  request: { readonly asker: Asker; readonly announcementId: AnnouncementId; readonly version: number },
): Promise<ConfirmAnnouncementResult> {
  const { asker, announcementId, version } = request;
  const permission = checkConfirmer(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  for (;;) {
    const stored = await deps.announcements.find(announcementId);
    if (stored === undefined) {
      return { kind: 'gone' };
    }
    const { value: announcement, etag } = stored;
    const outcome = toConfirmed(announcement, {
      version,
      by: permission.memberId,
      now: deps.clock.now(),
    });
    switch (outcome.kind) {
      case 'own':
        deps.logger.warn('announcement.denied', { action: 'confirm-announcement', because: 'own' });
        return { kind: 'own' };
      case 'under-way':
        return { kind: 'under-way', announcement };
      case 'outdated':
        // Taken back by its author, it is nobody else's business until they send it again.
        return announcement.state.kind === 'draft'
          ? { kind: 'gone' }
          : { kind: 'outdated', described: await describeAnnouncement(deps, asker, announcement) };
      case 'over':
        if (isPrivate(announcement) && announcement.by !== permission.memberId) {
          return { kind: 'gone' };
        }
        return { kind: 'over', described: await describeAnnouncement(deps, asker, announcement) };
      case 'already':
        return { kind: outcome.kind, described: await describeAnnouncement(deps, asker, announcement) };
      case 'confirmed': {
        if ((await deps.announcements.replace(outcome.announcement, etag)) === 'replaced') {
          await retractConfirmation(deps, announcement);
          const described = await describeAnnouncement(deps, asker, outcome.announcement);
          return { kind: 'confirmed', described };
        }
      }
    }
  }
}
