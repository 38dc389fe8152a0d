import type { Deps } from '../../deps.ts';
import { findMeant, resolveAudience } from '../../domain/audience.ts';
import type { Audience, BroadcastPart, Meant, MeantMember, Way } from '../../domain/audience.ts';
import { objectIdOf } from '../../domain/ids.ts';
import type { ConversationId, MemberId } from '../../domain/ids.ts';
import type { Reference } from '../../domain/reach.ts';
import { isOptedOut } from '../../domain/subscription.ts';
import type { SubscriptionKind } from '../../domain/subscription.ts';
import { findPlace, listPlaces } from '../reach/find-way.ts';

export type GatherDeps = Pick<
  Deps,
  | 'clock'
  | 'follows'
  | 'isServiceAllowed'
  | 'meetings'
  | 'memberships'
  | 'members'
  | 'operator'
  | 'references'
  | 'rules'
  | 'subscriptions'
  | 'topicRequests'
  | 'userGroupChannels'
>;

export interface GatherOptions {
  /** What is to be sent; whoever wants none of it is not reached. Absent: only who stopped everything. */
  readonly kind?: SubscriptionKind | undefined;
}

/** From here on reading all that is kept is cheaper than reading what each one has. */
const many = 300;
const atOnce = 16;

/** Who is meant by an audience at this moment, and how each can be reached. */
export async function gatherAudience(
  deps: GatherDeps,
  parts: readonly BroadcastPart[],
  { kind }: GatherOptions = {},
): Promise<Audience> {
  const sources = await findSources(deps, parts);
  const meant = findMeant(parts, sources);
  const [ways, optedOut] = await Promise.all([findWays(deps, meant), findOptedOut(deps, meant.people, kind)]);
  return resolveAudience(parts, { ...sources, ways, optedOut });
}

async function findSources(deps: GatherDeps, parts: readonly BroadcastPart[]) {
  const groups = new Set(parts.flatMap((part) => (part.kind === 'user-group' ? [part.userGroupId] : [])));
  const withChannels = new Set(
    parts.flatMap((part) => (part.kind === 'user-group-channels' ? [part.userGroupId] : [])),
  );
  const followed = parts.flatMap((part) => (part.kind === 'followers' ? [part.useCaseId] : []));
  const topics = parts.flatMap((part) => (part.kind === 'topic-followers' ? [part.topicRequestId] : []));
  const meetings = parts.filter((part) => part.kind === 'meeting-participants');
  const [memberships, channels, followers, topicFollowers, participants, members] = await Promise.all([
    Promise.all([...groups].map((group) => deps.memberships.ofGroup(group))),
    Promise.all([...withChannels].map((group) => deps.userGroupChannels.ofGroup(group))),
    Promise.all(followed.map((useCase) => deps.follows.ofUseCase(useCase))),
    Promise.all(topics.map((topic) => deps.topicRequests.followersOf(topic))),
    Promise.all(meetings.map(({ meetingId, among }) => deps.meetings.participants(meetingId, among))),
    parts.some(meansMembers) ? listMembers(deps) : [],
  ]);
  return {
    members,
    memberships: memberships.flat(),
    channels: channels.flat(),
    followers: [
      ...followers.flat().map(({ memberId }) => memberId),
      ...topicFollowers.flat(),
      ...participants.flat(),
    ],
    communes: deps.operator.current().communes,
    isOrganiser: (member: MemberId) => deps.rules.organisers.has(objectIdOf(member)),
  };
}

/** Whether everybody must be looked through to find who is meant. */
function meansMembers({ kind }: BroadcastPart): boolean {
  return kind === 'all-members' || kind === 'role' || kind === 'district' || kind === 'commune';
}

/** Of many people little is kept: all of them stand in memory at once. */
async function listMembers({ members }: Pick<Deps, 'members'>): Promise<readonly MeantMember[]> {
  const all: MeantMember[] = [];
  for await (const { id, guest, communeId } of members.all()) {
    all.push({ id, guest, ...(communeId !== undefined && { communeId }) });
  }
  return all;
}

async function findWays(deps: GatherDeps, { people, channels }: Meant): Promise<readonly Way[]> {
  if (people.size + channels.size > many) {
    const ways: Way[] = [];
    for await (const reference of listPlaces(deps)) {
      const { memberId, conversationId } = reference;
      if (memberId === undefined ? channels.has(conversationId) : people.has(memberId)) {
        ways.push(toWay(reference));
      }
    }
    return ways;
  }
  const places: ({ memberId: MemberId } | { conversationId: ConversationId })[] = [
    ...[...people].map((memberId) => ({ memberId })),
    ...[...channels].map((conversationId) => ({ conversationId })),
  ];
  return found(places, (place) => findPlace(deps, place));
}

function toWay({ kind, memberId, conversationId, tenantId, seenAt, lost }: Reference): Way {
  const own = { ...(memberId !== undefined && { memberId }), ...(lost !== undefined && { lost }) };
  return { kind, conversationId, tenantId, seenAt, ...own };
}

async function findOptedOut(
  { subscriptions }: Pick<Deps, 'subscriptions'>,
  people: ReadonlySet<MemberId>,
  kind: SubscriptionKind | undefined,
): Promise<ReadonlySet<MemberId>> {
  const kept =
    people.size > many
      ? await Array.fromAsync(subscriptions.all())
      : await found([...people], (member) => subscriptions.find(member));
  return new Set(kept.filter((one) => isOptedOut(one, kind)).map(({ memberId }) => memberId));
}

/** What there is of each, a few looked up at a time. */
async function found<Key, Value>(
  keys: readonly Key[],
  find: (key: Key) => Promise<Value | undefined>,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  for (let start = 0; start < keys.length; start += atOnce) {
    const some = await Promise.all(keys.slice(start, start + atOnce).map(find));
    values.push(...some.filter((value) => value !== undefined));
  }
  return values;
}
