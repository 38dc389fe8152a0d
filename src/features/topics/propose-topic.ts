import type { Deps } from '../../deps.ts';
import type { MemberId, TopicRequestId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { waitsForNext } from '../../domain/topic-collection.ts';
import { checkTopic } from '../../domain/topic-form.ts';
import type { TopicFormFields, TopicProblem, TypedTopic } from '../../domain/topic-form.ts';
import { proposeTopic as toProposed } from '../../domain/topic-states.ts';
import type { TopicFields, TopicOffer, TopicRequest } from '../../domain/topic-request.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { describeSimilarTopics } from './find-similar-topics.ts';
import type { SimilarTopic } from './find-similar-topics.ts';
import { findGroup, listGroups, ownCommune, viewerOf } from './offer-topic.ts';
import type { TopicForm } from './offer-topic.ts';
import { checkMember } from './topic-results.ts';
import type { DeniedTopic, GoneTopic } from './topic-results.ts';
import { settleVote, takeVote } from './vote-budget.ts';
import type { VoteBudgetDeps } from './vote-budget.ts';

export type ProposeTopicResult =
  | {
      readonly kind: 'proposed';
      readonly request: TopicRequest;
      /** The group's collection is over: it waits for the meeting after the next one. */
      readonly waits: boolean;
      /** All votes of the member are given to other requests of the group: it has none yet. Absent: it has their vote. */
      readonly spentVotes?: number;
    }
  /** Sent twice; or its author took it back meanwhile: then it is gone. */
  | { readonly kind: 'already'; readonly request: TopicRequest }
  | { readonly kind: 'invalid'; readonly form: TopicForm }
  /** Nothing is stored yet. */
  | { readonly kind: 'similar'; readonly form: TopicForm; readonly similar: readonly SimilarTopic[] }
  | GoneTopic
  | DeniedTopic;

type ProposeDeps = VoteBudgetDeps &
  Pick<Deps, 'logger' | 'memberships' | 'operator' | 'topicCatalogue' | 'userGroups'>;

export interface ProposeTopicRequest {
  readonly asker: Asker;
  readonly topicRequestId: TopicRequestId;
  readonly typed: TypedTopic;
  /** What is like it was seen already. */
  readonly checked: boolean;
}

/** "Vorschlagen": first shows what is like it, and stores it when there is nothing or when that was seen. */
export async function proposeTopic(
  deps: ProposeDeps,
  { asker, topicRequestId, typed, checked }: ProposeTopicRequest,
): Promise<ProposeTopicResult> {
  const permission = checkMember(deps, asker, 'take-part-in-topics');
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const before = await deps.topicRequests.find(topicRequestId);
  if (before !== undefined) {
    return toKnown(before, memberId);
  }
  const groups = await listGroups(deps, asker);
  const outcome = checkTopic(typed);
  const { fields } = outcome;
  const userGroup = fields.userGroupId && findGroup(groups, fields.userGroupId);
  const form = { topicRequestId, fields, groups, ...ownCommune(deps, asker) };
  const problems = findProblems(outcome, fields, userGroup);
  if (outcome.kind === 'invalid' || problems.length > 0) {
    return { kind: 'invalid', form: { ...form, problems } };
  }
  const similar = checked ? [] : await describeSimilarTopics(deps, outcome.topic, viewerOf(asker));
  if (similar.length > 0) {
    return { kind: 'similar', form, similar };
  }
  const { communeId } = asker;
  const offer = { at: deps.clock.now(), ...(communeId !== undefined && { communeId }) };
  return store(deps, {
    id: topicRequestId,
    topic: outcome.topic,
    userGroup,
    by: memberId,
    ...(fields.mayReport && { offer }),
  });
}

/** Of what was typed, and that the chosen group is gone. */
export function findProblems(
  outcome: ReturnType<typeof checkTopic>,
  { userGroupId }: TopicFormFields,
  userGroup: UserGroup | undefined,
): readonly (TopicProblem | 'group-gone')[] {
  return [
    ...(outcome.kind === 'invalid' ? outcome.problems : []),
    ...(userGroupId !== undefined && userGroup === undefined ? (['group-gone'] as const) : []),
  ];
}

/** Somebody else's request is not overwritten, nor shown as one's own. */
function toKnown(request: TopicRequest, memberId: MemberId): ProposeTopicResult {
  return request.by === memberId ? { kind: 'already', request } : { kind: 'gone' };
}

async function store(
  deps: ProposeDeps,
  proposed: {
    readonly id: TopicRequestId;
    readonly topic: TopicFields;
    readonly userGroup: UserGroup | undefined;
    readonly by: MemberId;
    readonly offer?: TopicOffer;
  },
): Promise<ProposeTopicResult> {
  const { id, topic, userGroup, by, offer } = proposed;
  const vote = { memberId: by, topicRequestId: id, userGroup };
  const taken = await takeVote(deps, vote);
  try {
    const now = deps.clock.now();
    const { request, participation } = toProposed(id, topic, {
      by,
      votes: taken.kind === 'free',
      ...(offer !== undefined && { offer }),
      now,
    });
    if ((await deps.topicRequests.add(request, participation)) === 'exists') {
      const known = await deps.topicRequests.find(id);
      return known === undefined ? { kind: 'gone' } : toKnown(known, by);
    }
    deps.topicCatalogue.put(request);
    return {
      kind: 'proposed',
      request,
      waits: waitsForNext(request, userGroup?.topics, now),
      ...(taken.kind === 'spent' && { spentVotes: taken.budget }),
    };
  } finally {
    await settleVote(deps, vote);
  }
}
