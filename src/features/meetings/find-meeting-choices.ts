import type { Deps } from '../../deps.ts';
import { topicRequestId } from '../../domain/ids.ts';
import type { TopicRequestId, UserGroupId } from '../../domain/ids.ts';
import { noGroup, toChoices } from '../../domain/meetings/meeting-form.ts';
import type {
  MeetingChannel,
  MeetingFormContext,
  MeetingFormFields,
} from '../../domain/meetings/meeting-form.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { isOpenTopic } from '../../domain/topic-request.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import type { CommunityChannel, UserGroup } from '../../domain/user-group.ts';
import { hashedId } from '../../store/hashed-id.ts';
import { selectTopics } from '../topics/list-topics.ts';
import { listOpenGroups } from '../user-groups/list-open-groups.ts';

/** A channel to choose, as its group and Teams call it. */
export interface OfferedChannel extends MeetingChannel {
  readonly name?: string;
  readonly userGroup?: UserGroup;
}

/** What somebody may choose for a meeting. */
export interface MeetingChoices {
  readonly everybody: boolean;
  /** That they organise, by name. */
  readonly userGroups: readonly UserGroup[];
  /** Of the community first, then by the names of the groups. */
  readonly channels: readonly OfferedChannel[];
}

export type ChoicesDeps = Pick<
  Deps,
  'clock' | 'operator' | 'topicCatalogue' | 'userGroupChannels' | 'userGroups'
>;

/** Whose meetings somebody may plan at this moment, and where these can be announced. */
export async function findMeetingChoices(
  deps: Pick<Deps, 'userGroupChannels' | 'userGroups'>,
  asker: Asker,
): Promise<MeetingChoices> {
  const everybody = may(asker, 'organise-meetings').kind === 'allowed';
  const userGroups = (await listOpenGroups(deps)).filter(
    (group) => may(asker, 'organise-meetings', group).kind === 'allowed',
  );
  const [community, ofGroups] = await Promise.all([
    everybody ? deps.userGroupChannels.ofCommunity() : [],
    Promise.all(userGroups.map(({ id }) => deps.userGroupChannels.ofGroup(id))),
  ]);
  const channels = [
    ...community.map((channel) => toOffered(channel, undefined)),
    ...userGroups.flatMap((group, index) => (ofGroups[index] ?? []).map((one) => toOffered(one, group))),
  ];
  return { everybody, userGroups, channels };
}

function toOffered(
  { conversationId, name }: CommunityChannel,
  userGroup: UserGroup | undefined,
): OfferedChannel {
  return {
    key: hashedId(conversationId),
    conversationId,
    ...(name !== undefined && { name }),
    ...(userGroup !== undefined && { userGroup, userGroupId: userGroup.id }),
  };
}

/** What a form of theirs is checked against. */
export function toFormContext(
  { clock, operator, topicCatalogue }: Pick<Deps, 'clock' | 'operator' | 'topicCatalogue'>,
  choices: MeetingChoices,
  before: Meeting | undefined,
): MeetingFormContext {
  const { everybody, userGroups, channels } = choices;
  const agenda = new Set<string>(before?.topics);
  return {
    now: clock.now(),
    communes: operator.current().communes.size,
    everybody,
    userGroups: userGroups.map(({ id }) => id),
    channels,
    mayBeOnAgenda: (key, userGroup) => {
      const topic = topicCatalogue.find(topicRequestId(key));
      return topic !== undefined && (agenda.has(key) || isFit(topic, userGroup, everybody));
    },
    ...(before !== undefined && before.state.kind !== 'draft' && { published: before }),
  };
}

/** Open ones of the group or of the whole community; who organises the community may take one of any group. */
function isFit(topic: TopicRequest, userGroup: UserGroupId | undefined, everybody: boolean): boolean {
  const { userGroupId } = topic;
  return isOpenTopic(topic) && (everybody || userGroupId === undefined || userGroupId === userGroup);
}

/** As many topics are offered. */
const mostOffered = 25;

/** Those that are chosen, then the open ones with the most votes, of the chosen group and of the whole community. */
export function findTopicChoices(
  { topicCatalogue }: Pick<Deps, 'topicCatalogue'>,
  fields: Pick<MeetingFormFields, 'topics' | 'userGroup'>,
  { everybody, userGroups }: MeetingChoices,
): readonly TopicRequest[] {
  const chosen = toChoices(fields.topics)
    .map((key) => topicCatalogue.find(topicRequestId(key)))
    .filter((topic) => topic !== undefined);
  const known = new Set<TopicRequestId>(chosen.map(({ id }) => id));
  const groups = new Set<UserGroupId>(userGroups.map(({ id }) => id));
  const isOffered = ({ id, userGroupId }: TopicRequest): boolean =>
    !known.has(id) &&
    (userGroupId === undefined ||
      (fields.userGroup === ''
        ? groups.has(userGroupId)
        : userGroupId === fields.userGroup || (fields.userGroup === noGroup && everybody)));
  const all = selectTopics(topicCatalogue.all(), 'votes', { memberId: undefined, taken: new Set() });
  return [...chosen, ...all.filter(isOffered)].slice(0, Math.max(mostOffered, chosen.length));
}
