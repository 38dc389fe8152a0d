import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { isPrivate } from '../../domain/announcement-states.ts';
import type { AnnouncementId, MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { Stored } from '../../store/use-cases.ts';
import type { DeniedAnnouncement, GoneAnnouncement } from './announcement-results.ts';
import { checkAnnouncer, mapUserGroups } from './check-announcer.ts';

export type FindAnnouncementDeps = Pick<Deps, 'announcements' | 'userGroups' | 'logger'>;

export interface FoundAnnouncement {
  readonly kind: 'found';
  readonly stored: Stored<Announcement>;
  readonly memberId: MemberId;
}

/**
 * An announcement for whoever may announce to the same people. A draft is there for its author alone, also when it was discarded. To everybody else it makes no
 * difference whether there is one.
 */
export async function findAnnouncement(
  deps: FindAnnouncementDeps,
  asker: Asker,
  id: AnnouncementId,
): Promise<FoundAnnouncement | GoneAnnouncement | DeniedAnnouncement> {
  const [stored, groups] = await Promise.all([deps.announcements.find(id), mapUserGroups(deps)]);
  const permission = checkAnnouncer(deps, asker, stored?.value.audience ?? [], groups);
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const isHidden = stored === undefined || (isPrivate(stored.value) && stored.value.by !== memberId);
  return isHidden ? { kind: 'gone' } : { kind: 'found', stored, memberId };
}
