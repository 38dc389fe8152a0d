import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { isPrivate } from '../../domain/announcement-states.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { may, mayAnnounceTo } from '../../domain/permissions.ts';
import type { DeniedAnnouncement } from './announcement-results.ts';
import { checkAnnouncer, mapUserGroups, ownOpenGroups } from './check-announcer.ts';

export interface ListedAnnouncements {
  readonly kind: 'listed';
  readonly rows: readonly Announcement[];
  readonly total: number;
  /** From 1, and never behind the last one. */
  readonly page: number;
  readonly pages: number;
  readonly now: Instant;
}

export type ListAnnouncementsResult = ListedAnnouncements | DeniedAnnouncement;

const rowsOnAPage = 5;
/** Older ones are not listed any more. */
const mostListed = 200;

/** The latest announcements that the asker could have sent as well, without other people's drafts. */
export async function listAnnouncements(
  deps: Pick<Deps, 'announcements' | 'userGroups' | 'clock' | 'logger'>,
  request: { readonly asker: Asker; readonly page: number },
): Promise<ListAnnouncementsResult> {
  const { asker } = request;
  const groups = await mapUserGroups(deps);
  if (may(asker, 'announce').kind === 'denied' && ownOpenGroups(asker, groups).length === 0) {
    const permission = checkAnnouncer(deps, asker, [], groups);
    if (permission.kind === 'denied') {
      return permission;
    }
  }
  const listed = (await deps.announcements.latest(mostListed)).filter(
    (one) =>
      (one.by === asker.memberId || !isPrivate(one)) &&
      mayAnnounceTo(asker, one.audience, groups).kind === 'allowed',
  );
  const pages = Math.max(1, Math.ceil(listed.length / rowsOnAPage));
  const page = Math.min(request.page, pages);
  return {
    kind: 'listed',
    rows: listed.slice((page - 1) * rowsOnAPage, page * rowsOnAPage),
    total: listed.length,
    page,
    pages,
    now: deps.clock.now(),
  };
}
