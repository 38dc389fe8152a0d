import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { AnnouncementId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { cancelBroadcast, repeatUnclear } from '../broadcasts/request-change.ts';
import type { RequestedChange } from '../broadcasts/request-change.ts';
import type { DeniedAnnouncement, GoneAnnouncement } from './announcement-results.ts';
import { findAnnouncement } from './find-announcement.ts';
import type { FindAnnouncementDeps } from './find-announcement.ts';
import { keepReportLive } from './keep-report-live.ts';

export type SteerSendingResult =
  | { readonly kind: RequestedChange; readonly announcementId: AnnouncementId }
  | GoneAnnouncement
  | DeniedAnnouncement;

type SteerDeps = FindAnnouncementDeps & Pick<Deps, 'broadcasts' | 'clock'>;
interface SteerRequest {
  readonly asker: Asker;
  readonly announcementId: AnnouncementId;
}

/** "Abbrechen": who has nothing yet gets nothing any more. `unchanged`: nothing is left to cancel. */
export function cancelAnnouncement(deps: SteerDeps, request: SteerRequest): Promise<SteerSendingResult> {
  return steer(deps, request, cancelBroadcast);
}

/** "Erneut senden": those of whom it is unclear whether they have it get it again. `unchanged`: it is not finished, or was taken back. */
export function repeatAnnouncement(deps: SteerDeps, request: SteerRequest): Promise<SteerSendingResult> {
  return steer(deps, request, repeatUnclear);
}

async function steer(
  deps: SteerDeps,
  { asker, announcementId }: SteerRequest,
  change: typeof cancelBroadcast,
): Promise<SteerSendingResult> {
  const found = await findAnnouncement(deps, asker, announcementId);
  if (found.kind !== 'found') {
    return found;
  }
  const kind = await change(deps, broadcastId(announcementId));
  await keepReportLive(deps, announcementId);
  return { kind, announcementId };
}
