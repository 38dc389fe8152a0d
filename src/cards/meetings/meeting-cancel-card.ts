import { meetingLimits } from '../../domain/meetings/meeting.ts';
import type { CancelForm } from '../../features/meetings/cancel-meeting.ts';
import { meetingPlanningTexts } from '../../texts/meetings/meeting-planning-texts.ts';
import { act } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, smallText } from '../card.ts';
import type { Card } from '../card.ts';
import { problemText, textInput } from '../inputs.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingHead, meetingPayload } from './meeting-parts.ts';

const { cancel: words } = meetingPlanningTexts;

/** Asks before a meeting falls out, and why. */
export function meetingCancelCard(
  { shown, reason, tooLong }: CancelForm,
  { surface, from }: { readonly surface: Surface; readonly from?: MeetingList },
): Card {
  const { title, repetition, repeated } = shown.meeting;
  const data = meetingPayload(shown, from);
  return card({
    fallbackText: `${words.heading} ${title}`,
    body: [
      heading(words.heading),
      meetingHead(shown),
      textInput('reason', reason, {
        label: words.reason,
        maxLength: meetingLimits.reason,
        placeholder: words.reasonPlaceholder,
        isMultiline: true,
        errorMessage: words.reasonError,
      }),
      ...(tooLong === undefined ? [] : [problemText(words.reasonTooLong(tooLong))]),
      smallText(words.hint),
      ...(repetition !== undefined && repeated === undefined ? [smallText(words.seriesGoesOn)] : []),
    ],
    actions: [
      act(surface, words.send, 'meeting.cancel', data),
      act(surface, words.back, 'meeting.organise', data, { associatedInputs: 'none' }),
    ],
  });
}
