import type { UserGroupId } from '../ids.ts';
import { when } from './check-meeting-form-parts.ts';
import type { CheckedPart } from './check-meeting-form-parts.ts';
import { noGroup, toChoices, toMeetingFormFields } from './meeting-form.ts';
import type { MeetingFormContext, TypedMeeting } from './meeting-form.ts';
import type { Invited, MeetingFields } from './meeting.ts';

export type MeetingFor = Pick<MeetingFields, 'userGroupId' | 'invited'>;

/** Whose meeting it is and who is invited. The invitations of a published one are out: both stay as they are. */
export function checkMeetingInvited(
  typed: TypedMeeting,
  context: MeetingFormContext,
): CheckedPart<MeetingFor> {
  const { published } = context;
  if (published !== undefined) {
    const { userGroupId, invited } = published;
    const { userGroup, people, channels } = toMeetingFormFields(published, context.channels);
    return {
      value: { ...(userGroupId !== undefined && { userGroupId }), invited },
      problems: [],
      fields: { userGroup, people, channels },
    };
  }
  const group = readGroup(typed.userGroup ?? '', context);
  const people = readPeople(typed.people ?? '', group);
  const channels = readChannels(typed.channels ?? '', group, context);
  const mayNot = people === 'everybody' && !context.everybody;
  return {
    value: {
      ...(group.kind === 'group' && { userGroupId: group.userGroupId }),
      invited: { people: people ?? 'nobody', channels: channels.value },
    },
    problems: [
      ...when(group.kind === 'missing', 'group-missing'),
      ...when(group.kind === 'gone', 'group-gone'),
      ...when(people === undefined, 'people-missing'),
      ...when(mayNot, 'people-own-group'),
      ...channels.problems,
    ],
    fields: {
      userGroup: group.kind === 'group' ? group.userGroupId : group.kind === 'everybody' ? noGroup : '',
      people: mayNot ? 'group' : (people ?? ''),
      ...channels.fields,
    },
  };
}

type Group =
  | { readonly kind: 'group'; readonly userGroupId: UserGroupId }
  | { readonly kind: 'everybody' | 'missing' | 'gone' };

/** Where there is but one choice, nothing needs to be chosen. */
function readGroup(typed: string, { everybody, userGroups }: MeetingFormContext): Group {
  const [only, ...others] = userGroups;
  if (typed === '') {
    if (only === undefined) {
      return { kind: everybody ? 'everybody' : 'missing' };
    }
    return others.length === 0 && !everybody ? { kind: 'group', userGroupId: only } : { kind: 'missing' };
  }
  if (typed === noGroup) {
    return { kind: everybody ? 'everybody' : 'gone' };
  }
  const chosen = userGroups.find((id) => id === typed);
  return chosen === undefined ? { kind: 'gone' } : { kind: 'group', userGroupId: chosen };
}

/** The members of the whole community are everybody. */
function readPeople(typed: string, group: Group): Invited['people'] | undefined {
  switch (typed) {
    case 'group':
      return group.kind === 'everybody' ? 'everybody' : 'group';
    case 'everybody':
    case 'nobody':
      return typed;
    default:
      return undefined;
  }
}

/** Those of the group and those of the community; for a meeting of the whole community any of them. */
function readChannels(
  typed: string,
  group: Group,
  { channels }: MeetingFormContext,
): CheckedPart<Invited['channels']> {
  const keys = toChoices(typed);
  const chosen = channels.filter(({ key }) => keys.includes(key));
  const ofOthers = chosen.filter(
    ({ userGroupId }) =>
      group.kind === 'group' && userGroupId !== undefined && userGroupId !== group.userGroupId,
  );
  return {
    value: chosen.map(({ conversationId }) => conversationId),
    problems: [
      ...when(chosen.length < keys.length, 'channels-gone'),
      ...when(ofOthers.length > 0, 'channels-other-group'),
    ],
    fields: { channels: chosen.map(({ key }) => key).join(',') },
  };
}
