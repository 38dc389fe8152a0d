import type { MeetingReminder } from '../../domain/meetings/meeting.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingCardTexts } from '../../texts/meetings/meeting-card-texts.ts';
import { meetingReminderTexts as texts } from '../../texts/meetings/meeting-reminder-texts.ts';
import { press } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, section, text } from '../card.ts';
import type { Card } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import { ownMeetingButtons } from './meeting-buttons.ts';
import { ownSentence } from './meeting-card.ts';
import { agendaElements, meetingHead, meetingPayload, meetingSentence } from './meeting-parts.ts';

/** A meeting that comes near, for somebody who comes or has not answered yet. */
export function meetingReminderCard(
  shown: ShownMeeting,
  reminder: MeetingReminder,
  surface: Surface,
  { short = false }: { readonly short?: boolean } = {},
): Card {
  const first = reminderSentence(shown, reminder);
  return card({
    fallbackText: `${first} ${meetingSentence(shown)}`,
    body: [
      heading(first),
      ...(reminder === 'respond-by' ? [] : [text(ownSentence(shown), { spacing: 'Small' })]),
      meetingHead(shown),
      ...(short ? [] : agendaElements(shown)),
      section([
        ...ownMeetingButtons(shown, surface, undefined),
        // Opens it as a message of its own: this one stays.
        ...fillButtonRows([press(meetingCardTexts.show, 'meeting.showNews', meetingPayload(shown))]),
      ]),
    ],
  });
}

/** How near it is, without any words of people. */
export function reminderSentence(
  { meeting: { startsAt, respondBy }, now }: ShownMeeting,
  reminder: MeetingReminder,
): string {
  return reminder === 'respond-by' && respondBy !== undefined
    ? texts.respondBy(respondBy, now)
    : texts.begins(startsAt, now);
}

export function meetingReminderSummary(
  { meeting: { title, startsAt, respondBy }, now }: ShownMeeting,
  reminder: MeetingReminder,
): string {
  return reminder === 'respond-by' && respondBy !== undefined
    ? texts.respondBySummary(title, respondBy, now)
    : texts.beginsSummary(title, startsAt, now);
}
