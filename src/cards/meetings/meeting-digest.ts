import type { MeetingReminder } from '../../domain/meetings/meeting.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingCardTexts } from '../../texts/meetings/meeting-card-texts.ts';
import { meetingReminderTexts as texts } from '../../texts/meetings/meeting-reminder-texts.ts';
import { formatMeetingTime, meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { press } from '../actions.ts';
import { literal, smallText, text } from '../card.ts';
import type { Element } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import { shortenText } from '../shorten-text.ts';
import { descriptionLines } from '../user-group-card.ts';
import { ownSentence } from './meeting-card.ts';
import { answerByElements, meetingPayload } from './meeting-parts.ts';
import { meetingReminderSummary, reminderSentence } from './meeting-reminder-card.ts';

/** A meeting in the daily collection, and why it is there. */
export interface MeetingDigestItem {
  readonly kind: 'meeting' | 'meeting-reminder' | 'meeting-results' | 'meeting-feedback';
  readonly reminder?: MeetingReminder;
  readonly shown: ShownMeeting;
}

/** Letters of the results; the whole is a press away. */
const resultLengths = { whole: 400, short: 150 } as const;

/** As a part of the day's collection: whatever is pressed there leaves that as it is. */
export function meetingDigestSection(
  item: MeetingDigestItem,
  { short = false }: { readonly short?: boolean },
): readonly Element[] {
  const { meeting } = item.shown;
  return [
    smallText(whyLine(item)),
    literal([{ text: meeting.title, weight: 'Bolder' }], { spacing: 'Small' }),
    ...(isBefore(item) ? timeAndPlace(item) : []),
    ...moreLines(item, short),
    ...fillButtonRows([press(meetingCardTexts.show, 'meeting.showNews', meetingPayload(item.shown))]),
  ];
}

/** Its one line of summary. */
export function meetingDigestSummary({ kind, reminder, shown }: MeetingDigestItem): string {
  const { title, startsAt, state } = shown.meeting;
  if (state.kind === 'cancelled') {
    return meetingCardTexts.cancelledSummary(title, startsAt);
  }
  switch (kind) {
    case 'meeting':
      return meetingCardTexts.summary(title, startsAt);
    case 'meeting-reminder':
      return meetingReminderSummary(shown, reminder ?? 'day');
    case 'meeting-results':
      return texts.resultsSummary(title);
    case 'meeting-feedback':
      return texts.feedbackSummary(title);
  }
}

function whyLine({ kind, reminder, shown }: MeetingDigestItem): string {
  if (shown.meeting.state.kind === 'cancelled') {
    return meetingCardTexts.cancelledFirst;
  }
  switch (kind) {
    case 'meeting':
      return texts.invitation;
    case 'meeting-reminder':
      return reminderSentence(shown, reminder ?? 'day');
    case 'meeting-results':
      return texts.results;
    case 'meeting-feedback':
      return texts.feedback;
  }
}

function isBefore({ kind }: MeetingDigestItem): boolean {
  return kind === 'meeting' || kind === 'meeting-reminder';
}

function timeAndPlace({ shown: { meeting } }: MeetingDigestItem): readonly Element[] {
  return [
    text(formatMeetingTime(meeting), { spacing: 'None' }),
    literal([{ text: meetingTexts.place(meeting.place), isSubtle: true }], { spacing: 'None' }),
  ];
}

/** What somebody said already, or until when they are asked to. */
function moreLines({ kind, shown }: MeetingDigestItem, short: boolean): readonly Element[] {
  const { results, state } = shown.meeting;
  if (kind === 'meeting-results' && results !== undefined) {
    return descriptionLines(shortenText(results.text, short ? resultLengths.short : resultLengths.whole));
  }
  if (kind === 'meeting-results' || kind === 'meeting-feedback' || state.kind === 'cancelled') {
    return [];
  }
  const answered = shown.viewer.rsvp?.answer !== undefined;
  return answered ? [smallText(ownSentence(shown), { spacing: 'Small' })] : answerByElements(shown);
}
