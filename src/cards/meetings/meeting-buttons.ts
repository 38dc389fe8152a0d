import { hostOf } from '../../domain/announcement-content.ts';
import { hasBegun, takesAnswers } from '../../domain/meetings/meeting-times.ts';
import { isAmong } from '../../domain/meetings/rsvp.ts';
import type { RsvpAnswer } from '../../domain/meetings/rsvp.ts';
import type { OwnMeeting } from '../../features/meetings/find-own-meeting.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingCardTexts as texts } from '../../texts/meetings/meeting-card-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { act, look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { openUrl } from '../card.ts';
import type { Button, Element } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import { cafeButtons } from './cafe-buttons.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload, phaseOfShown } from './meeting-parts.ts';

type Payload = ReturnType<typeof meetingPayload>;

/** On the card that everybody sees. */
export function sharedMeetingButtons(shown: ShownMeeting, surface: Surface): readonly Element[] {
  const data = meetingPayload(shown);
  const phase = phaseOfShown(shown);
  const isToCome = phase !== 'cancelled' && phase !== 'over';
  return [
    ...sharedAnswerButtons(shown, surface, data).flatMap(fillButtonRows),
    ...fillButtonRows([
      ...(isToCome ? [look(surface, texts.calendar, 'meeting.offerCalendar', data)] : []),
      look(surface, texts.show, 'meeting.show', data),
      ...resultsButtons(shown, surface, data),
    ]),
  ];
}

/** In groups, the most important one first. */
type Groups = readonly (readonly Button[])[];

function sharedAnswerButtons(shown: ShownMeeting, surface: Surface, data: Payload): Groups {
  switch (phaseOfShown(shown)) {
    case 'draft':
    case 'open':
      return [Object.values(answerButtons(surface, data, true))];
    case 'on': {
      const { meeting, now } = shown;
      const answers = takesAnswers(meeting, now) ? Object.values(answerButtons(surface, data, false)) : [];
      return [[checkInButton(surface, data)], answers];
    }
    case 'over':
      return [[look(surface, texts.giveFeedback, 'meeting.offerFeedback', data)]];
    case 'closed':
    case 'cancelled':
      return [];
  }
}

/** On a member's own card; the answer that was given is not offered again. */
export function ownMeetingButtons(
  shown: OwnMeeting,
  surface: Surface,
  from: MeetingList | undefined,
): readonly Element[] {
  const data = meetingPayload(shown, from);
  return [
    ...ownAnswerButtons(shown, surface, data).flatMap(fillButtonRows),
    ...fillButtonRows(moreButtons(shown, surface, from)),
  ];
}

/** `isFirst`: nothing on the card is more important. */
function answerButtons(
  surface: Surface,
  data: Payload,
  isFirst: boolean,
): Readonly<Record<RsvpAnswer, Button>> {
  const button = (title: string, answer: RsvpAnswer, style = {}) =>
    act(surface, title, 'meeting.respond', { ...data, answer }, style);
  return {
    accepted: button(meetingTexts.accept, 'accepted', isFirst ? { style: 'positive' } : {}),
    tentative: button(meetingTexts.tentative, 'tentative'),
    declined: button(meetingTexts.decline, 'declined'),
  };
}

function checkInButton(surface: Surface, data: Payload): Button {
  return act(surface, texts.checkIn, 'meeting.checkIn', data, { style: 'positive' });
}

/** The link is for those who come, or may. */
export function takesPartOnline(shown: ShownMeeting): boolean {
  const { rsvp } = shown.viewer;
  const phase = phaseOfShown(shown);
  const takesPart = rsvp !== undefined && (isAmong(rsvp, 'coming') || rsvp.checkedInAt !== undefined);
  return takesPart && phase !== 'cancelled' && phase !== 'over';
}

function ownAnswerButtons(shown: ShownMeeting, surface: Surface, data: Payload): Groups {
  const { rsvp, mayAnswer, memberId } = shown.viewer;
  const mayCheckIn =
    phaseOfShown(shown) === 'on' && memberId !== undefined && rsvp?.checkedInAt === undefined;
  const { accepted, tentative, declined } = answerButtons(surface, data, !mayCheckIn);
  const answer = rsvp?.answer;
  return [
    mayCheckIn ? [checkInButton(surface, data)] : [],
    [
      ...(mayAnswer && answer !== 'accepted' ? [accepted] : []),
      ...(mayAnswer && answer !== 'tentative' ? [tentative] : []),
      ...((mayAnswer || mayDecline(shown)) && answer !== 'declined' ? [declined] : []),
    ],
  ];
}

/** Who said that they come, or may, can still say that they do not, until it begins. */
function mayDecline({ meeting, viewer: { rsvp }, now }: ShownMeeting): boolean {
  return (
    meeting.state.kind === 'published' &&
    !hasBegun(meeting, now) &&
    rsvp !== undefined &&
    isAmong(rsvp, 'concerned')
  );
}

function moreButtons(shown: OwnMeeting, surface: Surface, from: MeetingList | undefined): readonly Button[] {
  const { meeting, viewer } = shown;
  const { rsvp } = viewer;
  const phase = phaseOfShown(shown);
  const data = meetingPayload(shown, from);
  if (phase === 'draft') {
    return [look(surface, texts.showDraft, 'meeting.showDraft', { meetingId: meeting.id })];
  }
  const { link } = meeting.place;
  const asksMore = meeting.mostGuests > 0 || meeting.questions.length > 0;
  const comes = rsvp !== undefined && isAmong(rsvp, 'concerned');
  const wasThere = rsvp !== undefined && (isAmong(rsvp, 'coming') || rsvp.checkedInAt !== undefined);
  return [
    ...(link !== undefined && takesPartOnline(shown)
      ? [openUrl(meetingTexts.online, link, texts.linkLeadsTo(hostOf(link)))]
      : []),
    ...(asksMore && comes && viewer.mayAnswer
      ? [look(surface, texts.details, 'meeting.offerDetails', data)]
      : []),
    ...resultsButtons(shown, surface, data),
    ...cafeButtons(shown, surface, from),
    ...(phase === 'cancelled' || phase === 'over'
      ? []
      : [look(surface, texts.calendar, 'meeting.offerCalendar', data)]),
    ...(phase === 'over' && wasThere && rsvp.feedbackGiven === undefined
      ? [look(surface, texts.giveFeedback, 'meeting.offerFeedback', data)]
      : []),
    ...(viewer.organises ? [look(surface, texts.organise, 'meeting.organise', data)] : []),
  ];
}

/** The whole of what came of it. */
function resultsButtons({ meeting }: ShownMeeting, surface: Surface, data: Payload): readonly Button[] {
  return meeting.results === undefined ? [] : [look(surface, texts.results, 'meeting.showResults', data)];
}
