import type { Commune } from './commune.ts';
import type {
  CommuneId,
  ConversationId,
  MeetingId,
  MemberId,
  TopicRequestId,
  UseCaseId,
  UserGroupId,
} from './ids.ts';
import type { ParticipantKind } from './meetings/rsvp.ts';
import type { Member, Role } from './member.ts';
import type { NotReached, Reference, Unreachable } from './reach.ts';
import type { Membership, UserGroupChannel } from './user-group.ts';

/** One part of an audience. People and channels are parts of their own: who wants both names both. */
export type AudiencePart =
  | { readonly kind: 'user-group'; readonly userGroupId: UserGroupId }
  /** Every channel and group chat of a user group. */
  | { readonly kind: 'user-group-channels'; readonly userGroupId: UserGroupId }
  | { readonly kind: 'channel'; readonly conversationId: ConversationId }
  /** Members of every commune of a district, the district's own administration included. */
  | { readonly kind: 'district'; readonly districtKey: string }
  | { readonly kind: 'commune'; readonly communeId: CommuneId }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'all-members' };

/** Whom a broadcast is for: what organisers may choose, and what follows from what it is about. */
export type BroadcastPart =
  | AudiencePart
  | { readonly kind: 'member'; readonly memberId: MemberId }
  /** Everybody who follows a use case. */
  | { readonly kind: 'followers'; readonly useCaseId: UseCaseId }
  | { readonly kind: 'topic-followers'; readonly topicRequestId: TopicRequestId }
  | {
      readonly kind: 'meeting-participants';
      readonly meetingId: MeetingId;
      readonly among: ParticipantKind;
    };

/** As much of a member as says whether they are meant: a community has many. */
export type MeantMember = Pick<Member, 'id' | 'guest' | 'communeId'>;

/** As much of a reference as says whether the place can be reached. */
export type Way = Pick<Reference, 'kind' | 'memberId' | 'conversationId' | 'tenantId' | 'seenAt' | 'lost'>;

/** What it is looked up in who is meant. */
export interface MeantSources {
  readonly members: Iterable<MeantMember>;
  readonly memberships: Iterable<Membership>;
  /** Of the use cases and topic requests whose followers are meant, and of the meetings whose participants are. */
  readonly followers: Iterable<MemberId>;
  readonly channels: Iterable<UserGroupChannel>;
  readonly communes: ReadonlyMap<CommuneId, Commune>;
  /** Members with the role of an organiser. */
  readonly isOrganiser: (member: MemberId) => boolean;
}

/** What an audience is looked up in, as it is at this moment. */
export interface AudienceSources extends MeantSources {
  readonly ways: Iterable<Way>;
  /** Members who want nothing of the kind that is to be sent. */
  readonly optedOut: ReadonlySet<MemberId>;
}

/** Everybody and everything that is meant, before it is known who can be reached. */
export interface Meant {
  readonly people: ReadonlySet<MemberId>;
  readonly channels: ReadonlySet<ConversationId>;
  readonly guests: number;
}

/** Everybody and everything that is meant, each exactly once, in the order of their ids. */
export interface Audience {
  readonly recipients: readonly { readonly memberId: MemberId; readonly way: Way }[];
  /** "Nicht erreichbar": meant, but nothing can be sent to them, or they do not want it. */
  readonly unreachable: readonly { readonly memberId: MemberId; readonly because: NotReached }[];
  readonly channels: readonly { readonly conversationId: ConversationId; readonly way: Way }[];
  readonly unreachableChannels: readonly {
    readonly conversationId: ConversationId;
    readonly because: Unreachable;
  }[];
  /** Guests of a tenant are no members: in a district, a commune or among all they are not meant, only counted. */
  readonly guests: number;
}

/** Resolves an audience. Pure: the same sources give the same audience, in whatever order they are given. */
export function resolveAudience(parts: readonly BroadcastPart[], sources: AudienceSources): Audience {
  const { people, channels, guests } = findMeant(parts, sources);
  const ways = [...sources.ways];
  const ofMembers = bestOf(
    ways.filter(({ kind }) => kind === 'personal'),
    (one) => one.memberId,
  );
  const ofPlaces = bestOf(
    ways.filter(({ kind }) => kind !== 'personal'),
    (one) => one.conversationId,
  );
  const { reached, lost } = split(
    [...people].filter((one) => !sources.optedOut.has(one)),
    ofMembers,
  );
  const unwilling = [...people].filter((one) => sources.optedOut.has(one));
  const { reached: reachedChannels, lost: lostChannels } = split([...channels], ofPlaces);
  return {
    recipients: reached.map(({ id, way }) => ({ memberId: id, way })),
    unreachable: [
      ...lost.map(({ id, because }) => ({ memberId: id, because })),
      ...unwilling.map((memberId) => ({ memberId, because: 'opted-out' as const })),
    ].sort((one, other) => (one.memberId < other.memberId ? -1 : 1)),
    channels: reachedChannels.map(({ id, way }) => ({ conversationId: id, way })),
    unreachableChannels: lostChannels.map(({ id, because }) => ({ conversationId: id, because })),
    guests,
  };
}

/** Who and what is meant, each once, whether it can be reached or not. Pure. */
export function findMeant(parts: readonly BroadcastPart[], sources: MeantSources): Meant {
  return { ...peopleMeant(parts, sources), channels: channelsMeant(parts, sources) };
}

function peopleMeant(
  parts: readonly BroadcastPart[],
  { members, memberships, followers, communes, isOrganiser }: MeantSources,
): Omit<Meant, 'channels'> {
  const groups = new Set(parts.flatMap((part) => (part.kind === 'user-group' ? [part.userGroupId] : [])));
  const people = new Set<MemberId>(followers);
  for (const part of parts) {
    if (part.kind === 'member') {
      people.add(part.memberId);
    }
  }
  for (const { userGroupId, memberId } of memberships) {
    if (groups.has(userGroupId)) {
      people.add(memberId);
    }
  }
  const guests = new Set<MemberId>();
  for (const member of members) {
    const role = isOrganiser(member.id) ? 'organiser' : 'member';
    const commune = member.communeId === undefined ? undefined : communes.get(member.communeId);
    if (!parts.some((part) => means(part, { role, communeId: member.communeId, commune }))) {
      continue;
    }
    if (member.guest) {
      guests.add(member.id);
    } else {
      people.add(member.id);
    }
  }
  // A guest who joined a group while they were a member is meant by it.
  return { people, guests: [...guests].filter((guest) => !people.has(guest)).length };
}

interface Traits {
  readonly role: Role;
  readonly communeId: CommuneId | undefined;
  readonly commune: Commune | undefined;
}

function means(part: BroadcastPart, { role, communeId, commune }: Traits): boolean {
  switch (part.kind) {
    case 'all-members':
      return true;
    case 'role':
      return part.role === role;
    case 'commune':
      return part.communeId === communeId;
    case 'district':
      return part.districtKey === commune?.districtKey;
    case 'user-group':
    case 'user-group-channels':
    case 'channel':
    case 'member':
    case 'followers':
    case 'topic-followers':
    case 'meeting-participants':
      return false;
  }
}

function channelsMeant(
  parts: readonly BroadcastPart[],
  { channels }: MeantSources,
): ReadonlySet<ConversationId> {
  const meant = new Set(parts.flatMap((part) => (part.kind === 'channel' ? [part.conversationId] : [])));
  const groups = new Set(
    parts.flatMap((part) => (part.kind === 'user-group-channels' ? [part.userGroupId] : [])),
  );
  for (const { conversationId, userGroupId } of channels) {
    if (groups.has(userGroupId)) {
      meant.add(conversationId);
    }
  }
  return meant;
}

/** The way to use to each: one that is not lost before one that is, then the one seen last. */
function bestOf<Id extends string>(
  ways: readonly Way[],
  idOf: (way: Way) => Id | undefined,
): ReadonlyMap<Id, Way> {
  const best = new Map<Id, Way>();
  for (const way of ways) {
    const id = idOf(way);
    const known = id === undefined ? undefined : best.get(id);
    if (id !== undefined && (known === undefined || isBetter(way, known))) {
      best.set(id, way);
    }
  }
  return best;
}

function isBetter(one: Way, other: Way): boolean {
  if ((one.lost === undefined) !== (other.lost === undefined)) {
    return one.lost === undefined;
  }
  return one.seenAt === other.seenAt
    ? JSON.stringify(one) < JSON.stringify(other)
    : one.seenAt > other.seenAt;
}

interface Split<Id> {
  readonly reached: readonly { readonly id: Id; readonly way: Way }[];
  readonly lost: readonly { readonly id: Id; readonly because: Unreachable }[];
}

function split<Id extends string>(meant: readonly Id[], ways: ReadonlyMap<Id, Way>): Split<Id> {
  const reached: { id: Id; way: Way }[] = [];
  const lost: { id: Id; because: Unreachable }[] = [];
  for (const id of meant.toSorted()) {
    const way = ways.get(id);
    if (way === undefined) {
      lost.push({ id, because: 'never-met' });
    } else if (way.lost === undefined) {
      reached.push({ id, way });
    } else {
      lost.push({ id, because: way.lost.because });
    }
  }
  return { reached, lost };
}
