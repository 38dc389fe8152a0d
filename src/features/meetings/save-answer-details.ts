import { checkDetails } from '../../domain/meetings/answer-meeting-form.ts';
import type { TypedDetails } from '../../domain/meetings/answer-meeting-form.ts';
import { takeDetails } from '../../domain/meetings/answer-meeting-details.ts';
import type { TakeDetailsOutcome } from '../../domain/meetings/answer-meeting-details.ts';
import { waitingForAnswer } from '../../domain/meetings/answer-meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { hasSeat, isWaiting } from '../../domain/meetings/rsvp.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import { isShownElsewhere } from './find-own-card.ts';
import type { ShowMeetingDeps } from './meeting-results.ts';
import { findAnswered, toDetailsForm } from './offer-answer-details.ts';
import type { DetailsForm, OfferDetailsResult } from './offer-answer-details.ts';
import { carryOutNew, withPlace } from './respond-to-meeting.ts';
import type { AnswerDeps, AnswerRequest, OwnAnswer } from './respond-to-meeting.ts';

export type SaveDetailsResult =
  /** `hasSeatNow`: fewer guests, and so there is room for them. */
  | ({ readonly kind: 'saved'; readonly hasSeatNow: boolean } & OwnAnswer)
  | ({ readonly kind: 'already' } & OwnAnswer)
  /** Something is wrong with it, or there is no room for so many guests: nothing was saved. */
  | { readonly kind: 'invalid'; readonly form: DetailsForm }
  | Exclude<OfferDetailsResult, { kind: 'offered' }>;

/** Keeps guests, answers to the organisers' questions, and the name where one is given. */
export async function saveAnswerDetails(
  deps: AnswerDeps & ShowMeetingDeps,
  request: AnswerRequest & { readonly typed: TypedDetails },
): Promise<SaveDetailsResult> {
  const found = await findAnswered(deps, request);
  if (found.kind !== 'answered') {
    return found;
  }
  const { meetingId } = request;
  const { shown, memberId } = found;
  const checked = checkDetails(request.typed, shown.meeting);
  const { fields } = checked;
  if (checked.kind === 'invalid') {
    const { problems } = checked;
    return { kind: 'invalid', form: toDetailsForm(shown, found.rsvp, { fields, problems }) };
  }
  const { details } = checked;
  const now = deps.clock.now();
  const isShownLate = await isShownElsewhere(deps, { meetingId, memberId }, request.pressedOn);
  let before: { readonly meeting: Meeting; readonly rsvp?: Rsvp } | undefined;
  let outcome: TakeDetailsOutcome | undefined;
  const about = { member: memberId, waiting: waitingForAnswer };
  await deps.meetings.change(meetingId, about, now, (known) => {
    before = known;
    outcome = takeDetails(known, details, { now, isShownLate });
    return outcome.kind === 'saved' ? outcome : undefined;
  });
  switch (outcome?.kind) {
    case undefined:
      return { kind: 'gone' };
    case 'closed':
      return outcome;
    case 'unanswered':
      return { kind: 'unanswered' };
    case 'already':
      return withPlace(deps, outcome);
    case 'no-room': {
      const { meeting, own, problem } = outcome;
      const form = toDetailsForm({ ...shown, meeting }, own, { fields, problems: [problem] });
      return { kind: 'invalid', form };
    }
    case 'saved': {
      await carryOutNew(deps, before?.meeting, outcome.meeting);
      const { meeting, own } = outcome;
      const waited = before?.rsvp !== undefined && isWaiting(before.rsvp);
      const hasSeatNow = waited && hasSeat(own);
      return { kind: 'saved', hasSeatNow, ...(await withPlace(deps, { meeting, own })) };
    }
  }
}
