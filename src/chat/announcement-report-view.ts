import type { Surface } from '../cards/actions.ts';
import { announcementReportCard, headingOf } from '../cards/announcement-report-card.ts';
import type { Card } from '../cards/card.ts';
import type { AnnouncementId } from '../domain/ids.ts';
import { reportAnnouncement, reportToAuthor } from '../features/announcements/report-announcement.ts';
import type { ReportDeps } from '../features/announcements/report-announcement.ts';
import { announcementReportTexts as texts } from '../texts/announcement-report-texts.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { whyDenied } from './announcement-outcome.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

/** How an announcement goes; `outcome` is what just happened. */
export async function announcementReportView(
  deps: ChatDeps,
  { asker, surface }: Turn,
  announcementId: AnnouncementId,
  outcome?: string,
): Promise<View> {
  const result = await reportAnnouncement(deps, { asker, announcementId });
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'reported':
      return { title: texts.title, card: announcementReportCard(result.reported, surface, outcome) };
  }
}

/** How the author's card looks at this moment; undefined when there is nothing to show any more. */
export async function drawReport(
  deps: ReportDeps & Pick<ChatDeps, 'dialogs'>,
  announcementId: AnnouncementId,
): Promise<{ readonly card: Card; readonly summary: string } | undefined> {
  const reported = await reportToAuthor(deps, announcementId);
  if (reported === undefined) {
    return undefined;
  }
  // In the author's own chat.
  const surface: Surface = { shared: false, dialogs: deps.dialogs };
  return {
    card: announcementReportCard(reported, surface),
    summary: `${headingOf(reported)} ${reported.announcement.content.title}`,
  };
}
