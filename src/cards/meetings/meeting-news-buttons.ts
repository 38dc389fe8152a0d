import { hostOf } from '../../domain/announcement-content.ts';
import { hasBegun } from '../../domain/meetings/meeting-times.ts';
import { isAmong } from '../../domain/meetings/rsvp.ts';
import type { RsvpAnswer } from '../../domain/meetings/rsvp.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingCardTexts as texts } from '../../texts/meetings/meeting-card-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { look, press } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { openUrl } from '../card.ts';
import type { Button, Element } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import { takesPartOnline } from './meeting-buttons.ts';
import { meetingPayload, phaseOfShown } from './meeting-parts.ts';

/**
 * Below what the bot says by itself about a meeting: what can still be answered, and the few things that are wanted then; all the rest is
 * on the meeting's own card, which "Ansehen" opens as a message of its own.
 */
export function meetingNewsButtons(shown: ShownMeeting, surface: Surface): readonly Element[] {
  const data = meetingPayload(shown);
  const { link } = shown.meeting.place;
  const phase = phaseOfShown(shown);
  return [
    ...fillButtonRows(answerButtons(shown)),
    ...fillButtonRows([
      ...(link !== undefined && takesPartOnline(shown)
        ? [openUrl(meetingTexts.online, link, texts.linkLeadsTo(hostOf(link)))]
        : []),
      ...(phase === 'cancelled' || phase === 'over'
        ? []
        : [look(surface, texts.calendar, 'meeting.offerCalendar', data)]),
      press(texts.show, 'meeting.showNews', data),
    ]),
  ];
}

/** The answer that was given is not offered again; whoever comes, or may, can decline until it begins. */
function answerButtons(shown: ShownMeeting): readonly Button[] {
  const { meeting, now } = shown;
  const { rsvp, mayAnswer } = shown.viewer;
  const isConcerned = rsvp !== undefined && isAmong(rsvp, 'concerned');
  const mayDecline =
    mayAnswer || (isConcerned && meeting.state.kind === 'published' && !hasBegun(meeting, now));
  const button = (title: string, answer: RsvpAnswer, style = {}): readonly Button[] =>
    rsvp?.answer === answer
      ? []
      : [press(title, 'meeting.respond', { ...meetingPayload(shown), answer }, style)];
  return [
    ...(mayAnswer ? button(meetingTexts.accept, 'accepted', { style: 'positive' }) : []),
    ...(mayAnswer ? button(meetingTexts.tentative, 'tentative') : []),
    ...(mayDecline ? button(meetingTexts.decline, 'declined') : []),
  ];
}
