import type { Deps } from '../../deps.ts';
import { reopenReport } from '../../domain/announcement-correction.ts';
import type { AnnouncementId } from '../../domain/ids.ts';

/** After something more was asked of a broadcast: its author's card follows it again. To be called when that is stored. */
export async function keepReportLive(
  deps: Pick<Deps, 'announcements'>,
  announcementId: AnnouncementId,
): Promise<void> {
  for (;;) {
    const stored = await deps.announcements.find(announcementId);
    const reopened = stored && reopenReport(stored.value);
    if (stored === undefined || reopened === undefined) {
      return;
    }
    if ((await deps.announcements.replace(reopened, stored.etag)) === 'replaced') {
      return;
    }
  }
}
