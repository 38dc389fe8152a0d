import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, MemberId, TopicRequestId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { waitsForNext } from '../../domain/topic-collection.ts';
import { isOnlyTheirs } from '../../domain/topic-states.ts';
import type { Participation, TopicComment, TopicOffer, TopicRequest } from '../../domain/topic-request.ts';
import type { UserGroup } from '../../domain/user-group.ts';

/** There is none, or its author took it back. */
export interface GoneTopic {
  readonly kind: 'gone';
}

export interface DeniedTopic {
  readonly kind: 'denied';
  readonly because: 'anonymous' | 'guest' | 'not-organiser';
}

/** What happened to a request, and how it is now. */
export interface TopicDone<Kind extends string> {
  readonly kind: Kind;
  readonly shown: ShownTopic;
}

/** A request as one person sees it. */
export interface ShownTopic {
  readonly request: TopicRequest;
  /** Absent: of the whole community, or the group is gone. */
  readonly userGroup?: UserGroup;
  /** It was proposed after the last day of the group's collection. */
  readonly waits: boolean;
  /** Of a merged one: where its votes count in the end. */
  readonly into?: TopicRequest;
  /** The earliest first. */
  readonly comments: readonly TopicComment[];
  /** Who can report on it, the earliest first. */
  readonly offers: readonly ShownOffer[];
  readonly communes: ReadonlyMap<CommuneId, Commune>;
  /** Who looks: never for a card that others see. */
  readonly viewer: TopicViewer;
}

export interface ShownOffer extends TopicOffer {
  readonly memberId: MemberId;
}

export interface TopicViewer {
  readonly memberId?: MemberId;
  /** May propose, vote and comment. */
  readonly takesPart: boolean;
  readonly voted: boolean;
  readonly follows: boolean;
  readonly offers: boolean;
  readonly isAuthor: boolean;
  readonly organises: boolean;
  /** Organisers always, its author as long as nobody else has to do with it. */
  readonly mayEdit: boolean;
  /** Its author, as long as nobody else has to do with it. */
  readonly mayRemove: boolean;
}

/** Who may do it, by their account; or why not, which is logged. */
export function checkMember(
  { logger }: Pick<Deps, 'logger'>,
  asker: Asker,
  action: 'take-part-in-topics' | 'organise-topics' | 'see-demand',
  userGroup?: UserGroup,
): { readonly kind: 'allowed'; readonly memberId: MemberId } | DeniedTopic {
  const permission = may(asker, action, userGroup);
  const { memberId } = asker;
  if (permission.kind === 'allowed' && memberId !== undefined) {
    return { kind: 'allowed', memberId };
  }
  const why = permission.kind === 'denied' ? permission.because : 'anonymous';
  const because = why === 'anonymous' || why === 'guest' ? why : 'not-organiser';
  logger.warn('topic.denied', { action, because });
  return { kind: 'denied', because };
}

/** The group that a request belongs to; none when that is archived. */
export async function findGroupOf(
  { userGroups }: Pick<Deps, 'userGroups'>,
  { userGroupId }: Pick<TopicRequest, 'userGroupId'>,
): Promise<UserGroup | undefined> {
  const group = userGroupId === undefined ? undefined : (await userGroups.find(userGroupId))?.value;
  return group?.archivedAt === undefined ? group : undefined;
}

export type ShowTopicDeps = Pick<Deps, 'clock' | 'operator' | 'topicRequests' | 'userGroups'>;

/** Everything about a request, as it is stored at this moment. */
export async function findShown(
  deps: ShowTopicDeps,
  asker: Asker,
  id: TopicRequestId,
): Promise<ShownTopic | undefined> {
  const request = await deps.topicRequests.find(id);
  if (request === undefined) {
    return undefined;
  }
  const [participations, comments, userGroup, into] = await Promise.all([
    Array.fromAsync(deps.topicRequests.participations(id)),
    deps.topicRequests.comments(id),
    findGroupOf(deps, request),
    findEnd(deps, request),
  ]);
  return {
    request,
    ...(userGroup !== undefined && { userGroup }),
    waits: waitsForNext(request, userGroup?.topics, deps.clock.now()),
    ...(into !== undefined && { into }),
    comments,
    offers: participations
      .flatMap(({ memberId, offer }) => (offer === undefined ? [] : [{ ...offer, memberId }]))
      .toSorted((one, other) => one.at - other.at),
    communes: deps.operator.current().communes,
    viewer: toViewer(asker, request, participations, userGroup),
  };
}

function toViewer(
  asker: Asker,
  request: TopicRequest,
  participations: readonly Participation[],
  userGroup: UserGroup | undefined,
): TopicViewer {
  const { memberId } = asker;
  const own = participations.find((one) => memberId !== undefined && one.memberId === memberId);
  const takesPart = may(asker, 'take-part-in-topics').kind === 'allowed';
  const organises = may(asker, 'organise-topics', userGroup).kind === 'allowed';
  const isAuthor = takesPart && memberId !== undefined && request.by === memberId;
  const mayRemove = isAuthor && isOnlyTheirs(request, participations);
  return {
    ...(memberId !== undefined && { memberId }),
    takesPart,
    voted: own?.votedAt !== undefined,
    follows: own?.followsSince !== undefined,
    offers: own?.offer !== undefined,
    isAuthor,
    organises,
    mayEdit: organises || mayRemove,
    mayRemove,
  };
}

/** As long a chain of merged requests as anybody makes; and no circle, should there ever be one. */
const longestChain = 20;

/** Where a merged request leads in the end. */
export async function findEnd(
  { topicRequests }: Pick<Deps, 'topicRequests'>,
  request: TopicRequest,
): Promise<TopicRequest | undefined> {
  let end: TopicRequest | undefined;
  let { state } = request;
  for (let step = 0; step < longestChain && state.kind === 'merged'; step += 1) {
    end = await topicRequests.find(state.into);
    if (end === undefined) {
      return undefined;
    }
    ({ state } = end);
  }
  return end;
}
