import { sumOf } from '../domain/announcement-report.ts';
import type { ReportedAnnouncement } from '../features/announcements/report-announcement.ts';
import { announcementReportTexts as texts } from '../texts/announcement-report-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import type { Button } from './card.ts';

/** What can be done with an announcement at this moment, by whoever looks at it. */
export function reportButtons(reported: ReportedAnnouncement, surface: Surface): readonly Button[] {
  const { announcement, progress, mayChange, sums } = reported;
  const data = { announcementId: announcement.id };
  const refresh = act(surface, texts.refresh, 'announcement.report', data);
  const isRead = sums.total > 0;
  return [
    ...(mayChange ? changeButtons(reported, surface) : []),
    ...(isRead ? [act(surface, texts.communes, 'announcement.showCommunes', data)] : []),
    ...(mayChange && progress.kind !== 'discarded'
      ? [act(surface, texts.keepTemplate, 'announcement.keepTemplate', data)]
      : []),
    refresh,
  ];
}

function changeButtons(reported: ReportedAnnouncement, surface: Surface): readonly Button[] {
  const { announcement, progress } = reported;
  const data = { announcementId: announcement.id };
  const isWithdrawn = announcement.withdrawnAt !== undefined;
  const cancel = act(surface, texts.cancel, 'announcement.cancel', data, { tooltip: texts.cancelMore });
  const discard = act(surface, texts.discard, 'announcement.discard', data);
  const repeat = act(surface, texts.repeat, 'announcement.repeatUnclear', data, {
    tooltip: texts.repeatMore,
  });
  const show = act(surface, texts.showDraft, 'announcement.showDraft', data);
  return [
    ...(progress.kind === 'draft' || progress.kind === 'missed' || progress.kind === 'discarded'
      ? [show]
      : []),
    ...(progress.kind === 'scheduled' || progress.kind === 'awaiting' ? [show, discard] : []),
    ...(isOpen(reported) && !isWithdrawn ? [cancel] : []),
    ...(canRepeat(reported) ? [repeat] : []),
    ...(isPosted(reported) && !isWithdrawn
      ? [
          act(surface, texts.correct, 'announcement.offerCorrection', data),
          act(surface, texts.withdraw, 'announcement.askToWithdraw', data),
        ]
      : []),
  ];
}

/** Only what was sent to its end is repeated, and only the unclear ones. */
export function canRepeat({ announcement, progress, sums, mayChange }: ReportedAnnouncement): boolean {
  return (
    mayChange && progress.kind === 'finished' && sums.unclear > 0 && announcement.withdrawnAt === undefined
  );
}

/** Somebody can still be spared. */
function isOpen({ progress, sums }: ReportedAnnouncement): boolean {
  return progress.kind === 'preparing' || (progress.kind === 'sending' && sumOf(sums.waiting) > 0);
}

/** It has begun, and what was posted can still be changed. */
function isPosted({ announcement, progress }: ReportedAnnouncement): boolean {
  return announcement.state.kind === 'started' && progress.kind !== 'forgotten';
}
