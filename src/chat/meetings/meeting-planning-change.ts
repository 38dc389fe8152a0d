import type { CardAction } from '../../cards/actions.ts';
import type { MeetingList } from '../../cards/meetings/meeting-actions.ts';
import { meetingCancelCard } from '../../cards/meetings/meeting-cancel-card.ts';
import { meetingFormCard } from '../../cards/meetings/meeting-form-card.ts';
import { askToCancelMeeting, cancelMeeting } from '../../features/meetings/cancel-meeting.ts';
import type { AskToCancelResult, CancelMeetingResult } from '../../features/meetings/cancel-meeting.ts';
import { changeMeeting } from '../../features/meetings/change-meeting.ts';
import { endSeries } from '../../features/meetings/end-series.ts';
import { offerMeetingChange } from '../../features/meetings/offer-meeting-change.ts';
import type { MeetingForm } from '../../features/meetings/meeting-form-results.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { meetingPlanningTexts as texts } from '../../texts/meetings/meeting-planning-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { showMeeting } from './show-meeting.ts';

type Verb = 'offerChange' | 'offerDraftChange' | 'change' | 'askToCancel' | 'cancel' | 'endSeries';
type ChangingAction = Extract<CardAction, { verb: `meeting.${Verb}` }>;
type Action<Name extends ChangingAction['verb']> = ChangingAction & { readonly verb: Name };
type Asked = Pick<Action<'meeting.cancel'>, 'meetingId' | 'from'>;

/** What organisers decide about a meeting that everybody can see. */
export async function toMeetingChangingView(
  deps: ChatDeps,
  turn: Turn,
  action: Exclude<ChangingAction, { verb: 'meeting.offerChange' | 'meeting.offerDraftChange' }>,
): Promise<View> {
  switch (action.verb) {
    case 'meeting.change':
      return change(deps, turn, action);
    case 'meeting.askToCancel': {
      const { asker } = turn;
      const result = await askToCancelMeeting(deps, { asker, meetingId: action.meetingId });
      return toCancelView(deps, turn, action, result);
    }
    case 'meeting.cancel': {
      const { meetingId, reason } = action;
      const typed = reason === undefined ? {} : { reason };
      const result = await cancelMeeting(deps, { asker: turn.asker, meetingId, ...typed });
      return toCancelView(deps, turn, action, result);
    }
    case 'meeting.endSeries':
      return end(deps, turn, action);
  }
}

/** The form of a draft or of a published meeting. */
export async function offerChange(
  deps: ChatDeps,
  turn: Turn,
  action: Action<'meeting.offerChange' | 'meeting.offerDraftChange'>,
): Promise<View> {
  const { meetingId } = action;
  const from = 'from' in action ? action.from : undefined;
  const result = await offerMeetingChange(deps, { asker: turn.asker, meetingId });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'offered':
      return toFormView(result.form, turn, from);
    case 'closed':
      return showMeeting(deps, turn, toAsked(meetingId, from), whyClosed(result.meeting));
  }
}

async function change(deps: ChatDeps, turn: Turn, action: Action<'meeting.change'>): Promise<View> {
  const { verb: _, meetingId, edition, from, ...typed } = action;
  const result = await changeMeeting(deps, { asker: turn.asker, meetingId, edition, typed });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'draft':
      return texts.changed.draft;
    case 'invalid':
      return toFormView(result.form, turn, from);
    case 'changed':
      return showMeeting(deps, turn, action, result.tells ? texts.changed.told : texts.changed.quiet);
    case 'unchanged':
      return showMeeting(deps, turn, action, texts.changed.unchanged);
    case 'closed':
      return showMeeting(deps, turn, action, whyClosed(result.meeting));
  }
}

async function toCancelView(
  deps: ChatDeps,
  turn: Turn,
  asked: Asked,
  result: AskToCancelResult | CancelMeetingResult,
): Promise<View> {
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'asked':
    case 'invalid': {
      const { surface } = turn;
      const card = meetingCancelCard(result.form, {
        surface,
        ...(asked.from !== undefined && { from: asked.from }),
      });
      return { title: texts.cancel.title, card };
    }
    case 'cancelled': {
      const sentence = result.seriesGoesOn ? texts.cancel.doneInSeries : texts.cancel.done;
      return showMeeting(deps, turn, asked, sentence);
    }
    case 'already':
      return showMeeting(deps, turn, asked, texts.cancel.already);
    case 'closed':
      return result.meeting.state.kind === 'draft'
        ? texts.cancel.draft
        : showMeeting(deps, turn, asked, meetingTexts.over);
  }
}

async function end(deps: ChatDeps, turn: Turn, asked: Action<'meeting.endSeries'>): Promise<View> {
  const result = await endSeries(deps, { asker: turn.asker, meetingId: asked.meetingId });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'ended':
    case 'already':
    case 'single':
      return showMeeting(deps, turn, asked, texts.series[result.kind]);
  }
}

function whyClosed({ state }: Meeting): string {
  return state.kind === 'cancelled' ? meetingTexts.cancelled : meetingTexts.over;
}

function toAsked(meetingId: Asked['meetingId'], from: MeetingList | undefined): Asked {
  return { meetingId, ...(from !== undefined && { from }) };
}

function toFormView(form: MeetingForm, { surface }: Turn, from: MeetingList | undefined): View {
  const card = meetingFormCard(form, { surface, ...(from !== undefined && { from }) });
  return { title: card.fallbackText, card };
}
