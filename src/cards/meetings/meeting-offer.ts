import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingListTexts as texts } from '../../texts/meetings/meeting-list-texts.ts';
import { formatMeetingStart, meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { look } from '../actions.ts';
import { card, smallText } from '../card.ts';
import type { Offer } from '../offer.ts';
import { shortenText } from '../shorten-text.ts';
import { agendaElements, meetingHead, meetingSentence } from './meeting-parts.ts';

/** The list has room for two lines below the title. */
const longestLine = 160;

/**
 * A meeting for the list in the compose box, and its card. That will stand in a chat where the bot may not be: for everybody there, without
 * counts that nobody keeps true, and with one button, which opens it for whoever presses.
 */
export function meetingOffer(shown: ShownMeeting, { dialogs }: { readonly dialogs: boolean }): Offer {
  const { meeting, userGroup } = shown;
  const group = userGroup?.name ?? meetingTexts.wholeCommunity;
  const line = [formatMeetingStart(meeting.startsAt), texts.placeKind(meeting.place), group].join(' · ');
  return {
    title: meeting.title,
    line: shortenText(line, longestLine),
    card: card({
      fallbackText: meetingSentence(shown),
      body: [meetingHead(shown), ...agendaElements(shown), smallText(texts.offerHint)],
      actions: [look({ shared: true, dialogs }, texts.offerOpen, 'meeting.show', { meetingId: meeting.id })],
    }),
  };
}
