import type { AnnouncementId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { DeniedAnnouncement, DescribedAs, GoneAnnouncement } from './announcement-results.ts';
import { describeAnnouncement } from './describe-announcement.ts';
import type { DescribeAnnouncementDeps } from './describe-announcement.ts';
import { findAnnouncement } from './find-announcement.ts';
import type { FindAnnouncementDeps } from './find-announcement.ts';

export type ShowAnnouncementDeps = DescribeAnnouncementDeps & FindAnnouncementDeps;

export type ShowAnnouncementResult = DescribedAs<'shown'> | GoneAnnouncement | DeniedAnnouncement;

/** An announcement with its numbers at this moment. */
export async function showAnnouncement(
  deps: ShowAnnouncementDeps,
  request: { readonly asker: Asker; readonly announcementId: AnnouncementId },
): Promise<ShowAnnouncementResult> {
  const found = await findAnnouncement(deps, request.asker, request.announcementId);
  return found.kind === 'found'
    ? { kind: 'shown', described: await describeAnnouncement(deps, request.asker, found.stored.value) }
    : found;
}
