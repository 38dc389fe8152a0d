import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, MemberId, TopicRequestId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { waitsForNext } from '../../domain/topic-collection.ts';
import { isOnlyTheirs } from '../../domain/topic-states.ts';
import type { Participation, TopicComment, TopicOffer, TopicRequest } from '../../domain/topic-request.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { checkMay } from '../members/check-may.ts';

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
  /** Who can report on it, or on one that was merged into it; each person once, the earliest first. */
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
  deps: Pick<Deps, 'logger'>,
  asker: Asker,
  action: 'take-part-in-topics' | 'organise-topics' | 'see-demand',
  userGroup?: UserGroup,
): { readonly kind: 'allowed'; readonly memberId: MemberId } | DeniedTopic {
  return checkMay(deps, 'topic.denied', asker, { action, subject: userGroup });
}

/** The group that a request belongs to; none when that is archived. */
export async function findGroupOf(
  { userGroups }: Pick<Deps, 'userGroups'>,
  { userGroupId }: Pick<TopicRequest, 'userGroupId'>,
): Promise<UserGroup | undefined> {
  const group = userGroupId === undefined ? undefined : (await userGroups.find(userGroupId))?.value;
  return group?.archivedAt === undefined ? group : undefined;
}

export type ShowTopicDeps = Pick<
  Deps,
  'clock' | 'operator' | 'topicCatalogue' | 'topicRequests' | 'userGroups'
>;

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
  const { memberId } = asker;
  const [own, isOnly, offers, offersOfMerged, comments, userGroup, into] = await Promise.all([
    memberId === undefined ? undefined : deps.topicRequests.findParticipation(id, memberId),
    isViewersOnly(deps, asker, request),
    deps.topicRequests.offers(id),
    findOffersOfMerged(deps, id),
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
    offers: joinOffers(toOffers(offers), offersOfMerged),
    communes: deps.operator.current().communes,
    viewer: toViewer(asker, request, { own, isOnly }, userGroup),
  };
}

function toOffers(participations: readonly Participation[]): readonly ShownOffer[] {
  return participations.flatMap(({ memberId, offer }) =>
    offer === undefined ? [] : [{ ...offer, memberId }],
  );
}

/** Of somebody who offers it in both places, what they say here. */
function joinOffers(own: readonly ShownOffer[], ofMerged: readonly ShownOffer[]): readonly ShownOffer[] {
  const byMember = new Map([...ofMerged, ...own].map((offer) => [offer.memberId, offer]));
  return [...byMember.values()].toSorted((one, other) => one.at - other.at);
}

/** They stay where they were made, so that a restored request has them again. */
async function findOffersOfMerged(
  { topicCatalogue, topicRequests }: Pick<Deps, 'topicCatalogue' | 'topicRequests'>,
  id: TopicRequestId,
): Promise<readonly ShownOffer[]> {
  const merged = new Set<TopicRequestId>();
  for (const ends = [id]; ends.length > 0;) {
    const end = ends.pop();
    for (const { id: source, state } of topicCatalogue.all()) {
      if (state.kind === 'merged' && state.into === end && source !== id && !merged.has(source)) {
        merged.add(source);
        ends.push(source);
      }
    }
  }
  const all = await Promise.all([...merged].map((source) => topicRequests.offers(source)));
  return toOffers(all.flat());
}

/** See `isOnlyTheirs`; for anybody but its author it is not, and nothing is read. */
async function isViewersOnly(
  { topicRequests }: Pick<Deps, 'topicRequests'>,
  { memberId }: Asker,
  request: TopicRequest,
): Promise<boolean> {
  if (memberId === undefined || request.by !== memberId || request.votes > 1) {
    return false;
  }
  return isOnlyTheirs(request, await Array.fromAsync(topicRequests.participations(request.id)));
}

function toViewer(
  asker: Asker,
  request: TopicRequest,
  { own, isOnly }: { readonly own: Participation | undefined; readonly isOnly: boolean },
  userGroup: UserGroup | undefined,
): TopicViewer {
  const { memberId } = asker;
  const takesPart = may(asker, 'take-part-in-topics').kind === 'allowed';
  const organises = may(asker, 'organise-topics', userGroup).kind === 'allowed';
  const isAuthor = takesPart && memberId !== undefined && request.by === memberId;
  const mayRemove = isAuthor && isOnly;
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
