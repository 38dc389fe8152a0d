import type { Deps } from '../../deps.ts';
import { topicRequestId } from '../../domain/ids.ts';
import type { TopicRequestId, UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { TopicFormFields, TopicProblem } from '../../domain/topic-form.ts';
import type { Cooperation, UseCase } from '../../domain/use-case.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import { ownCommune as communeOf } from '../inquiries/offer-inquiry.ts';
import { describeInterest } from '../interest/describe-interest.ts';
import { listOpenGroups } from '../user-groups/list-open-groups.ts';
import { findVisible } from '../use-cases/show-use-case.ts';
import { describeSimilarTopics } from './find-similar-topics.ts';
import type { SimilarTopic } from './find-similar-topics.ts';
import { checkMember } from './topic-results.ts';
import type { DeniedTopic } from './topic-results.ts';

/** The groups that a request can belong to, by name. Their own first; on a form that others see there are none of their own. */
export interface TopicGroups {
  readonly own: readonly UserGroup[];
  readonly others: readonly UserGroup[];
}

/** What a member sees before there is a request. */
export interface TopicForm {
  /** The request will have it, so that sending the form twice makes one. */
  readonly topicRequestId: TopicRequestId;
  readonly fields: TopicFormFields;
  readonly problems?: readonly (TopicProblem | 'group-gone')[];
  readonly groups: TopicGroups;
  /** The asker's own, by name; never on a form that others see. */
  readonly commune?: string;
}

/** What many communes want to do together, where that suggests a topic. */
export interface SuggestedBy {
  readonly useCase: UseCase;
  readonly cooperation: Cooperation;
  /** Communes that want it at this moment. */
  readonly communes: number;
}

type OfferDeps = Pick<
  Deps,
  | 'ids'
  | 'logger'
  | 'memberships'
  | 'operator'
  | 'topicCatalogue'
  | 'topicRequests'
  | 'useCases'
  | 'userGroups'
>;

export type OfferTopicResult =
  | { readonly kind: 'offered'; readonly form: TopicForm; readonly suggestedBy?: SuggestedBy }
  | DeniedTopic;

/** A form to begin with: in the group that is given, or in the asker's only one. */
export async function offerTopic(
  deps: OfferDeps,
  request: {
    readonly asker: Asker;
    readonly fields: Pick<TopicFormFields, 'title' | 'question'> & Partial<TopicFormFields>;
    readonly userGroupId?: UserGroupId;
    /** No group was chosen: their only one is not suggested. */
    readonly ofAll?: boolean;
    readonly useCaseId?: UseCaseId;
    readonly cooperation?: Cooperation;
  },
): Promise<OfferTopicResult> {
  const { asker, fields, userGroupId, ofAll = false, useCaseId, cooperation } = request;
  const permission = checkMember(deps, asker, 'take-part-in-topics');
  if (permission.kind === 'denied') {
    return permission;
  }
  const [groups, suggestedBy] = await Promise.all([
    listGroups(deps, asker),
    useCaseId === undefined || cooperation === undefined
      ? undefined
      : findSuggestion(deps, asker, useCaseId, cooperation),
  ]);
  const chosen = ofAll ? undefined : findDefault(groups, userGroupId);
  return {
    kind: 'offered',
    form: {
      topicRequestId: topicRequestId(deps.ids.next()),
      fields: {
        tags: '',
        mayReport: false,
        ...fields,
        ...(chosen !== undefined && { userGroupId: chosen.id }),
      },
      groups,
      ...ownCommune(deps, asker),
    },
    ...(suggestedBy !== undefined && { suggestedBy }),
  };
}

/** The same for what somebody wrote in one line, with what is like it already. */
export async function offerTypedTopic(
  deps: OfferDeps,
  {
    title,
    ...request
  }: { readonly asker: Asker; readonly title: string; readonly userGroupId?: UserGroupId },
): Promise<
  | { readonly kind: 'offered'; readonly form: TopicForm; readonly similar: readonly SimilarTopic[] }
  | DeniedTopic
> {
  const offered = await offerTopic(deps, { ...request, fields: { title } });
  if (offered.kind === 'denied') {
    return offered;
  }
  const similar = await describeSimilarTopics(deps, { title }, viewerOf(request.asker));
  return { kind: 'offered', form: offered.form, similar };
}

/** Whose own votes may stand on the card. */
export function viewerOf({ memberId, overheard }: Asker): Asker['memberId'] {
  return overheard === true ? undefined : memberId;
}

/** Every group that is not archived. */
export async function listGroups(
  deps: Pick<Deps, 'memberships' | 'userGroups'>,
  asker: Asker,
): Promise<TopicGroups> {
  const viewer = viewerOf(asker);
  const [open, joined] = await Promise.all([
    listOpenGroups(deps),
    viewer === undefined ? [] : deps.memberships.ofMember(viewer),
  ]);
  const ownIds = new Set(joined.map(({ userGroupId }) => userGroupId));
  return {
    own: open.filter(({ id }) => ownIds.has(id)),
    others: open.filter(({ id }) => !ownIds.has(id)),
  };
}

export function findGroup({ own, others }: TopicGroups, id: UserGroupId): UserGroup | undefined {
  return [...own, ...others].find((group) => group.id === id);
}

/** Whose commune is named when they can report; never on a form that others see. */
export function ownCommune(deps: Pick<Deps, 'operator'>, asker: Asker): { readonly commune?: string } {
  return asker.overheard === true ? {} : communeOf(deps, asker);
}

function findDefault(groups: TopicGroups, given: UserGroupId | undefined): UserGroup | undefined {
  const [only, second] = groups.own;
  return (given && findGroup(groups, given)) ?? (second === undefined ? only : undefined);
}

/** Nothing of a use case that the asker may not see. */
async function findSuggestion(
  deps: Pick<Deps, 'operator' | 'useCases'>,
  asker: Asker,
  useCaseId: UseCaseId,
  cooperation: Cooperation,
): Promise<SuggestedBy | undefined> {
  if ((await findVisible(deps, { asker, useCaseId })).kind !== 'visible') {
    return undefined;
  }
  const described = await describeInterest(deps, { useCaseId, cooperation });
  return described && { useCase: described.useCase, cooperation, communes: described.interested.length };
}
