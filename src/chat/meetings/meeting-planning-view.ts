import type { CardAction } from '../../cards/actions.ts';
import { meetingFormCard } from '../../cards/meetings/meeting-form-card.ts';
import { meetingPreviewCard } from '../../cards/meetings/meeting-preview-card.ts';
import { noteCard } from '../../cards/note-card.ts';
import { discardMeetingDraft } from '../../features/meetings/discard-meeting-draft.ts';
import { draftMeeting } from '../../features/meetings/draft-meeting.ts';
import type { MeetingForm } from '../../features/meetings/meeting-form-results.ts';
import { offerMeetingForm } from '../../features/meetings/offer-meeting-form.ts';
import type { MeetingPreview } from '../../features/meetings/preview-meeting.ts';
import { publishMeeting } from '../../features/meetings/publish-meeting.ts';
import { showMeetingDraft } from '../../features/meetings/show-meeting-draft.ts';
import { memberTexts } from '../../texts/member-texts.ts';
import { meetingPlanningTexts as texts } from '../../texts/meetings/meeting-planning-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';
import { offerChange, toMeetingChangingView } from './meeting-planning-change.ts';
import { showMeeting } from './show-meeting.ts';

type Verb =
  | 'offerForm'
  | 'draft'
  | 'offerDraftChange'
  | 'showDraft'
  | 'publish'
  | 'discard'
  | 'offerChange'
  | 'change'
  | 'askToCancel'
  | 'cancel'
  | 'endSeries';
type PlanningAction = Extract<CardAction, { verb: `meeting.${Verb}` }>;
type Action<Name extends PlanningAction['verb']> = PlanningAction & { readonly verb: Name };

/** From the form of a meeting to its cancellation. Where everybody would see it there is a sentence instead. */
export async function toMeetingPlanningView(
  deps: ChatDeps,
  turn: Turn,
  action: PlanningAction,
): Promise<View> {
  if (isSeenByAll(turn.surface)) {
    return memberTexts.personalOnly;
  }
  switch (action.verb) {
    case 'meeting.offerForm':
      return offerForm(deps, turn, action);
    case 'meeting.draft':
      return draft(deps, turn, action);
    case 'meeting.offerDraftChange':
    case 'meeting.offerChange':
      return offerChange(deps, turn, action);
    case 'meeting.showDraft':
      return showDraft(deps, turn, action);
    case 'meeting.publish':
      return publish(deps, turn, action);
    case 'meeting.discard':
      return discard(deps, turn, action);
    case 'meeting.change':
    case 'meeting.askToCancel':
    case 'meeting.cancel':
    case 'meeting.endSeries':
      return toMeetingChangingView(deps, turn, action);
  }
}

async function offerForm(
  deps: ChatDeps,
  turn: Turn,
  { verb: _verb, ...about }: Action<'meeting.offerForm'>,
): Promise<View> {
  const result = await offerMeetingForm(deps, { asker: turn.asker, ...about });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'offered':
      return toFormView(result.form, turn);
  }
}

async function draft(
  deps: ChatDeps,
  turn: Turn,
  { verb: _verb, meetingId, edition, ...typed }: Action<'meeting.draft'>,
): Promise<View> {
  const own = edition === undefined ? {} : { edition };
  const result = await draftMeeting(deps, { asker: turn.asker, meetingId, typed, ...own });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'invalid':
      return toFormView(result.form, turn);
    case 'drafted':
      return toPreviewView(result.preview, turn);
    case 'published':
      return showMeeting(deps, turn, { meetingId }, texts.published.changeElsewhere);
  }
}

async function showDraft(
  deps: ChatDeps,
  turn: Turn,
  { meetingId }: Action<'meeting.showDraft'>,
): Promise<View> {
  const result = await showMeetingDraft(deps, { asker: turn.asker, meetingId });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'shown':
      return toPreviewView(result.preview, turn);
    case 'published':
      return showMeeting(deps, turn, { meetingId }, texts.published.already);
  }
}

async function publish(
  deps: ChatDeps,
  turn: Turn,
  { meetingId, edition, count }: Action<'meeting.publish'>,
): Promise<View> {
  const typed = count === undefined ? {} : { count };
  const result = await publishMeeting(deps, { asker: turn.asker, meetingId, edition, ...typed });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'invalid':
      return toFormView(result.form, turn);
    case 'not-yet':
      return toPreviewView(result.preview, turn);
    case 'published': {
      const sentence = result.invites ? texts.published.inviting : texts.published.alone;
      return showMeeting(deps, turn, { meetingId }, sentence);
    }
    case 'already':
      return showMeeting(deps, turn, { meetingId }, texts.published.already);
  }
}

async function discard(deps: ChatDeps, turn: Turn, { meetingId }: Action<'meeting.discard'>): Promise<View> {
  const result = await discardMeetingDraft(deps, { asker: turn.asker, meetingId });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'discarded':
      return { title: meetingTexts.title, card: noteCard(texts.discarded) };
    case 'published':
      return showMeeting(deps, turn, { meetingId }, texts.published.changeElsewhere);
  }
}

function toFormView(form: MeetingForm, { surface }: Turn): View {
  const card = meetingFormCard(form, { surface });
  return { title: card.fallbackText, card };
}

function toPreviewView(preview: MeetingPreview, { surface }: Turn): View {
  return { title: texts.preview.title, card: meetingPreviewCard(preview, surface) };
}
