import type { CardAction } from '../../cards/actions.ts';
import { meetingAnswerFormCard } from '../../cards/meetings/meeting-answer-form-card.ts';
import type { ClosedAnswer } from '../../domain/meetings/answer-meeting.ts';
import { hasFreeSeats } from '../../domain/meetings/free-seats.ts';
import { offerAnswerDetails } from '../../features/meetings/offer-answer-details.ts';
import { respondToMeeting } from '../../features/meetings/respond-to-meeting.ts';
import type { OwnAnswer } from '../../features/meetings/respond-to-meeting.ts';
import { saveAnswerDetails } from '../../features/meetings/save-answer-details.ts';
import type { SaveDetailsResult } from '../../features/meetings/save-answer-details.ts';
import { findWay } from '../../features/reach/find-way.ts';
import { memberTexts } from '../../texts/member-texts.ts';
import { meetingAnswerTexts as texts } from '../../texts/meetings/meeting-answer-texts.ts';
import type { WhyWaiting } from '../../texts/meetings/meeting-answer-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';
import { showMeeting } from './show-meeting.ts';

type Action = Extract<CardAction, { verb: `meeting.${'respond' | 'offerDetails' | 'saveDetails'}` }>;
type ActionOf<Verb extends Action['verb']> = Action & { readonly verb: Verb };

/** Zusagen, Vielleicht, Absagen, and what belongs to it. Where others see the card, whoever pressed reads a sentence. */
export async function toMeetingAnswerView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  switch (action.verb) {
    case 'meeting.respond':
      return respond(deps, turn, action);
    case 'meeting.offerDetails':
      return offer(deps, turn, action);
    case 'meeting.saveDetails':
      return save(deps, turn, action);
  }
}

async function respond(deps: ChatDeps, turn: Turn, action: ActionOf<'meeting.respond'>): Promise<View> {
  const result = await respondToMeeting(deps, { ...toRequest(turn, action), answer: action.answer });
  switch (result.kind) {
    case 'recorded':
      return showMeeting(deps, turn, action, toRecorded(turn, result));
    case 'waiting':
      return showMeeting(deps, turn, action, await toWaiting(deps, turn, result));
    case 'already':
      return showMeeting(deps, turn, action, texts.already(action.answer, result.place));
    case 'closed':
      return showMeeting(deps, turn, action, toClosed(result));
    case 'gone':
      return meetingTexts.gone;
    case 'denied':
      return meetingTexts.whyDenied(result.because);
  }
}

/** Who answers, and the message that the answer takes the place of. */
function toRequest({ asker, surface, messageId }: Turn, { meetingId }: Action) {
  const pressedOn = surface.shared ? undefined : (messageId ?? '');
  return { asker, meetingId, ...(pressedOn !== undefined && { pressedOn }) };
}

function toRecorded({ surface }: Turn, { meeting, own }: OwnAnswer): string {
  const { capacity, seats, mostGuests, questions } = meeting;
  const { answer = 'declined' } = own;
  switch (answer) {
    case 'declined':
      return texts.declined;
    case 'tentative':
      return texts.tentative(capacity !== undefined);
    case 'accepted': {
      const sentence = texts.accepted(seats.taken, capacity, own.guests);
      const [guests, asks] = [mostGuests > 0, questions.length > 0];
      return isSeenByAll(surface) && (guests || asks)
        ? `${sentence} ${texts.addDetails(guests, asks)}`
        : sentence;
    }
  }
}

async function toWaiting(
  deps: ChatDeps,
  { surface }: Turn,
  { meeting, own, place = 1 }: OwnAnswer,
): Promise<string> {
  const why: WhyWaiting = !hasFreeSeats(meeting) ? 'full' : own.guests > 0 ? 'guests' : 'reserved';
  const isReached = !surface.shared || (await findWay(deps, { memberId: own.memberId })).kind === 'open';
  return isReached ? texts.waiting(why, place, own.guests) : texts.waitingUnreached(why, place, own.guests);
}

function toClosed({ because, meeting, mayDecline }: ClosedAnswer): string {
  return texts.closed(because, meeting.respondBy, mayDecline);
}

async function offer(deps: ChatDeps, turn: Turn, action: ActionOf<'meeting.offerDetails'>): Promise<View> {
  const { asker, surface, roster } = turn;
  // The form names whoever opened it.
  if (isSeenByAll(surface)) {
    return memberTexts.personalOnly;
  }
  const result = await offerAnswerDetails(deps, { asker, meetingId: action.meetingId, roster });
  switch (result.kind) {
    case 'offered':
      return {
        title: texts.form.heading,
        card: meetingAnswerFormCard(result.form, surface, action.from),
      };
    case 'unanswered':
    case 'closed':
    case 'gone':
    case 'denied':
      return toRefused(deps, turn, action, result);
  }
}

async function save(deps: ChatDeps, turn: Turn, action: ActionOf<'meeting.saveDetails'>): Promise<View> {
  const { guests, name, answer1, answer2, answer3 } = action;
  const typed = {
    ...(guests !== undefined && { guests }),
    ...(name !== undefined && { name }),
    answers: [answer1, answer2, answer3],
  };
  const result = await saveAnswerDetails(deps, { ...toRequest(turn, action), typed });
  switch (result.kind) {
    case 'saved':
      return showMeeting(deps, turn, action, toSaved(result));
    case 'already':
      return showMeeting(deps, turn, action, texts.savedBefore);
    case 'invalid':
      return isSeenByAll(turn.surface)
        ? texts.invalidHere
        : {
            title: texts.form.heading,
            card: meetingAnswerFormCard(result.form, turn.surface, action.from),
          };
    case 'unanswered':
    case 'closed':
    case 'gone':
    case 'denied':
      return toRefused(deps, turn, action, result);
  }
}

function toSaved({ hasSeatNow, place }: SaveDetailsResult & { kind: 'saved' }): string {
  if (hasSeatNow) {
    return texts.savedWithSeat;
  }
  return place === undefined ? texts.saved : texts.savedWaiting(place);
}

async function toRefused(
  deps: ChatDeps,
  turn: Turn,
  action: Action,
  result: Extract<SaveDetailsResult, { kind: 'unanswered' | 'closed' | 'gone' | 'denied' }>,
): Promise<View> {
  switch (result.kind) {
    case 'unanswered':
      return showMeeting(deps, turn, action, texts.unanswered);
    case 'closed':
      return showMeeting(deps, turn, action, toClosed(result));
    case 'gone':
      return meetingTexts.gone;
    case 'denied':
      return meetingTexts.whyDenied(result.because);
  }
}
