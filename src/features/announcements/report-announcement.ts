import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
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
  if (announcement === undefined || (announcement.state.kind === 'draft' && !isAuthor)) {
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
  const isAsked =
    announcement.content.acknowledgement && (inChannels(announcement) || sums.total >= fewestPeople);
  return {
    announcement,
    progress: progressOf(announcement, toState(report, sums), deps.clock.now()),
    sums,
    toRevise,
    notRevised,
    ...(isAsked && { acknowledged: sumOf(await deps.acknowledgements.counts(announcement.id)) }),
    mayChange,
  };
}

function toState(report: BroadcastReport | undefined, sums: DeliverySums) {
  return report && { broadcast: report.broadcast, sums, toRevise: report.toRevise };
}

/** In a channel many can press the one message. */
function inChannels({ audience }: Announcement): boolean {
  return audience.some(({ kind }) => kind === 'channel' || kind === 'user-group-channels');
}
