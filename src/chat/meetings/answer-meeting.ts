import type { CardAction } from '../../cards/actions.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { placeView, toCardReply } from '../place-view.ts';
import type { PressAnswer } from '../place-view.ts';
import type { Reply } from '../reply.ts';
import { toMeetingAfterView } from './meeting-after-view.ts';
import { toMeetingAnswerView } from './meeting-answer-view.ts';
import { toMeetingCalendarView } from './meeting-calendar-view.ts';
import { toMeetingDetailsView } from './meeting-details-view.ts';
import { toMeetingListView } from './meeting-list-view.ts';
import { toMeetingPlanningView } from './meeting-planning-view.ts';
import { toWorldCafeView } from './world-cafe-view.ts';

export type MeetingAction = Extract<CardAction, { verb: `meeting.${string}` | `cafe.${string}` }>;

/** Answers a press on a card about meetings. */
export async function answerMeetingPress(
  deps: ChatDeps,
  turn: Turn,
  action: MeetingAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  const surface = { ...turn.surface, inDialog: answer === 'dialog' };
  const view = await toMeetingView(deps, { ...turn, surface }, action);
  if (action.verb === 'meeting.showNews' && answer !== 'dialog') {
    return [typeof view === 'string' ? { kind: 'note', text: view } : toCardReply(view)];
  }
  return [placeView(turn, answer, view)];
}

/** What a press leads to, wherever it is shown. */
export async function toMeetingView(deps: ChatDeps, turn: Turn, action: MeetingAction): Promise<View> {
  switch (action.verb) {
    case 'meeting.offerForm':
    case 'meeting.draft':
    case 'meeting.offerDraftChange':
    case 'meeting.showDraft':
    case 'meeting.publish':
    case 'meeting.discard':
    case 'meeting.offerChange':
    case 'meeting.change':
    case 'meeting.askToCancel':
    case 'meeting.cancel':
    case 'meeting.endSeries':
      return toMeetingPlanningView(deps, turn, action);
    case 'meeting.show':
    case 'meeting.showNews':
    case 'meeting.organise':
      return toMeetingDetailsView(deps, turn, action);
    case 'meeting.respond':
    case 'meeting.offerDetails':
    case 'meeting.saveDetails':
      return toMeetingAnswerView(deps, turn, action);
    case 'meeting.offerCalendar':
    case 'meeting.showFeed':
    case 'meeting.renewFeed':
      return toMeetingCalendarView(deps, turn, action);
    case 'meeting.list':
    case 'meeting.chooseList':
    case 'meeting.listParticipants':
    case 'meeting.exportParticipants':
      return toMeetingListView(deps, turn, action);
    case 'meeting.checkIn':
    case 'meeting.offerResults':
    case 'meeting.publishResults':
    case 'meeting.showResults':
    case 'meeting.offerFeedback':
    case 'meeting.giveFeedback':
    case 'meeting.showFeedback':
      return toMeetingAfterView(deps, turn, action);
    case 'cafe.offer':
    case 'cafe.set':
    case 'cafe.offerWishes':
    case 'cafe.wish':
    case 'cafe.assign':
    case 'cafe.showPlan':
    case 'cafe.tell':
    case 'cafe.startTimer':
    case 'cafe.stopTimer':
      return toWorldCafeView(deps, turn, action);
  }
}
