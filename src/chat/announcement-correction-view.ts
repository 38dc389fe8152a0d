import type { CardAction } from '../cards/actions.ts';
import { announcementCorrectionCard, askToWithdrawCard } from '../cards/announcement-correction-card.ts';
import type { CorrectionState } from '../cards/announcement-correction-card.ts';
import type { AnnouncementId } from '../domain/ids.ts';
import { correctAnnouncement, offerCorrection } from '../features/announcements/correct-announcement.ts';
import type { NotCorrectableNow } from '../features/announcements/correct-announcement.ts';
import { offerWithdrawal, withdrawAnnouncement } from '../features/announcements/withdraw-announcement.ts';
import { announcementReportTexts } from '../texts/announcement-report-texts.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { whyDenied } from './announcement-outcome.ts';
import { announcementReportView } from './announcement-report-view.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

type CorrectionVerb = 'offerCorrection' | 'correct' | 'askToWithdraw' | 'withdraw';
export type CorrectionAction = Extract<CardAction, { verb: `announcement.${CorrectionVerb}` }>;

const { outcomes, correction, withdrawal } = announcementReportTexts;

/** New words for what was sent, or taking it back. */
export async function toCorrectionView(deps: ChatDeps, turn: Turn, action: CorrectionAction): Promise<View> {
  switch (action.verb) {
    case 'announcement.offerCorrection':
      return offer(deps, turn, action.announcementId);
    case 'announcement.correct':
      return correct(deps, turn, action);
    case 'announcement.askToWithdraw':
      return askToWithdraw(deps, turn, action.announcementId);
    case 'announcement.withdraw':
      return withdraw(deps, turn, action.announcementId);
  }
}

async function offer(deps: ChatDeps, turn: Turn, announcementId: AnnouncementId): Promise<View> {
  const offered = await offerCorrection(deps, { asker: turn.asker, announcementId });
  switch (offered.kind) {
    case 'denied':
      return whyDenied(offered);
    case 'gone':
      return announcementTexts.gone;
    case 'not-sent':
    case 'withdrawn':
    case 'forgotten':
      return whyNot(offered);
    case 'offered':
      return toFormView(offered, turn);
  }
}

async function correct(
  deps: ChatDeps,
  turn: Turn,
  { announcementId, version, ...typed }: CorrectionAction & { verb: 'announcement.correct' },
): Promise<View> {
  const request = { asker: turn.asker, announcementId, version, typed };
  const result = await correctAnnouncement(deps, request);
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'not-sent':
    case 'withdrawn':
    case 'forgotten':
      return whyNot(result);
    case 'invalid':
      return toFormView(result, turn);
    case 'corrected':
    case 'unchanged':
      return announcementReportView(deps, turn, announcementId, outcomes[result.kind]);
  }
}

async function askToWithdraw(deps: ChatDeps, turn: Turn, announcementId: AnnouncementId): Promise<View> {
  const offered = await offerWithdrawal(deps, { asker: turn.asker, announcementId });
  switch (offered.kind) {
    case 'denied':
      return whyDenied(offered);
    case 'gone':
      return announcementTexts.gone;
    case 'not-sent':
    case 'withdrawn':
    case 'forgotten':
      return whyNot(offered);
    case 'offered':
      return {
        title: withdrawal.question,
        card: askToWithdrawCard(offered.announcement, turn.surface),
      };
  }
}

async function withdraw(deps: ChatDeps, turn: Turn, announcementId: AnnouncementId): Promise<View> {
  const result = await withdrawAnnouncement(deps, { asker: turn.asker, announcementId });
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'not-sent':
      return outcomes.notSent;
    case 'withdrawn':
      return announcementReportView(deps, turn, announcementId, outcomes.withdrawn);
  }
}

function whyNot({ kind }: NotCorrectableNow): string {
  switch (kind) {
    case 'not-sent':
      return outcomes.notSent;
    case 'withdrawn':
      return outcomes.alreadyWithdrawn;
    case 'forgotten':
      return outcomes.forgotten;
  }
}

function toFormView(state: CorrectionState, { surface }: Turn): View {
  return { title: correction.heading, card: announcementCorrectionCard(state, surface) };
}
