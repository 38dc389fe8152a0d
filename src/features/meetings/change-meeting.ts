import type { MeetingId } from '../../domain/ids.ts';
import { toMeetingFormFields } from '../../domain/meetings/meeting-form.ts';
import type { MeetingFormFields, MeetingProblem, TypedMeeting } from '../../domain/meetings/meeting-form.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { changeMeeting as toChanged } from '../../domain/meetings/meeting-states.ts';
import type { ChangeMeetingOutcome } from '../../domain/meetings/meeting-states.ts';
import { isOver } from '../../domain/meetings/meeting-times.ts';
import type { Asker } from '../../domain/member.ts';
import { carryOutMeeting } from './carry-out-meeting.ts';
import type { CarryOutMeetingDeps } from './carry-out-meeting.ts';
import { checkTypedMeeting } from './check-typed-meeting.ts';
import type { CheckTypedDeps } from './check-typed-meeting.ts';
import { toMeetingForm } from './meeting-form-results.ts';
import type { InvalidMeeting } from './meeting-form-results.ts';
import { checkMeetingOrganiser } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';

export type ChangeMeetingResult =
  | { readonly kind: 'changed'; readonly tells: boolean }
  | { readonly kind: 'unchanged' }
  /** It is a draft still, which is changed in another way. */
  | { readonly kind: 'draft' }
  | { readonly kind: 'closed'; readonly meeting: Meeting }
  | InvalidMeeting
  | GoneMeeting
  | DeniedMeeting;

export interface ChangeMeetingRequest {
  readonly asker: Asker;
  readonly meetingId: MeetingId;
  /** The one whose words stood in the form. */
  readonly edition: number;
  readonly typed: TypedMeeting;
}

/** A published meeting says something else: its cards follow, and those who come are told. Nobody overwrites what they have not seen. */
export async function changeMeeting(
  deps: CheckTypedDeps & CarryOutMeetingDeps,
  request: ChangeMeetingRequest,
): Promise<ChangeMeetingResult> {
  const { asker, edition, typed } = request;
  const permission = await checkMeetingOrganiser(deps, request);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { meeting: before, memberId } = permission;
  if (before.state.kind === 'draft') {
    return { kind: 'draft' };
  }
  if (before.state.kind === 'cancelled' || isOver(before, deps.clock.now())) {
    return { kind: 'closed', meeting: before };
  }
  const result = await checkTypedMeeting(deps, asker, typed, before);
  if (result.kind === 'denied') {
    return result;
  }
  const { choices, checked } = result;
  const invalid = (
    at: number,
    problems: readonly MeetingProblem[],
    current?: MeetingFormFields,
  ): InvalidMeeting => ({
    kind: 'invalid',
    form: toMeetingForm(deps, {
      meetingId: before.id,
      edition: at,
      of: 'published',
      fields: checked.fields,
      problems,
      ...(current !== undefined && { current }),
      choices,
    }),
  });
  if (checked.kind === 'invalid') {
    return invalid(edition, checked.problems);
  }
  const now = deps.clock.now();
  let meeting = before;
  let outcome: ChangeMeetingOutcome = { kind: 'closed' };
  await deps.meetings.change(before.id, {}, now, (known) => {
    meeting = known.meeting;
    outcome = toChanged(meeting, checked.value, { by: memberId, now, edition });
    return outcome.kind === 'changed' ? outcome : undefined;
  });
  return finish(outcome);

  async function finish(decided: ChangeMeetingOutcome): Promise<ChangeMeetingResult> {
    switch (decided.kind) {
      case 'changed':
        await carryOutMeeting(deps, before.id);
        return { kind: 'changed', tells: decided.meeting.news.length > meeting.news.length };
      case 'unchanged':
        return decided;
      case 'closed':
        return { kind: 'closed', meeting };
      case 'outdated':
        return invalid(
          meeting.edition,
          [{ kind: 'outdated' }],
          toMeetingFormFields(meeting, choices.channels),
        );
      case 'too-few-seats':
        return invalid(edition, [{ kind: 'capacity-taken', number: decided.taken }]);
    }
  }
}
