import { hostOf } from '../../domain/announcement-content.ts';
import { isWaiting } from '../../domain/meetings/rsvp.ts';
import type { OwnMeeting } from '../../features/meetings/find-own-meeting.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingCardTexts as texts } from '../../texts/meetings/meeting-card-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, literal, section, text } from '../card.ts';
import type { Card, Element } from '../card.ts';
import { drawToFit } from '../fit-card.ts';
import { shortenText } from '../shorten-text.ts';
import { descriptionLines } from '../user-group-card.ts';
import type { MeetingList } from './meeting-actions.ts';
import { ownMeetingButtons, sharedMeetingButtons, takesPartOnline } from './meeting-buttons.ts';
import {
  agendaElements,
  answerByElements,
  cancelledElements,
  countElements,
  meetingHead,
  meetingSentence,
  phaseOfShown,
  reasonElements,
  resultElements,
} from './meeting-parts.ts';

/** How somebody came to the card, and what just happened. */
interface Options {
  readonly outcome?: string;
  readonly from?: MeetingList;
  /** The whole card was refused as too big. */
  readonly short?: boolean;
}

/** The card that everybody in a channel sees: counts, free seats, the waiting list; nothing of anybody's own. */
export function sharedMeetingCard(
  shown: ShownMeeting,
  surface: Surface,
  { short = false }: Pick<Options, 'short'> = {},
): Card {
  const sentence = meetingSentence(shown);
  const isCancelled = phaseOfShown(shown) === 'cancelled';
  return card({
    fallbackText: isCancelled ? `${texts.cancelledFirst}: ${sentence}` : sentence,
    body: [
      ...cancelledElements(shown),
      meetingHead(shown),
      ...(short || isCancelled ? [] : agendaElements(shown)),
      ...(isCancelled ? [] : [countElements(shown), ...answerByElements(shown)]),
      ...(short ? [] : resultElements(shown, shortResults)),
      section(sharedMeetingButtons(shown, surface)),
    ],
  });
}

/** Letters of the results on the invitation. */
const shortResults = 400;

/** Letters of the description; less where the card would be too big. */
const sizes: readonly [number, ...number[]] = [2000, 1000, 300];

/** A member's own card: the invitation, and the details from a list. `outcome`: what was just done. */
export function meetingCard(shown: OwnMeeting, surface: Surface, options: Options = {}): Card {
  return drawToFit(sizes, (size) => draw(shown, surface, options, size));
}

function draw(
  shown: OwnMeeting,
  surface: Surface,
  { outcome, from, short = false }: Options,
  descriptionLength: number,
): Card {
  const { meeting } = shown;
  const isCancelled = meeting.state.kind === 'cancelled';
  const state = ownSentence(shown);
  const first = outcome ?? state;
  const { description } = meeting;
  const words =
    description === undefined || short || isCancelled
      ? []
      : descriptionLines(shortenText(description, descriptionLength));
  const buttons = ownMeetingButtons(shown, surface, from);
  return card({
    fallbackText: `${first} ${meetingSentence(shown)}`,
    body: [
      // What just happened may name what people typed.
      ...(isCancelled && outcome === undefined
        ? cancelledElements(shown)
        : [literal([{ text: first, weight: 'Bolder', size: 'Medium' }]), ...reasonElements(shown)]),
      meetingHead(shown),
      ...(short || isCancelled ? [] : agendaElements(shown)),
      ...(isCancelled ? [] : [countElements(shown), ...ownElements(shown)]),
      ...(words.length === 0 ? [] : [section([text(texts.description, { weight: 'Bolder' }), ...words])]),
      ...(short ? [] : resultElements(shown, shortResults)),
      ...(buttons.length === 0 ? [] : [section(buttons)]),
    ],
    actions: from === undefined ? [] : [look(surface, meetingTexts.back, 'meeting.list', from)],
  });
}

/** What the viewer said, in one sentence. */
export function ownSentence(shown: ShownMeeting): string {
  const { rsvp, waitingPlace, memberId, mayAnswer } = shown.viewer;
  const phase = phaseOfShown(shown);
  if (phase === 'draft' || phase === 'cancelled') {
    return phase === 'draft' ? texts.draft : meetingTexts.cancelled;
  }
  if (phase === 'over') {
    return rsvp?.checkedInAt === undefined ? meetingTexts.over : texts.wasHere;
  }
  if (rsvp?.checkedInAt !== undefined) {
    return texts.here;
  }
  if (rsvp?.answer !== undefined) {
    return isWaiting(rsvp) && waitingPlace !== undefined
      ? texts.waitingPlace(waitingPlace, rsvp.guests)
      : texts.own(rsvp.answer, rsvp.guests);
  }
  if (memberId === undefined) {
    return texts.anonymous;
  }
  if (phase === 'on') {
    return mayAnswer ? texts.asked : texts.isOn;
  }
  return mayAnswer ? texts.asked : texts.noMoreAnswers;
}

function ownElements(shown: ShownMeeting): readonly Element[] {
  const { link } = shown.meeting.place;
  return [
    ...answerByElements(shown),
    ...(link !== undefined && takesPartOnline(shown)
      ? [literal([{ text: texts.linkLeadsTo(hostOf(link)), isSubtle: true, size: 'Small' }])]
      : []),
  ];
}
