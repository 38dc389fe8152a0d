import type { CardAction } from '../cards/actions.ts';
import { announcementListCard } from '../cards/announcement-list-card.ts';
import { changeAnnouncement, draftAnnouncement } from '../features/announcements/draft-announcement.ts';
import { listAnnouncements } from '../features/announcements/list-announcements.ts';
import {
  offerAnnouncementChange,
  offerAnnouncementForm,
} from '../features/announcements/offer-announcement-form.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { toFormView, toPreviewView, toStateView, whyDenied } from './announcement-outcome.ts';
import { toSendingView } from './announcement-sending-view.ts';
import type { SendingAction } from './announcement-sending-view.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

type WritingVerb = 'list' | 'offerForm' | 'draft' | 'offerChange' | 'change';
type WritingAction = Extract<CardAction, { verb: `announcement.${WritingVerb}` }>;
type Action<Verb extends WritingAction['verb']> = WritingAction & { readonly verb: Verb };

/** What is pressed until an announcement is on its way. */
export type AuthoringAction = WritingAction | SendingAction;

/** Writing, planning, sending and confirming, typed or pressed. Where everybody would see it there is a sentence instead. */
export async function toAuthoringView(deps: ChatDeps, turn: Turn, action: AuthoringAction): Promise<View> {
  const { shared, inDialog } = turn.surface;
  if (shared && inDialog !== true) {
    return memberTexts.personalOnly;
  }
  switch (action.verb) {
    case 'announcement.list':
      return list(deps, turn, action);
    case 'announcement.offerForm':
      return offerForm(deps, turn, action);
    case 'announcement.draft':
      return draft(deps, turn, action);
    case 'announcement.offerChange':
      return offerChange(deps, turn, action);
    case 'announcement.change':
      return change(deps, turn, action);
    case 'announcement.showDraft':
    case 'announcement.send':
    case 'announcement.offerSchedule':
    case 'announcement.schedule':
    case 'announcement.confirm':
    case 'announcement.discard':
      return toSendingView(deps, turn, action);
  }
}

async function list(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { page }: Action<'announcement.list'>,
): Promise<View> {
  const result = await listAnnouncements(deps, { asker, page });
  switch (result.kind) {
    case 'denied':
      return result.because === 'not-organiser' ? announcementTexts.forMembers : whyDenied(result);
    case 'listed':
      return { title: announcementTexts.title, card: announcementListCard(result, surface) };
  }
}

async function offerForm(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { verb: _verb, ...chosen }: Action<'announcement.offerForm'>,
): Promise<View> {
  const offered = await offerAnnouncementForm(deps, { asker, ...chosen });
  switch (offered.kind) {
    case 'denied':
      return whyDenied(offered);
    case 'template-gone':
      return announcementTexts.templateGone;
    case 'offered':
      return toFormView(offered, surface);
  }
}

async function draft(
  deps: ChatDeps,
  { asker, surface }: Turn,
  typed: Action<'announcement.draft'>,
): Promise<View> {
  const result = await draftAnnouncement(deps, { asker, typed });
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'invalid':
      return toFormView(result, surface);
    case 'drafted':
      return toPreviewView(result, surface);
  }
}

async function offerChange(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { announcementId }: Action<'announcement.offerChange'>,
): Promise<View> {
  const offered = await offerAnnouncementChange(deps, { asker, announcementId });
  switch (offered.kind) {
    case 'denied':
      return whyDenied(offered);
    case 'gone':
      return announcementTexts.gone;
    case 'under-way':
      return announcementTexts.underWay;
    case 'offered':
      return toFormView(offered, surface);
  }
}

async function change(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { announcementId, version, ...typed }: Action<'announcement.change'>,
): Promise<View> {
  const result = await changeAnnouncement(deps, { asker, announcementId, version, typed });
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'under-way':
      return announcementTexts.underWay;
    case 'invalid':
      return toFormView(result, surface);
    case 'changed':
      return toStateView(result.described, surface);
  }
}
