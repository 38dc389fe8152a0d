import type { CardAction } from '../cards/actions.ts';
import { cancelAnnouncement, repeatAnnouncement } from '../features/announcements/steer-sending.ts';
import { announcementReportTexts as texts } from '../texts/announcement-report-texts.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { toAcknowledgementView } from './acknowledgement-view.ts';
import { toCommunesView } from './announcement-communes-view.ts';
import { toCorrectionView } from './announcement-correction-view.ts';
import type { CorrectionAction } from './announcement-correction-view.ts';
import { whyDenied } from './announcement-outcome.ts';
import { announcementReportView } from './announcement-report-view.ts';
import { toTemplateView } from './announcement-template-view.ts';
import type { TemplateAction } from './announcement-template-view.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

type SteerVerb = 'report' | 'cancel' | 'repeatUnclear' | 'showCommunes' | 'acknowledge';
type SteerAction = Extract<CardAction, { verb: `announcement.${SteerVerb}` }>;

/** What is pressed once an announcement is on its way, and about templates. */
export type ReportAction = SteerAction | CorrectionAction | TemplateAction;

/** Where everybody would see it there is a sentence instead; "Gelesen" alone is pressed everywhere. */
export async function toSentAnnouncementView(
  deps: ChatDeps,
  turn: Turn,
  action: ReportAction,
): Promise<View> {
  const { surface } = turn;
  if (action.verb === 'announcement.acknowledge') {
    return toAcknowledgementView(deps, turn, action);
  }
  if (surface.shared && surface.inDialog !== true) {
    return memberTexts.personalOnly;
  }
  switch (action.verb) {
    case 'announcement.report':
      return announcementReportView(deps, turn, action.announcementId);
    case 'announcement.cancel':
    case 'announcement.repeatUnclear':
      return steer(deps, turn, action);
    case 'announcement.showCommunes':
      return toCommunesView(deps, turn, action.announcementId);
    case 'announcement.offerCorrection':
    case 'announcement.correct':
    case 'announcement.askToWithdraw':
    case 'announcement.withdraw':
      return toCorrectionView(deps, turn, action);
    case 'announcement.keepTemplate':
    case 'announcement.listTemplates':
    case 'announcement.removeTemplate':
      return toTemplateView(deps, turn, action);
  }
}

async function steer(
  deps: ChatDeps,
  turn: Turn,
  { verb, announcementId }: SteerAction & { verb: 'announcement.cancel' | 'announcement.repeatUnclear' },
): Promise<View> {
  const request = { asker: turn.asker, announcementId };
  const isCancel = verb === 'announcement.cancel';
  const result = await (isCancel ? cancelAnnouncement(deps, request) : repeatAnnouncement(deps, request));
  const { outcomes } = texts;
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'requested': {
      const outcome = isCancel ? outcomes.cancelRequested : outcomes.repeatRequested;
      return announcementReportView(deps, turn, announcementId, outcome);
    }
    case 'discarded':
      return announcementReportView(deps, turn, announcementId, outcomes.cancelledInTime);
    case 'nothing-unclear':
      return announcementReportView(deps, turn, announcementId, outcomes.nothingUnclear);
    case 'unchanged': {
      const outcome = isCancel ? outcomes.nothingToCancel : outcomes.nothingToRepeat;
      return announcementReportView(deps, turn, announcementId, outcome);
    }
  }
}
