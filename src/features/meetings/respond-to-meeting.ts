import type { Deps } from '../../deps.ts';
import type { MeetingId, MemberId } from '../../domain/ids.ts';
import { answerMeeting, waitingForAnswer } from '../../domain/meetings/answer-meeting.ts';
import type { AnswerMeetingOutcome, ClosedAnswer } from '../../domain/meetings/answer-meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { Rsvp, RsvpAnswer } from '../../domain/meetings/rsvp.ts';
import type { Asker } from '../../domain/member.ts';
import { checkMay } from '../members/check-may.ts';
import { carryOutMeeting } from './carry-out-meeting.ts';
import type { CarryOutMeetingDeps } from './carry-out-meeting.ts';
import { isShownElsewhere } from './find-own-card.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';

export type AnswerDeps = CarryOutMeetingDeps & Pick<Deps, 'broadcasts' | 'deliveries'>;

export interface AnswerRequest {
  readonly asker: Asker;
  readonly meetingId: MeetingId;
  /** Teams' id of the message in the asker's own chat whose place the answer takes; undefined for a press elsewhere. */
  readonly pressedOn?: string;
}

/** A meeting and what one member says about it. */
export interface OwnAnswer {
  readonly meeting: Meeting;
  readonly own: Rsvp;
  /** On the waiting list, from 1; absent for whoever does not wait. */
  readonly place?: number;
}

export type RespondToMeetingResult =
  | ({ readonly kind: 'recorded' | 'waiting' | 'already' } & OwnAnswer)
  | ClosedAnswer
  | GoneMeeting
  | DeniedMeeting;

/** Zusagen, Vielleicht, Absagen: the latest answer counts. Said again it changes nothing. */
export async function respondToMeeting(
  deps: AnswerDeps,
  request: AnswerRequest & { readonly answer: RsvpAnswer },
): Promise<RespondToMeetingResult> {
  const { asker, meetingId, answer } = request;
  const permission = checkMay(deps, 'meeting.denied', asker, {
    action: 'answer-meetings',
    subject: undefined,
  });
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const { communeId } = asker;
  const given = {
    memberId,
    ...(communeId !== undefined && { communeId }),
    answer,
    now: deps.clock.now(),
    isShownLate: await isShownElsewhere(deps, { meetingId, memberId }, request.pressedOn),
  };
  let outcome: AnswerMeetingOutcome | undefined;
  let before: Meeting | undefined;
  const about = { member: memberId, waiting: waitingForAnswer };
  await deps.meetings.change(meetingId, about, given.now, (known) => {
    before = known.meeting;
    outcome = answerMeeting(known, given);
    return 'rsvps' in outcome ? outcome : undefined;
  });
  if (outcome === undefined || isOthersDraft(outcome.meeting, memberId)) {
    return { kind: 'gone' };
  }
  switch (outcome.kind) {
    case 'closed':
      return outcome;
    case 'already':
      return withPlace(deps, outcome);
    case 'recorded':
    case 'waiting':
      await carryOutNew(deps, before, outcome.meeting);
      return outcome;
  }
}

export function isOthersDraft({ state, by }: Meeting, memberId: MemberId): boolean {
  return state.kind === 'draft' && by !== memberId;
}

/** Others got a seat by it: they are told at once. What else is still to be done is left to the job. */
export async function carryOutNew(
  deps: CarryOutMeetingDeps,
  before: Meeting | undefined,
  { id, undone }: Meeting,
): Promise<void> {
  if (undone.length > (before?.undone.length ?? 0)) {
    await carryOutMeeting(deps, id);
  }
}

/** Where somebody stands on the waiting list. */
export async function withPlace<Answer extends OwnAnswer>(
  { meetings }: Pick<Deps, 'meetings'>,
  answer: Answer,
): Promise<Answer> {
  const { waitingNumber } = answer.own;
  return waitingNumber === undefined
    ? answer
    : { ...answer, place: (await meetings.waitingBefore(answer.meeting.id, waitingNumber)) + 1 };
}
