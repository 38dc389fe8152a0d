import type { Deps } from '../../deps.ts';
import type { MemberId } from '../../domain/ids.ts';
import { whyClosed } from '../../domain/meetings/answer-meeting.ts';
import type { ClosedAnswer } from '../../domain/meetings/answer-meeting.ts';
import type { DetailFields, DetailsProblem } from '../../domain/meetings/answer-meeting-form.ts';
import { freeSeats } from '../../domain/meetings/free-seats.ts';
import { hasBegun } from '../../domain/meetings/meeting-times.ts';
import { hasSeat, isAmong } from '../../domain/meetings/rsvp.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import type { Asker } from '../../domain/member.ts';
import { checkMay } from '../members/check-may.ts';
import type { IdentifyAskerRequest } from '../members/identify-asker.ts';
import { findShownMeeting } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting, ShowMeetingDeps, ShownMeeting } from './meeting-results.ts';
import { isOthersDraft } from './respond-to-meeting.ts';
import type { AnswerRequest } from './respond-to-meeting.ts';

/** What is asked, with what stands in it. */
export interface DetailsForm {
  readonly shown: ShownMeeting;
  readonly fields: DetailFields;
  readonly problems: readonly DetailsProblem[];
  /** Seats for more guests; absent where there is no limit, or where they do not have a seat themselves. */
  readonly free?: number;
}

export interface UnansweredMeeting {
  readonly kind: 'unanswered';
}

export type OfferDetailsResult =
  | { readonly kind: 'offered'; readonly form: DetailsForm }
  | UnansweredMeeting
  | ClosedAnswer
  | GoneMeeting
  | DeniedMeeting;

/** "Angaben ergänzen": what somebody said already, and their name as Teams knows it, which is kept only if they save it. */
export async function offerAnswerDetails(
  deps: Pick<Deps, 'logger'> & ShowMeetingDeps,
  request: Pick<AnswerRequest, 'asker' | 'meetingId'> & Pick<IdentifyAskerRequest, 'roster'>,
): Promise<OfferDetailsResult> {
  const found = await findAnswered(deps, request);
  if (found.kind !== 'answered') {
    return found;
  }
  const { shown, rsvp } = found;
  const name = hasDetails(rsvp) ? rsvp.name : (await request.roster())?.name;
  const fields: DetailFields = {
    guests: rsvp.guests === 0 ? '' : String(rsvp.guests),
    name: name ?? '',
    answers: shown.meeting.questions.map(
      (question) => rsvp.details.find((one) => one.question === question)?.text ?? '',
    ),
  };
  return { kind: 'offered', form: toDetailsForm(shown, rsvp, { fields, problems: [] }) };
}

type FindAnsweredResult =
  | {
      readonly kind: 'answered';
      readonly shown: ShownMeeting;
      readonly memberId: MemberId;
      readonly rsvp: Rsvp;
    }
  | Exclude<OfferDetailsResult, { kind: 'offered' }>;

/** The asker's own answer, as long as something can be added to it. */
export async function findAnswered(
  deps: Pick<Deps, 'logger'> & ShowMeetingDeps,
  { asker, meetingId }: { readonly asker: Asker; readonly meetingId: ShownMeeting['meeting']['id'] },
): Promise<FindAnsweredResult> {
  const permission = checkMay(deps, 'meeting.denied', asker, {
    action: 'answer-meetings',
    subject: undefined,
  });
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const shown = await findShownMeeting(deps, asker, meetingId);
  if (shown === undefined || isOthersDraft(shown.meeting, memberId)) {
    return { kind: 'gone' };
  }
  const { meeting, now, viewer } = shown;
  const { rsvp } = viewer;
  const comes = rsvp !== undefined && isAmong(rsvp, 'concerned');
  const because = whyClosed({ meeting }, now);
  if (because !== undefined) {
    const mayDecline = because === 'too-late' && comes && !hasBegun(meeting, now);
    return { kind: 'closed', because, mayDecline, meeting };
  }
  return comes ? { kind: 'answered', shown, memberId, rsvp } : { kind: 'unanswered' };
}

export function toDetailsForm(
  shown: ShownMeeting,
  rsvp: Rsvp,
  { fields, problems }: Pick<DetailsForm, 'fields' | 'problems'>,
): DetailsForm {
  const { meeting, now } = shown;
  const isLimited = meeting.capacity !== undefined && hasSeat(rsvp);
  return {
    shown,
    fields,
    problems,
    ...(isLimited && { free: freeSeats(meeting, rsvp.communeId, now) }),
  };
}

/** Whether they saved something before; then an empty name is one that they did not want to give. */
function hasDetails({ guests, name, details }: Rsvp): boolean {
  return guests > 0 || name !== undefined || details.length > 0;
}
