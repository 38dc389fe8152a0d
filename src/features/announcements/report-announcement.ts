import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { isPrivate } from '../../domain/announcement-states.ts';
import { progressOf, sumOf, sumUp } from '../../domain/announcement-report.ts';
import type { DeliverySums, Progress } from '../../domain/announcement-report.ts';
import { fewestPeople } from '../../domain/commune-counts.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { AnnouncementId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { mayAnnounceTo } from '../../domain/permissions.ts';
import { reportBroadcast } from '../broadcasts/report-broadcast.ts';
import type { BroadcastReport } from '../broadcasts/report-broadcast.ts';
import type { DeniedAnnouncement, GoneAnnouncement } from './announcement-results.ts';
import { checkAnnouncer, mapUserGroups } from './check-announcer.ts';

/** How an announcement goes, as its organisers see it. */
export interface ReportedAnnouncement {
  readonly announcement: Announcement;
  readonly progress: Progress;
  /** All zero before the recipients were written down. */
  readonly sums: DeliverySums;
  /** Posted messages that do not show the latest correction or withdrawal yet, and those that never will. */
  readonly toRevise: number;
  readonly notRevised: number;
  /** False while it is not known yet how many those are. */
  readonly isRevisionCounted: boolean;
  /** Presses on "Gelesen". Absent when nobody is asked, and while there are so few recipients that the number would tell who it was. */
  readonly acknowledged?: number;
  /** Whether the person who sees this may also cancel, correct and withdraw. */
  readonly mayChange: boolean;
}

export type ReportAnnouncementResult =
  | { readonly kind: 'reported'; readonly reported: ReportedAnnouncement }
  | GoneAnnouncement
  | DeniedAnnouncement;

export type ReportDeps = Pick<
  Deps,
  'acknowledgements' | 'announcements' | 'broadcasts' | 'clock' | 'deliveries'
>;
type AskDeps = ReportDeps & Pick<Deps, 'userGroups' | 'logger'>;

/** For organisers, for a user group's own organisers when it went to their groups alone, and for who wrote it. */
export async function reportAnnouncement(
  deps: AskDeps,
  { asker, announcementId }: { readonly asker: Asker; readonly announcementId: AnnouncementId },
): Promise<ReportAnnouncementResult> {
  const announcement = (await deps.announcements.find(announcementId))?.value;
  const groups = await mapUserGroups(deps);
  const audience = announcement?.audience ?? [];
  const isAuthor = asker.memberId !== undefined && announcement?.by === asker.memberId;
  const mayChange = mayAnnounceTo(asker, audience, groups).kind === 'allowed';
  if (!isAuthor) {
    const permission = checkAnnouncer(deps, asker, audience, groups);
    if (permission.kind === 'denied') {
      return permission;
    }
  }
  if (announcement === undefined || (isPrivate(announcement) && !isAuthor)) {
    return { kind: 'gone' };
  }
  return { kind: 'reported', reported: await describeProgress(deps, announcement, mayChange) };
}

/** The same for the card of its author, which is kept up to date; undefined when there is no such announcement. */
export async function reportToAuthor(
  deps: ReportDeps,
  announcementId: AnnouncementId,
): Promise<ReportedAnnouncement | undefined> {
  const announcement = (await deps.announcements.find(announcementId))?.value;
  return announcement && describeProgress(deps, announcement, true);
}

async function describeProgress(
  deps: ReportDeps,
  announcement: Announcement,
  mayChange: boolean,
): Promise<ReportedAnnouncement> {
  const report = await reportBroadcast(deps, broadcastId(announcement.id));
  const sums = sumUp(report?.tally ?? {});
  const { toRevise = 0, notRevised = 0 } = report ?? {};
  const isRevisionCounted = await wasCounted(deps, announcement, report);
  const isAsked =
    announcement.content.acknowledgement && (inChannels(announcement) || sums.total >= fewestPeople);
  return {
    announcement,
    progress: progressOf(announcement, report && { ...report, sums, isRevisionCounted }, deps.clock.now()),
    sums,
    toRevise,
    notRevised,
    isRevisionCounted,
    ...(isAsked && { acknowledged: sumOf(await deps.acknowledgements.counts(announcement.id)) }),
    mayChange,
  };
}

/** Whether the broadcast was told of the latest correction or withdrawal, and whoever sends has counted since. */
async function wasCounted(
  { deliveries }: Pick<Deps, 'deliveries'>,
  { correctedAt, withdrawnAt, revisionWanted }: Announcement,
  report: BroadcastReport | undefined,
): Promise<boolean> {
  if ((correctedAt ?? withdrawnAt) === undefined || report === undefined) {
    return true;
  }
  const { id, phase, revision, tenants } = report.broadcast;
  if (revisionWanted !== undefined || phase === 'finished') {
    return revisionWanted === undefined;
  }
  const buckets = await Promise.all(
    tenants.map((tenantId) => deliveries.findBucket({ broadcastId: id, tenantId })),
  );
  return buckets.every(
    (stored) => stored === undefined || stored.value.revision >= revision || stored.value.toRevise > 0,
  );
}

/** In a channel many can press the one message. */
function inChannels({ audience }: Announcement): boolean {
  return audience.some(({ kind }) => kind === 'channel' || kind === 'user-group-channels');
}
