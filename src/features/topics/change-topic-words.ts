import type { Deps } from '../../deps.ts';
import type { MemberId, TopicRequestId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { checkTopic } from '../../domain/topic-form.ts';
import type { TopicFormFields, TypedTopic } from '../../domain/topic-form.ts';
import { editTopic, isOnlyTheirs } from '../../domain/topic-states.ts';
import type { EditTopicOutcome } from '../../domain/topic-states.ts';
import { withdrawVote } from '../../domain/topic-votes.ts';
import type { TopicFields, TopicRequest } from '../../domain/topic-request.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import type { DecidedTopic, KnownTopic } from '../../store/topic-request-writes.ts';
import { changeTopic } from './change-topic.ts';
import { findGroup, listGroups } from './offer-topic.ts';
import type { TopicForm } from './offer-topic.ts';
import { findProblems } from './propose-topic.ts';
import { checkMember, findShown } from './topic-results.ts';
import type { DeniedTopic, GoneTopic, ShownTopic, ShowTopicDeps } from './topic-results.ts';
import { settleVote, takeVote } from './vote-budget.ts';
import type { TakeVoteResult, VoteBudgetDeps } from './vote-budget.ts';

/** The form of a request that is there already. */
export interface TopicChangeForm extends Omit<TopicForm, 'problems'> {
  readonly problems?: readonly (NonNullable<TopicForm['problems']>[number] | 'outdated')[];
  /** The one whose words stand in the form. */
  readonly edition: number;
  /** What somebody else has written meanwhile. */
  readonly current?: TopicRequest;
}

/** Its author may change and remove it until somebody else has to do with it. */
export interface NotTheirsAnyMore {
  readonly kind: 'not-theirs';
}

/** Nobody takes back what somebody else has proposed; organisers decline it. */
export interface NotAuthor {
  readonly kind: 'not-author';
}

export type ChangeObstacle = GoneTopic | DeniedTopic | NotTheirsAnyMore | NotAuthor;

export type ChangeWordsDeps = ShowTopicDeps &
  VoteBudgetDeps &
  Pick<Deps, 'logger' | 'memberships' | 'topicCatalogue' | 'userGroups'>;

export interface AboutTopicRequest {
  readonly asker: Asker;
  readonly topicRequestId: TopicRequestId;
}

/** The form with the words that the request has now. */
export async function offerTopicChange(
  deps: ChangeWordsDeps,
  { asker, topicRequestId }: AboutTopicRequest,
): Promise<{ readonly kind: 'offered'; readonly form: TopicChangeForm } | ChangeObstacle> {
  const found = await findChangeable(deps, asker, topicRequestId, 'mayEdit');
  if (found.kind !== 'found') {
    return found;
  }
  const { shown } = found;
  const form = { topicRequestId, fields: toFormFields(shown), groups: await listGroups(deps, asker) };
  return { kind: 'offered', form: { ...form, edition: shown.request.edition } };
}

export type ChangeTopicWordsResult =
  | {
      readonly kind: 'changed' | 'unchanged';
      readonly request: TopicRequest;
      /** In the other group all votes of its author are given already, so that it has theirs no more. */
      readonly spentVotes?: number;
    }
  | { readonly kind: 'invalid'; readonly form: TopicChangeForm }
  | ChangeObstacle;

/** "Speichern", by organisers, or by its author as long as nobody else has to do with it. */
export async function changeTopicWords(
  deps: ChangeWordsDeps,
  request: AboutTopicRequest & { readonly edition: number; readonly typed: TypedTopic },
): Promise<ChangeTopicWordsResult> {
  const { asker, topicRequestId, edition } = request;
  const found = await findChangeable(deps, asker, topicRequestId, 'mayEdit');
  if (found.kind !== 'found') {
    return found;
  }
  const { shown, memberId } = found;
  const groups = await listGroups(deps, asker);
  const outcome = checkTopic(request.typed);
  const { fields } = outcome;
  const userGroup = fields.userGroupId && findGroup(groups, fields.userGroupId);
  const problems = findProblems(outcome, fields, userGroup);
  const form = { topicRequestId, fields, groups, edition };
  if (outcome.kind === 'invalid' || problems.length > 0) {
    return { kind: 'invalid', form: { ...form, problems } };
  }
  const edit = { shown, memberId, topic: outcome.topic, edition, userGroup };
  const edited = await storeEdit(deps, edit);
  switch (edited?.kind) {
    case undefined:
      return { kind: 'gone' };
    case 'edited':
      return { ...edited, kind: 'changed' };
    case 'unchanged':
    case 'not-theirs':
      return edited;
    case 'outdated': {
      const current = edited.request;
      const anew = { ...form, edition: current.edition, current, problems: ['outdated'] as const };
      return { kind: 'invalid', form: anew };
    }
  }
}

interface Edit {
  readonly shown: ShownTopic;
  readonly memberId: MemberId;
  readonly topic: TopicFields;
  readonly edition: number;
  /** Where it will belong. */
  readonly userGroup: UserGroup | undefined;
}

type EditResult = (EditTopicOutcome & { readonly spentVotes?: number }) | NotTheirsAnyMore | undefined;

/** The vote of its author needs room in another group; without it the request goes there without the vote. */
async function storeEdit(deps: ChangeWordsDeps, edit: Edit): Promise<EditResult> {
  const { shown, memberId, topic, userGroup } = edit;
  const { request, viewer } = shown;
  const vote = { memberId, topicRequestId: request.id, userGroup };
  const takesVote = viewer.isAuthor && viewer.voted && topic.userGroupId !== request.userGroupId;
  const taken: TakeVoteResult = takesVote ? await takeVote(deps, vote) : { kind: 'free' };
  let result: EditResult;
  try {
    await changeTopic(deps, request.id, { member: memberId }, (known) => {
      result = decide(known, edit);
      if (result.kind === 'unchanged' || result.kind === 'outdated' || result.kind === 'not-theirs') {
        return undefined;
      }
      return taken.kind === 'spent' ? withoutVote(result.request, known) : { request: result.request };
    });
    return result?.kind === 'edited' && taken.kind === 'spent'
      ? { ...result, spentVotes: taken.budget }
      : result;
  } finally {
    if (takesVote) {
      await settleVote(deps, vote);
    }
  }
}

function decide(known: KnownTopic, { shown, topic, edition }: Edit): NonNullable<EditResult> {
  const { request, participation } = known;
  const outcome = editTopic(request, topic, edition);
  if (outcome.kind !== 'edited' || shown.viewer.organises) {
    return outcome;
  }
  // Who follows without a vote is not read here: somebody who began to a moment ago is told of every change of its state all the same.
  const ownVotes = participation?.votedAt === undefined ? 0 : 1;
  const isStillTheirs = isOnlyTheirs(request, []) && request.votes === ownVotes;
  return isStillTheirs ? outcome : { kind: 'not-theirs' };
}

function withoutVote(request: TopicRequest, { participation }: KnownTopic): DecidedTopic {
  const withdrawn = withdrawVote(request, participation);
  return withdrawn.kind === 'withdrawn' ? withdrawn : { request };
}

/** The request, if the asker may do it at this moment; or why not. */
export async function findChangeable(
  deps: ChangeWordsDeps,
  asker: Asker,
  id: TopicRequestId,
  right: 'mayEdit' | 'mayRemove',
): Promise<
  { readonly kind: 'found'; readonly shown: ShownTopic; readonly memberId: MemberId } | ChangeObstacle
> {
  const permission = checkMember(deps, asker, 'take-part-in-topics');
  if (permission.kind === 'denied') {
    return permission;
  }
  const shown = await findShown(deps, asker, id);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  if (shown.viewer[right]) {
    return { kind: 'found', shown, memberId: permission.memberId };
  }
  deps.logger.warn('topic.denied', { action: 'change-topic', because: 'not-responsible' });
  if (shown.viewer.isAuthor) {
    return { kind: 'not-theirs' };
  }
  return right === 'mayEdit' ? { kind: 'denied', because: 'not-organiser' } : { kind: 'not-author' };
}

/** A group that is archived meanwhile cannot be chosen any more. */
function toFormFields({ request, userGroup }: ShownTopic): TopicFormFields {
  const { title, question, tags } = request;
  return {
    title,
    ...(question !== undefined && { question }),
    ...(userGroup !== undefined && { userGroupId: userGroup.id }),
    tags: tags.join(', '),
    mayReport: false,
  };
}
