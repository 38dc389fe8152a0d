import type { Deps } from '../../deps.ts';
import type { MemberId, TopicRequestId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { toWays } from '../../domain/topic-decision.ts';
import type { CheckedForm, TopicWay } from '../../domain/topic-decision.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import type { ChangeStateOutcome } from '../../domain/topic-states.ts';
import { carryOutInTurn } from './carry-out-topic.ts';
import type { CarryOutTopicDeps } from './carry-out-topic.ts';
import { changeTopic } from './change-topic.ts';
import { checkMember, findGroupOf, findShown } from './topic-results.ts';
import type { DeniedTopic, GoneTopic, ShownTopic, ShowTopicDeps, TopicDone } from './topic-results.ts';

export type DecideTopicDeps = CarryOutTopicDeps & ShowTopicDeps;

/** Who decides about which request. */
export interface OrganiserRequest {
  readonly asker: Asker;
  readonly topicRequestId: TopicRequestId;
}

/** A form about a request: what stands in it, and what is wrong with that. */
export interface DecisionForm<Fields, Problem> {
  readonly shown: ShownTopic;
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

export type OfferDecisionResult<Form> =
  | { readonly kind: 'offered'; readonly form: Form }
  /** Its state leads nowhere there. */
  | TopicDone<'impossible'>
  | GoneTopic
  | DeniedTopic;

export type DecisionResult<Form = never> =
  | TopicDone<'changed' | 'already' | 'impossible'>
  | { readonly kind: 'invalid'; readonly form: Form }
  | GoneTopic
  | DeniedTopic;

type Decide = (
  request: TopicRequest,
  change: { readonly by?: MemberId; readonly now: Instant },
) => ChangeStateOutcome;

/** Organisers of the community, and a group's own for its requests. */
export async function checkOrganiser(
  deps: Pick<Deps, 'logger' | 'topicRequests' | 'userGroups'>,
  { asker, topicRequestId }: OrganiserRequest,
): Promise<
  | { readonly kind: 'allowed'; readonly memberId: MemberId; readonly request: TopicRequest }
  | GoneTopic
  | DeniedTopic
> {
  const request = await deps.topicRequests.find(topicRequestId);
  const group = request && (await findGroupOf(deps, request));
  const permission = checkMember(deps, asker, 'organise-topics', group);
  if (permission.kind === 'denied') {
    return permission;
  }
  return request === undefined ? { kind: 'gone' } : { ...permission, request };
}

/** The form for something that can be done with the request as it is now. */
export async function offerDecision<Fields>(
  deps: Pick<Deps, 'logger'> & ShowTopicDeps,
  asked: OrganiserRequest,
  way: TopicWay,
  toFields: (request: TopicRequest) => Fields,
): Promise<OfferDecisionResult<DecisionForm<Fields, never>>> {
  const permission = await checkOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const shown = await findShown(deps, asked.asker, asked.topicRequestId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  return toWays(shown.request.state).includes(way)
    ? { kind: 'offered', form: { shown, fields: toFields(shown.request), problems: [] } }
    : { kind: 'impossible', shown };
}

/**
 * Decides about a request as it is now, tells its followers and moves its votes, whoever decided it and wherever: at a meeting, too. Whether
 * they may is the caller's to know.
 */
export async function decideTopic(
  deps: CarryOutTopicDeps,
  { topicRequestId, by }: { readonly topicRequestId: TopicRequestId; readonly by?: MemberId },
  decide: Decide,
): Promise<'changed' | 'already' | 'impossible' | 'gone'> {
  let kind: ChangeStateOutcome['kind'] | undefined;
  await changeTopic(deps, topicRequestId, {}, ({ request }) => {
    const outcome = decide(request, { ...(by !== undefined && { by }), now: deps.clock.now() });
    ({ kind } = outcome);
    return outcome.kind === 'changed' ? { request: outcome.request } : undefined;
  });
  // Where somebody decided the same a moment ago and was interrupted, this finishes it.
  if (kind === 'changed' || kind === 'already') {
    await carryOutInTurn(deps, topicRequestId);
  }
  return kind ?? 'gone';
}

/** The same by an organiser who filled in a form. */
export async function decideByForm<Value, Fields, Problem>(
  deps: DecideTopicDeps,
  asked: OrganiserRequest,
  checked: CheckedForm<Value, Fields, Problem>,
  { way, decide }: { readonly way: TopicWay; readonly decide: (value: Value) => Decide },
): Promise<DecisionResult<DecisionForm<Fields, Problem>>> {
  const permission = await checkOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { topicRequestId, asker } = asked;
  const { memberId: by, request } = permission;
  if (checked.kind === 'invalid') {
    const shown = await findShown(deps, asker, topicRequestId);
    if (shown === undefined) {
      return { kind: 'gone' };
    }
    const { fields, problems } = checked;
    return toWays(request.state).includes(way)
      ? { kind: 'invalid', form: { shown, fields, problems } }
      : { kind: 'impossible', shown };
  }
  const kind = await decideTopic(deps, { topicRequestId, by }, decide(checked.value));
  return toDone(deps, asked, kind);
}

export async function toDone(
  deps: ShowTopicDeps,
  { asker, topicRequestId }: OrganiserRequest,
  kind: 'changed' | 'already' | 'impossible' | 'gone',
): Promise<TopicDone<'changed' | 'already' | 'impossible'> | GoneTopic> {
  const shown = await findShown(deps, asker, topicRequestId);
  return shown === undefined || kind === 'gone' ? { kind: 'gone' } : { kind, shown };
}
