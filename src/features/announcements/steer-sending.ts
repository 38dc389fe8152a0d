import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { discardAnnouncement, isUnderWay, keepDraftsMs } from '../../domain/announcement-steps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { AnnouncementId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { reportBroadcast } from '../broadcasts/report-broadcast.ts';
import { cancelBroadcast, repeatUnclear } from '../broadcasts/request-change.ts';
import type { RequestedChange } from '../broadcasts/request-change.ts';
import type { DeniedAnnouncement, GoneAnnouncement } from './announcement-results.ts';
import { findAnnouncement } from './find-announcement.ts';
import type { FindAnnouncementDeps, FoundAnnouncement } from './find-announcement.ts';
import { keepReportLive } from './keep-report-live.ts';

interface Steered<Kind extends string> {
  readonly kind: Kind;
  readonly announcementId: AnnouncementId;
}

/** `discarded`: it was due and had not begun, so nothing was sent at all. */
export type CancelAnnouncementResult =
  | Steered<RequestedChange | 'discarded'>
  | GoneAnnouncement
  | DeniedAnnouncement;

/** `nothing-unclear`: everybody it was unclear of has it by now, or never will. */
export type RepeatAnnouncementResult =
  | Steered<RequestedChange | 'nothing-unclear'>
  | GoneAnnouncement
  | DeniedAnnouncement;

type SteerDeps = FindAnnouncementDeps & Pick<Deps, 'broadcasts' | 'clock'>;
interface SteerRequest {
  readonly asker: Asker;
  readonly announcementId: AnnouncementId;
}

/** "Abbrechen": who has nothing yet gets nothing any more. `unchanged`: nothing is left to cancel. */
export async function cancelAnnouncement(
  deps: SteerDeps,
  { asker, announcementId }: SteerRequest,
): Promise<CancelAnnouncementResult> {
  for (;;) {
    const found = await findAnnouncement(deps, asker, announcementId);
    if (found.kind !== 'found') {
      return found;
    }
    if (await isAwaited(deps, found.stored.value)) {
      const kind = await discardAwaited(deps, found);
      if (kind === 'conflict') {
        continue;
      }
      return { kind, announcementId };
    }
    const kind = await cancelBroadcast(deps, broadcastId(announcementId));
    await keepReportLive(deps, announcementId);
    return { kind, announcementId };
  }
}

/** "Erneut senden": those of whom it is unclear whether they have it get it again. `unchanged`: it is not finished, or was taken back. */
export async function repeatAnnouncement(
  deps: SteerDeps & Pick<Deps, 'deliveries'>,
  { asker, announcementId }: SteerRequest,
): Promise<RepeatAnnouncementResult> {
  const found = await findAnnouncement(deps, asker, announcementId);
  if (found.kind !== 'found') {
    return found;
  }
  const report = await reportBroadcast(deps, broadcastId(announcementId));
  if (report?.broadcast.phase === 'finished' && (report.tally['unclear'] ?? 0) === 0) {
    return { kind: 'nothing-unclear', announcementId };
  }
  const kind = await repeatUnclear(deps, broadcastId(announcementId));
  await keepReportLive(deps, announcementId);
  return { kind, announcementId };
}

/** It is due, and its broadcast has not begun. */
async function isAwaited({ broadcasts, clock }: SteerDeps, announcement: Announcement): Promise<boolean> {
  return (
    announcement.state.kind === 'scheduled' &&
    isUnderWay(announcement, clock.now()) &&
    (await broadcasts.find(broadcastId(announcement.id))) === undefined
  );
}

async function discardAwaited(
  deps: SteerDeps,
  { stored, memberId }: FoundAnnouncement,
): Promise<'discarded' | RequestedChange | 'conflict'> {
  const now = deps.clock.now();
  const outcome = discardAnnouncement(stored.value, { now, by: memberId, hasBegun: false });
  if (outcome.kind !== 'discarded') {
    return 'unchanged';
  }
  const { announcement } = outcome;
  if ((await deps.announcements.replace(announcement, stored.etag, now + keepDraftsMs)) === 'conflict') {
    return 'conflict';
  }
  const carrier = broadcastId(announcement.id);
  if ((await deps.broadcasts.find(carrier)) === undefined) {
    return 'discarded';
  }
  // It began at this very moment: then its broadcast tells whom it reached. Whoever has changed it since knows better.
  await cancelBroadcast(deps, carrier);
  const discarded = await deps.announcements.find(announcement.id);
  if (discarded?.value.state.kind === 'discarded') {
    const begun: Announcement = { ...stored.value, state: { kind: 'started', at: now } };
    await deps.announcements.replace(begun, discarded.etag);
  }
  return 'requested';
}
