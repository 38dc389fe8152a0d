import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingAnswerTexts } from '../../texts/meetings/meeting-answer-texts.ts';
import { meetingCardTexts } from '../../texts/meetings/meeting-card-texts.ts';
import { press } from '../actions.ts';
import { card, heading, smallText, text } from '../card.ts';
import type { Card } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import { meetingHead, meetingPayload } from './meeting-parts.ts';

const { promoted: words } = meetingAnswerTexts;

/** Somebody who waited has a seat; whoever cannot come after all passes it on at once. */
export function meetingPromotedCard(shown: ShownMeeting): Card {
  const { meeting, viewer } = shown;
  const data = meetingPayload(shown);
  return card({
    fallbackText: words.fallback(meeting.title, meeting),
    body: [
      heading(words.heading),
      text(words.first(viewer.rsvp?.guests ?? 0)),
      meetingHead(shown),
      smallText(words.notAnyMore),
      ...fillButtonRows([
        press(words.decline, 'meeting.respond', { ...data, answer: 'declined' }),
        press(meetingCardTexts.show, 'meeting.showNews', data),
      ]),
    ],
  });
}

export function meetingPromotedSummary({ meeting }: ShownMeeting): string {
  return meetingAnswerTexts.promoted.summary(meeting.title);
}
