import type { Deps } from '../../deps.ts';
import { revisionAsked } from '../../domain/announcement-correction.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { AnnouncementId } from '../../domain/ids.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';

type RevisionDeps = Pick<Deps, 'announcements' | 'broadcasts' | 'clock'>;

/**
 * Tells the broadcast of a correction or withdrawal that is stored with the announcement. Done by the press itself and, where that was
 * interrupted, by a job: however often it is done, posted messages are changed once.
 */
export async function carryOutRevision(deps: RevisionDeps, announcementId: AnnouncementId): Promise<void> {
  for (;;) {
    const stored = await deps.announcements.find(announcementId);
    const revision = stored?.value.revisionWanted;
    if (stored === undefined || revision === undefined) {
      return;
    }
    const withdrawn = stored.value.withdrawnAt !== undefined;
    await reviseBroadcast(deps, broadcastId(announcementId), { withdrawn, revision });
    if ((await deps.announcements.replace(revisionAsked(stored.value), stored.etag)) === 'replaced') {
      return;
    }
  }
}

/** The same for all that were interrupted. */
export async function carryOutRevisions(deps: RevisionDeps): Promise<void> {
  for (const { id } of await deps.announcements.wantingRevision()) {
    await carryOutRevision(deps, id);
  }
}
