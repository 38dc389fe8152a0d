import { sumOf } from '../domain/announcement-report.ts';
import type { ReportedAnnouncement } from '../features/announcements/report-announcement.ts';
import { announcementReportTexts as texts } from '../texts/announcement-report-texts.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { formatNumber } from '../texts/format.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { canRepeat, reportButtons } from './announcement-report-buttons.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';

/** How an announcement goes. `outcome` is what just happened, where the first line does not say it. */
export function announcementReportCard(
  reported: ReportedAnnouncement,
  surface: Surface,
  outcome?: string,
): Card {
  const { title } = reported.announcement.content;
  const sentence = headingOf(reported);
  return card({
    fallbackText: `${sentence} ${title}`,
    body: [
      heading(sentence),
      ...(outcome === undefined ? [] : [text(outcome, { spacing: 'Small' })]),
      literal([{ text: title, weight: 'Bolder' }]),
      ...dateLine(reported),
      ...(reported.progress.kind === 'stopped' ? [text(texts.stoppedMore, { spacing: 'Small' })] : []),
      ...(reported.announcement.grownAt === undefined
        ? []
        : [text(announcementTexts.state.grown, { spacing: 'Small' })]),
      ...numbers(reported),
      ...reasonRows(reported),
      ...revisionLines(reported),
      ...acknowledgementLine(reported),
      ...(canRepeat(reported) ? [smallText(texts.repeatMore)] : []),
      ...buttonRows(reportButtons(reported, surface)),
    ],
    actions: [act(surface, texts.all, 'announcement.list', { page: 1 })],
  });
}

/** The answer in one sentence; also what a notification says. */
export function headingOf({ progress, announcement, sums }: ReportedAnnouncement): string {
  const { headings } = texts;
  const { kind } = progress;
  if (announcement.withdrawnAt !== undefined && kind !== 'preparing') {
    const isOver = kind === 'finished' || kind === 'cancelled' || kind === 'stopped' || kind === 'forgotten';
    return isOver ? headings.withdrawn : headings.withdrawing;
  }
  switch (kind) {
    case 'sending':
    case 'finished':
    case 'cancelled':
    case 'stopped':
      return headings[kind](sums.delivered, sums.total);
    case 'scheduled':
      return headings.scheduled(progress.sendAt);
    case 'draft':
    case 'awaiting':
    case 'missed':
    case 'discarded':
    case 'preparing':
    case 'cancelling':
    case 'revising':
    case 'forgotten':
      return headings[kind];
  }
}

function dateLine({ announcement }: ReportedAnnouncement): readonly Element[] {
  const { state, correctedAt, withdrawnAt } = announcement;
  const parts = [
    ...(state.kind === 'started' ? [texts.sentAt(state.at)] : []),
    ...(correctedAt === undefined ? [] : [texts.correctedAt(correctedAt)]),
    ...(withdrawnAt === undefined ? [] : [texts.withdrawnAt(withdrawnAt)]),
  ];
  return parts.length === 0 ? [] : [smallText(parts.join(' · '), { spacing: 'None' })];
}

/** Large numbers, each with a small word below; at most three, for a phone. */
function numbers({ sums }: ReportedAnnouncement): readonly Element[] {
  if (sums.total === 0) {
    return [];
  }
  const open = sumOf(sums.waiting);
  const failed = sumOf(sums.rejected) + sumOf(sums.unreachable) + sums.cancelled + sums.expired;
  const counts = [
    { count: sums.delivered, word: texts.numbers.delivered, always: true },
    { count: open, word: texts.numbers.waiting, always: false },
    { count: open > 0 ? 0 : sums.unclear, word: texts.numbers.unclear, always: false },
    { count: failed, word: texts.numbers.failed, always: false },
  ];
  const columns = counts
    .filter(({ count, always }) => always || count > 0)
    .map(({ count, word }) => ({
      type: 'Column',
      width: 'stretch',
      items: [
        { type: 'TextBlock', text: formatNumber(count), size: 'ExtraLarge', weight: 'Bolder', wrap: true },
        smallText(word, { spacing: 'None' }),
      ],
    }));
  return [section([{ type: 'ColumnSet', columns }])];
}

/** Why not everybody has it yet, the most frequent reason first. */
function reasonRows(reported: ReportedAnnouncement): readonly Element[] {
  const { sums } = reported;
  const rows = [
    ...[...sums.waiting].map(([reason, count]) => ({ count, words: texts.waiting(reason) })),
    { count: sums.unclear, words: texts.unclear },
    ...[...sums.rejected].map(([code, count]) => ({ count, words: texts.rejected(code) })),
    ...[...sums.unreachable].map(([reason, count]) => ({ count, words: texts.unreachable(reason, count) })),
    { count: sums.cancelled, words: cancelledWords(reported) },
    { count: sums.expired, words: texts.expired },
  ];
  const shown = rows.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  return shown.length === 0 ? [] : [section(shown.map(reasonRow))];
}

/** A code is somebody else's text, so the row is literal. */
function reasonRow({ count, words }: { readonly count: number; readonly words: string }): Element {
  return literal([{ text: formatNumber(count), weight: 'Bolder' }, { text: ` ${words}` }], {
    spacing: 'Small',
  });
}

/** Whoever erased their data gets nothing more either, so the reason is said only where there is one. */
function cancelledWords({ announcement, progress }: ReportedAnnouncement): string {
  const isCancelled = progress.kind === 'cancelled' || progress.kind === 'cancelling';
  if (isCancelled && announcement.withdrawnAt === undefined) {
    return texts.cancelled;
  }
  return progress.kind === 'stopped' ? texts.stoppedUnsent : texts.unsent;
}

/** How many posted messages show a correction or withdrawal already, and how many never will. */
function revisionLines(reported: ReportedAnnouncement): readonly Element[] {
  const { announcement, sums, toRevise, notRevised, isRevisionCounted } = reported;
  const { correctedAt, withdrawnAt } = announcement;
  if ((correctedAt ?? withdrawnAt) === undefined || !isRevisionCounted) {
    return [];
  }
  const isWithdrawn = withdrawnAt !== undefined;
  const shown = sums.delivered - toRevise - notRevised;
  const sentence = isWithdrawn ? replacedSentence(reported, shown) : texts.revised(shown, sums.delivered);
  const unclear = isWithdrawn && sums.unclear > 0;
  return [
    ...(sums.delivered === 0 ? [] : [text(sentence, { spacing: 'Medium' })]),
    ...(notRevised === 0 ? [] : [smallText(texts.notRevised(notRevised), { spacing: 'None' })]),
    ...(unclear ? [smallText(texts.notReplaceable(sums.unclear), { spacing: 'Small' })] : []),
  ];
}

/** That all see it is said when nothing is under way any more, and nobody may have it unnoticed. */
function replacedSentence({ sums }: ReportedAnnouncement, shown: number): string {
  const isComplete = shown === sums.delivered && sums.unclear === 0 && sumOf(sums.waiting) === 0;
  return isComplete ? texts.replacedEverywhere : texts.replaced(shown, sums.delivered);
}

function acknowledgementLine({ announcement, acknowledged, sums }: ReportedAnnouncement): readonly Element[] {
  if (!announcement.content.acknowledgement || sums.total === 0) {
    return [];
  }
  return [
    acknowledged === undefined
      ? smallText(texts.acknowledgedHidden)
      : text(texts.acknowledged(acknowledged), { spacing: 'Medium' }),
  ];
}
