import type { Deps } from '../../deps.ts';
import { meetingId } from '../../domain/ids.ts';
import type { TopicRequestId, UserGroupId } from '../../domain/ids.ts';
import { emptyMeetingForm, noGroup } from '../../domain/meetings/meeting-form.ts';
import type { MeetingFormFields } from '../../domain/meetings/meeting-form.ts';
import type { Asker } from '../../domain/member.ts';
import { isOpenTopic } from '../../domain/topic-request.ts';
import { checkPlanner } from './check-typed-meeting.ts';
import type { CheckTypedDeps } from './check-typed-meeting.ts';
import type { MeetingChoices } from './find-meeting-choices.ts';
import { toMeetingForm } from './meeting-form-results.ts';
import type { MeetingForm } from './meeting-form-results.ts';
import type { DeniedMeeting } from './meeting-results.ts';

export type OfferMeetingFormResult = { readonly kind: 'offered'; readonly form: MeetingForm } | DeniedMeeting;

/** "Treffen planen": an empty form; of a group with its channels chosen, and opened from an open topic with that on its agenda. */
export async function offerMeetingForm(
  deps: CheckTypedDeps & Pick<Deps, 'ids'>,
  request: {
    readonly asker: Asker;
    readonly userGroupId?: UserGroupId;
    readonly topicRequestId?: TopicRequestId;
  },
): Promise<OfferMeetingFormResult> {
  const planner = await checkPlanner(deps, request.asker);
  if (planner.kind === 'denied') {
    return planner;
  }
  const { choices } = planner;
  const id = request.topicRequestId;
  const found = id === undefined ? undefined : deps.topicCatalogue.find(id);
  const topic = found !== undefined && isOpenTopic(found) ? found : undefined;
  const fields: MeetingFormFields = {
    ...emptyMeetingForm,
    ...chosenGroup(choices, request.userGroupId ?? topic?.userGroupId),
    ...(topic !== undefined && { topics: topic.id }),
  };
  return {
    kind: 'offered',
    form: toMeetingForm(deps, {
      meetingId: meetingId(deps.ids.next()),
      of: 'new',
      fields,
      problems: [],
      choices,
    }),
  };
}

/** Where there is but one choice, it is made. */
function chosenGroup(
  { everybody, userGroups, channels }: MeetingChoices,
  wanted: UserGroupId | undefined,
): Partial<MeetingFormFields> {
  const [first, ...others] = userGroups;
  const only = !everybody && others.length === 0 ? first : undefined;
  const group = userGroups.find(({ id }) => id === wanted) ?? only;
  if (group === undefined) {
    return everybody && userGroups.length === 0 ? { userGroup: noGroup, people: 'everybody' } : {};
  }
  const own = channels.filter(({ userGroupId }) => userGroupId === group.id);
  return { userGroup: group.id, channels: own.map(({ key }) => key).join(',') };
}
