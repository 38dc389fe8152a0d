import type { Deps } from '../../deps.ts';
import type { MemberId } from '../../domain/ids.ts';
import { userGroupId } from '../../domain/ids.ts';
import { checkMeetingForm } from '../../domain/meetings/check-meeting-form.ts';
import { noGroup } from '../../domain/meetings/meeting-form.ts';
import type { MeetingFormFields, MeetingProblem, TypedMeeting } from '../../domain/meetings/meeting-form.ts';
import type { Meeting, MeetingFields } from '../../domain/meetings/meeting.ts';
import type { Asker } from '../../domain/member.ts';
import type { CheckedForm } from '../../domain/topic-decision.ts';
import { checkMay } from '../members/check-may.ts';
import { findMeetingChoices, toFormContext } from './find-meeting-choices.ts';
import type { ChoicesDeps, MeetingChoices } from './find-meeting-choices.ts';
import type { DeniedMeeting } from './meeting-results.ts';

export type CheckTypedDeps = ChoicesDeps & Pick<Deps, 'logger'>;

/** Whether somebody organises anything; or why not, which is logged. */
export async function checkPlanner(
  deps: Pick<Deps, 'logger' | 'userGroupChannels' | 'userGroups'>,
  asker: Asker,
): Promise<
  { readonly kind: 'allowed'; readonly memberId: MemberId; readonly choices: MeetingChoices } | DeniedMeeting
> {
  const choices = await findMeetingChoices(deps, asker);
  const [subject] = choices.userGroups;
  const permission = checkMay(deps, 'meeting.denied', asker, { action: 'organise-meetings', subject });
  return permission.kind === 'denied' ? permission : { ...permission, choices };
}

/**
 * What was typed about a new meeting or about `before`, checked against what its author may do: nobody plans for a group that they do not
 * organise, nor for the whole community without organising it.
 */
export async function checkTypedMeeting(
  deps: CheckTypedDeps,
  asker: Asker,
  typed: TypedMeeting,
  before?: Meeting,
): Promise<
  | {
      readonly kind: 'checked';
      readonly memberId: MemberId;
      readonly choices: MeetingChoices;
      readonly checked: Checked;
    }
  | DeniedMeeting
> {
  const planner = await checkPlanner(deps, asker);
  if (planner.kind === 'denied') {
    return planner;
  }
  const isPublished = before !== undefined && before.state.kind !== 'draft';
  const permission = isPublished ? planner : await checkGroup(deps, asker, typed);
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId, choices } = planner;
  const checked = checkMeetingForm(typed, toFormContext(deps, choices, before));
  return { kind: 'checked', memberId, choices, checked };
}

type Checked = CheckedForm<MeetingFields, MeetingFormFields, MeetingProblem>;

/** One that does not exist is wrong, not forbidden. */
async function checkGroup(
  deps: Pick<Deps, 'logger' | 'userGroups'>,
  asker: Asker,
  { userGroup = '' }: TypedMeeting,
): Promise<{ readonly kind: 'allowed' } | DeniedMeeting> {
  if (userGroup === '') {
    return { kind: 'allowed' };
  }
  const subject =
    userGroup === noGroup ? undefined : (await deps.userGroups.find(userGroupId(userGroup)))?.value;
  return userGroup !== noGroup && subject === undefined
    ? { kind: 'allowed' }
    : checkMay(deps, 'meeting.denied', asker, { action: 'organise-meetings', subject });
}
