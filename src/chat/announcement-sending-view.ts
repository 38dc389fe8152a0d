import type { CardAction } from '../cards/actions.ts';
import { noteCard } from '../cards/note-card.ts';
import { sendTimeOf } from '../domain/announcement-states.ts';
import type { AnnouncementId } from '../domain/ids.ts';
import { toLocalTime } from '../domain/local-time.ts';
import { confirmAnnouncement } from '../features/announcements/confirm-announcement.ts';
import { discardAnnouncement } from '../features/announcements/discard-announcement.ts';
import { scheduleAnnouncement, sendAnnouncement } from '../features/announcements/send-announcement.ts';
import type { ScheduleAnnouncementResult } from '../features/announcements/send-announcement.ts';
import { showAnnouncement } from '../features/announcements/show-announcement.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { toPreviewView, toScheduleView, toStateView, whyDenied } from './announcement-outcome.ts';
import { announcementReportView } from './announcement-report-view.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

type SendingVerb = 'showDraft' | 'send' | 'offerSchedule' | 'schedule' | 'confirm' | 'discard';
export type SendingAction = Extract<CardAction, { verb: `announcement.${SendingVerb}` }>;
type Action<Verb extends SendingAction['verb']> = SendingAction & { readonly verb: Verb };

/** From the draft to the moment it goes out. */
export async function toSendingView(deps: ChatDeps, turn: Turn, action: SendingAction): Promise<View> {
  switch (action.verb) {
    case 'announcement.showDraft':
      return show(deps, turn, action.announcementId);
    case 'announcement.send':
    case 'announcement.schedule':
      return send(deps, turn, action);
    case 'announcement.offerSchedule':
      return offerSchedule(deps, turn, action);
    case 'announcement.confirm':
      return confirm(deps, turn, action);
    case 'announcement.discard':
      return discard(deps, turn, action);
  }
}

async function show(deps: ChatDeps, turn: Turn, announcementId: AnnouncementId): Promise<View> {
  const result = await showAnnouncement(deps, { asker: turn.asker, announcementId });
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'shown':
      return result.described.isUnderWay
        ? announcementReportView(deps, turn, announcementId)
        : toStateView(result.described, turn.surface);
  }
}

async function send(
  deps: ChatDeps,
  turn: Turn,
  action: Action<'announcement.send' | 'announcement.schedule'>,
): Promise<View> {
  const { asker, surface, messageId } = turn;
  const { announcementId, version } = action;
  const request = {
    asker,
    announcementId,
    version,
    ...(messageId !== undefined && !surface.shared && { shownIn: { activityId: messageId } }),
  };
  if (action.verb === 'announcement.schedule') {
    const result = await scheduleAnnouncement(deps, { ...request, typed: action });
    return toSentView(deps, turn, result, action);
  }
  const { count } = action;
  const result = await sendAnnouncement(deps, { ...request, ...(count !== undefined && { count }) });
  return toSentView(deps, turn, result);
}

async function toSentView(
  deps: ChatDeps,
  turn: Turn,
  result: ScheduleAnnouncementResult,
  typed?: { readonly date?: string; readonly time?: string },
): Promise<View> {
  const { surface } = turn;
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'under-way':
      return announcementTexts.underWay;
    case 'scheduled': {
      const { described } = result;
      return described.isUnderWay
        ? announcementReportView(deps, turn, described.announcement.id)
        : toStateView(described, surface);
    }
    case 'awaiting':
    case 'over':
      return toStateView(result.described, surface);
    case 'outdated':
      return result.described.announcement.state.kind === 'draft'
        ? toPreviewView({ described: result.described, problem: 'outdated' }, surface)
        : toStateView(result.described, surface);
    case 'nobody':
      return toPreviewView(result, surface);
    case 'count':
      return typed === undefined
        ? toPreviewView(result, surface)
        : toScheduleView({ ...typed, ...result }, surface);
    case 'invalid-time':
      return toScheduleView({ ...typed, ...result }, surface);
  }
}

async function offerSchedule(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { announcementId, version }: Action<'announcement.offerSchedule'>,
): Promise<View> {
  const result = await showAnnouncement(deps, { asker, announcementId });
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'shown': {
      const { described } = result;
      const { announcement } = described;
      const { state } = announcement;
      if (described.isUnderWay) {
        return announcementTexts.underWay;
      }
      if (announcement.version !== version && state.kind === 'draft') {
        return toPreviewView({ described, problem: 'outdated' }, surface);
      }
      if (state.kind === 'discarded' || state.kind === 'missed') {
        return toStateView(described, surface);
      }
      const known = state.kind === 'draft' ? state.wasPlannedFor : sendTimeOf(state);
      const isAhead = known !== undefined && known > described.now;
      return toScheduleView({ ...(isAhead && toLocalTime(known)), described }, surface);
    }
  }
}

async function confirm(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { announcementId, version }: Action<'announcement.confirm'>,
): Promise<View> {
  const result = await confirmAnnouncement(deps, { asker, announcementId, version });
  const { confirmation } = announcementTexts;
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'own':
      return confirmation.own;
    case 'under-way':
      return announcementTexts.underWay;
    case 'confirmed':
      return toStateView(result.described, surface, confirmation.confirmed);
    case 'already':
      return toStateView(result.described, surface, confirmation.already);
    case 'outdated':
      return toStateView(result.described, surface, confirmation.outdated);
    case 'over':
      return toStateView(result.described, surface);
  }
}

async function discard(
  deps: ChatDeps,
  turn: Turn,
  { announcementId }: Action<'announcement.discard'>,
): Promise<View> {
  const result = await discardAnnouncement(deps, { asker: turn.asker, announcementId });
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'under-way':
      return announcementTexts.underWay;
    case 'discarded':
      return result.isAuthor
        ? show(deps, turn, announcementId)
        : { title: announcementTexts.kind, card: noteCard(announcementTexts.state.discarded) };
  }
}
