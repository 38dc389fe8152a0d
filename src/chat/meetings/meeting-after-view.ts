import type { CardAction } from '../../cards/actions.ts';
import { meetingFeedbackCard } from '../../cards/meetings/meeting-feedback-card.ts';
import { meetingFeedbackFormCard } from '../../cards/meetings/meeting-feedback-form-card.ts';
import { meetingResultsCard } from '../../cards/meetings/meeting-results-card.ts';
import { meetingResultsFormCard } from '../../cards/meetings/meeting-results-form-card.ts';
import { checkIn } from '../../features/meetings/check-in.ts';
import { countPresent } from '../../features/meetings/count-present.ts';
import { giveFeedback, offerFeedback } from '../../features/meetings/give-feedback.ts';
import type { GiveFeedbackResult, OfferFeedbackResult } from '../../features/meetings/give-feedback.ts';
import { findShownMeeting } from '../../features/meetings/meeting-results.ts';
import { offerResults } from '../../features/meetings/offer-results.ts';
import type { OfferResultsResult } from '../../features/meetings/offer-results.ts';
import { publishResults } from '../../features/meetings/publish-results.ts';
import type { PublishResultsResult } from '../../features/meetings/publish-results.ts';
import { showFeedback } from '../../features/meetings/show-feedback.ts';
import { memberTexts } from '../../texts/member-texts.ts';
import { meetingFeedbackTexts as feedbackTexts } from '../../texts/meetings/meeting-feedback-texts.ts';
import { meetingResultsTexts as texts } from '../../texts/meetings/meeting-results-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';
import { showMeeting } from './show-meeting.ts';

type Verb =
  | 'checkIn'
  | 'offerResults'
  | 'publishResults'
  | 'showResults'
  | 'offerFeedback'
  | 'giveFeedback'
  | 'showFeedback';
type Action = Extract<CardAction, { verb: `meeting.${Verb}` }>;
type ActionOf<One extends Verb> = Action & { readonly verb: `meeting.${One}` };

/** While a meeting goes on, and afterwards. Forms are for the presser alone; where others read along a sentence says what happened. */
export async function toMeetingAfterView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  const { asker, surface } = turn;
  const asked = { asker, meetingId: action.meetingId };
  switch (action.verb) {
    case 'meeting.checkIn':
      return toCheckInView(deps, turn, action);
    case 'meeting.offerResults':
      return isSeenByAll(surface)
        ? memberTexts.personalOnly
        : toResultsView(deps, turn, action, await offerResults(deps, asked));
    case 'meeting.publishResults': {
      const { edition } = action;
      const request = { ...asked, typed: action, ...(edition !== undefined && { edition }) };
      return toResultsView(deps, turn, action, await publishResults(deps, request));
    }
    case 'meeting.showResults':
      return showResults(deps, turn, action);
    case 'meeting.offerFeedback':
      return toFeedbackView(deps, turn, action, await offerFeedback(deps, asked));
    case 'meeting.giveFeedback':
      return toFeedbackView(deps, turn, action, await giveFeedback(deps, { ...asked, typed: action }));
    case 'meeting.showFeedback':
      return isSeenByAll(surface) ? memberTexts.personalOnly : toSummaryView(deps, turn, action);
  }
}

/** The whole of them, as everybody may read it. */
async function showResults(
  deps: ChatDeps,
  turn: Turn,
  { meetingId, from }: ActionOf<'showResults'>,
): Promise<View> {
  const shown = await findShownMeeting(deps, undefined, meetingId);
  const results = shown?.meeting.results;
  if (shown === undefined || results === undefined) {
    return meetingTexts.gone;
  }
  const present = await countPresent(deps, shown.meeting);
  const card = meetingResultsCard({ shown, results, present }, turn.surface, { opened: { from } });
  return { title: meetingTexts.title, card };
}

async function toCheckInView(deps: ChatDeps, turn: Turn, action: ActionOf<'checkIn'>): Promise<View> {
  const { asker, surface, messageId } = turn;
  const pressedOn = surface.shared ? undefined : (messageId ?? '');
  const { meetingId } = action;
  const result = await checkIn(deps, { asker, meetingId, ...(pressedOn !== undefined && { pressedOn }) });
  switch (result.kind) {
    case 'checked-in':
      return showMeeting(deps, turn, action, texts.checkIn.done);
    case 'already':
      return showMeeting(deps, turn, action, texts.checkIn.already);
    case 'too-early':
      return showMeeting(deps, turn, action, texts.checkIn.tooEarly(result.from));
    case 'closed':
      return showMeeting(deps, turn, action, texts.checkIn.closed[result.because]);
    case 'gone':
      return meetingTexts.gone;
    case 'denied':
      return meetingTexts.whyDenied(result.because);
  }
}

async function toResultsView(
  deps: ChatDeps,
  turn: Turn,
  action: ActionOf<'offerResults' | 'publishResults'>,
  result: OfferResultsResult | PublishResultsResult,
): Promise<View> {
  const { surface } = turn;
  switch (result.kind) {
    case 'offered':
    case 'invalid':
      return isSeenByAll(surface)
        ? texts.onlyAlone
        : { title: meetingTexts.title, card: meetingResultsFormCard(result.form, surface, action.from) };
    case 'published':
    case 'changed':
    case 'unchanged':
      return showMeeting(deps, turn, action, texts[result.kind]);
    case 'closed':
      return showMeeting(deps, turn, action, texts.closed[result.because]);
    case 'gone':
      return meetingTexts.gone;
    case 'denied':
      return meetingTexts.whyDenied(result.because);
  }
}

async function toFeedbackView(
  deps: ChatDeps,
  turn: Turn,
  action: ActionOf<'offerFeedback' | 'giveFeedback'>,
  result: OfferFeedbackResult | GiveFeedbackResult,
): Promise<View> {
  const { surface } = turn;
  const { from } = action;
  switch (result.kind) {
    case 'offered':
    case 'invalid':
      return isSeenByAll(surface)
        ? feedbackTexts.onlyAlone
        : { title: meetingTexts.title, card: meetingFeedbackFormCard(result.form, surface, { from }) };
    case 'given':
      return showMeeting(deps, turn, action, feedbackTexts.given);
    case 'closed':
      return showMeeting(deps, turn, action, feedbackTexts.closed[result.because]);
    case 'gone':
      return meetingTexts.gone;
    case 'denied':
      return meetingTexts.whyDenied(result.because);
  }
}

async function toSummaryView(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { meetingId, from }: ActionOf<'showFeedback'>,
): Promise<View> {
  const result = await showFeedback(deps, { asker, meetingId });
  switch (result.kind) {
    case 'shown':
      return { title: meetingTexts.title, card: meetingFeedbackCard(result, surface, from) };
    case 'gone':
      return meetingTexts.gone;
    case 'denied':
      return meetingTexts.whyDenied(result.because);
  }
}
