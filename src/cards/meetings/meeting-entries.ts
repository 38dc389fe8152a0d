import { meetingListTexts as texts } from '../../texts/meetings/meeting-list-texts.ts';
import { look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import type { Button } from '../card.ts';

/** "Treffen planen", from a group or a topic. */
export function planMeetingButton(
  surface: Surface,
  beginning: { readonly userGroupId?: string; readonly topicRequestId?: string } = {},
): Button {
  return look(surface, texts.plan, 'meeting.offerForm', { ...beginning });
}

/** "Termine" of a group. */
export function meetingsButton(surface: Surface, userGroupId: string): Button {
  return look(surface, texts.meetings, 'meeting.list', { view: 'next', userGroupId, page: 1 });
}
