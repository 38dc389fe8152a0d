import type { Deps } from '../../deps.ts';
import type { MemberId, UserGroupId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { waitsForNext } from '../../domain/topic-collection.ts';
import { isOpenTopic } from '../../domain/topic-request.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import type { TopicView } from '../../domain/topic-view.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { listOpenGroups } from '../user-groups/list-open-groups.ts';

export interface ListedTopic {
  readonly request: TopicRequest;
  readonly userGroup?: UserGroup;
  /** It was proposed after the last day of the group's collection. */
  readonly waits: boolean;
  /** Whether the asker has voted for it; false for everybody on a list that others see. */
  readonly voted: boolean;
}

export interface ListTopicsResult {
  readonly kind: 'listed';
  readonly view: TopicView;
  /** The one whose topics are listed; absent: those of all. */
  readonly userGroup?: UserGroup;
  readonly rows: readonly ListedTopic[];
  readonly total: number;
  /** From 1, and never behind the last one. */
  readonly page: number;
  readonly pages: number;
  /** Open ones, by name, to choose among. */
  readonly groups: readonly UserGroup[];
  readonly takesPart: boolean;
}

export interface ListTopicsRequest {
  /** Absent: everybody sees the list, so it is the same for all. */
  readonly asker?: Asker;
  readonly view: TopicView;
  readonly userGroupId?: UserGroupId;
  readonly page: number;
}

export type ListTopicsDeps = Pick<Deps, 'clock' | 'topicCatalogue' | 'topicRequests' | 'userGroups'>;

const rowsOnAPage = 5;

/** A page of topic requests. Of a group that is gone all are listed. */
export async function listTopics(
  deps: ListTopicsDeps,
  request: ListTopicsRequest,
): Promise<ListTopicsResult> {
  const { asker, view } = request;
  const [groups, own] = await Promise.all([
    listOpenGroups(deps),
    asker === undefined ? noParticipations : findOwn(deps, asker),
  ]);
  const userGroup = groups.find(({ id }) => id === request.userGroupId);
  const found = selectTopics(deps.topicCatalogue.all(), view, { ...own, memberId: asker?.memberId }).filter(
    (one) => userGroup === undefined || one.userGroupId === userGroup.id,
  );
  const pages = Math.max(1, Math.ceil(found.length / rowsOnAPage));
  const page = Math.min(request.page, pages);
  const now = deps.clock.now();
  return {
    kind: 'listed',
    view,
    ...(userGroup !== undefined && { userGroup }),
    rows: found
      .slice((page - 1) * rowsOnAPage, page * rowsOnAPage)
      .map((one) => toListed(one, groups, own.voted, now)),
    total: found.length,
    page,
    pages,
    groups,
    takesPart: asker !== undefined && may(asker, 'take-part-in-topics').kind === 'allowed',
  };
}

interface Own {
  readonly voted: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
}

const noParticipations: Own = { voted: new Set(), taken: new Set() };

async function findOwn({ topicRequests }: ListTopicsDeps, { memberId }: Asker): Promise<Own> {
  const own = memberId === undefined ? [] : await topicRequests.participationsOf(memberId);
  return {
    voted: new Set(
      own.flatMap(({ votedAt, topicRequestId }) => (votedAt === undefined ? [] : [topicRequestId])),
    ),
    taken: new Set(own.map(({ topicRequestId }) => topicRequestId)),
  };
}

/** Those of a view in its order. Pure. */
export function selectTopics(
  all: Iterable<TopicRequest>,
  view: TopicView,
  { memberId, taken }: { readonly memberId: MemberId | undefined; readonly taken: ReadonlySet<string> },
): readonly TopicRequest[] {
  const requests = [...all];
  switch (view) {
    case 'votes':
      // Of as many votes the older one: it has waited longer.
      return requests
        .filter(isOpenTopic)
        .sort((one, other) => other.votes - one.votes || one.createdAt - other.createdAt || byId(one, other));
    case 'new':
      return requests
        .filter(isOpenTopic)
        .sort((one, other) => other.createdAt - one.createdAt || byId(one, other));
    case 'planned':
      return requests
        .filter(({ state }) => state.kind === 'planned')
        .sort((one, other) => dayOf(one).localeCompare(dayOf(other)) || byId(one, other));
    case 'done':
      return requests
        .filter(({ state }) => state.kind === 'treated' || state.kind === 'declined')
        .sort((one, other) => other.changedAt - one.changedAt || byId(one, other));
    case 'mine':
      return requests
        .filter(({ id, by }) => taken.has(id) || (memberId !== undefined && by === memberId))
        .sort((one, other) => other.changedAt - one.changedAt || byId(one, other));
  }
}

/** Without a day they come last. */
function dayOf({ state }: TopicRequest): string {
  return (state.kind === 'planned' ? state.plan.date : undefined) ?? '9999';
}

function byId(one: TopicRequest, other: TopicRequest): number {
  return one.id < other.id ? -1 : 1;
}

function toListed(
  request: TopicRequest,
  groups: readonly UserGroup[],
  voted: ReadonlySet<string>,
  now: Instant,
): ListedTopic {
  const userGroup = groups.find(({ id }) => id === request.userGroupId);
  return {
    request,
    ...(userGroup !== undefined && { userGroup }),
    waits: waitsForNext(request, userGroup?.topics, now),
    voted: voted.has(request.id),
  };
}
