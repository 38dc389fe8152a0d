import type { MeetingReminder } from '../../domain/meetings/meeting.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingReminderTexts as texts } from '../../texts/meetings/meeting-reminder-texts.ts';
import type { Surface } from '../actions.ts';
import { card, heading, section, text } from '../card.ts';
import type { Card } from '../card.ts';
import { ownSentence } from './meeting-card.ts';
import { meetingNewsButtons } from './meeting-news-buttons.ts';
import { agendaElements, meetingHead, meetingSentence } from './meeting-parts.ts';

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
      section(meetingNewsButtons(shown, surface)),
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
