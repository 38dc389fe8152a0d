import type { Deps } from '../../deps.ts';
import type { TopicRequestId } from '../../domain/ids.ts';
import { may } from '../../domain/permissions.ts';
import { checkTopicReason, toWays } from '../../domain/topic-decision.ts';
import type { ReasonProblem } from '../../domain/topic-decision.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import { mergeTopic as toMerged } from '../../domain/topic-states.ts';
import { carryOutInTurn } from './carry-out-topic.ts';
import { checkOrganiser, decideTopic, offerDecision, toDone } from './decide-topic.ts';
import type {
  DecideTopicDeps,
  DecisionForm,
  DecisionResult,
  OfferDecisionResult,
  OrganiserRequest,
} from './decide-topic.ts';
import { findMergeTargets } from './find-merge-targets.ts';
import { findGroupOf, findShown } from './topic-results.ts';

export interface MergeFields {
  readonly into?: TopicRequestId;
  readonly reason: string;
}

export type MergeProblem =
  | 'into-missing'
  /** It is not open or planned any more, or somebody else organises it. */
  | 'into-impossible'
  /** Votes are just on their way back from one of them to the other. */
  | 'moving'
  | ReasonProblem;

export interface MergeForm extends DecisionForm<MergeFields, MergeProblem> {
  /** What it may be merged into, the likest first. */
  readonly targets: readonly TopicRequest[];
}

type MergeDeps = DecideTopicDeps & Pick<Deps, 'topicCatalogue'>;

export async function offerMerge(
  deps: MergeDeps,
  asked: OrganiserRequest,
): Promise<OfferDecisionResult<MergeForm>> {
  const offered = await offerDecision(deps, asked, 'merge', () => ({ reason: '' }));
  return offered.kind === 'offered'
    ? {
        kind: 'offered',
        form: {
          ...offered.form,
          targets: await findMergeTargets(deps, asked.asker, offered.form.shown.request),
        },
      }
    : offered;
}

interface MergeRequest extends OrganiserRequest {
  readonly into?: TopicRequestId;
  readonly typed: { readonly reason?: string };
}

/** Votes of both count once per member on the other request, which whoever follows this one follows from then on. */
export async function mergeTopic(deps: MergeDeps, asked: MergeRequest): Promise<DecisionResult<MergeForm>> {
  const permission = await checkOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { topicRequestId, into, typed } = asked;
  const { request, memberId: by } = permission;
  if (request.state.kind === 'merged' && request.state.into === into) {
    await carryOutInTurn(deps, topicRequestId);
    return toDone(deps, asked, 'already');
  }
  if (!toWays(request.state).includes('merge')) {
    return toDone(deps, asked, 'impossible');
  }
  const checked = checkTopicReason(typed, { isRequired: false });
  const reasonProblems = checked.kind === 'invalid' ? checked.problems : [];
  const problems: readonly MergeProblem[] = [
    ...(into === undefined ? (['into-missing'] as const) : []),
    ...reasonProblems,
  ];
  if (checked.kind === 'invalid' || into === undefined) {
    return toInvalid(deps, asked, checked.fields.reason, problems);
  }
  const target = await findTarget(deps, asked, into);
  if (target === undefined) {
    return toInvalid(deps, asked, checked.fields.reason, ['into-impossible']);
  }
  if (request.moving !== undefined) {
    await carryOutInTurn(deps, topicRequestId);
  }
  const { value: reason } = checked;
  const seen: { problem?: MergeProblem } = {};
  const kind = await decideTopic(deps, { topicRequestId, by }, (now, change) => {
    const outcome = toMerged(now, target, { ...change, ...(reason !== undefined && { reason }) });
    const isMoving = now.moving !== undefined || bringsBack(target, topicRequestId);
    if (outcome.kind === 'no-target') {
      seen.problem = 'into-impossible';
      return { kind: 'impossible', request: now };
    }
    if (isMoving && outcome.kind !== 'already' && toWays(now.state).includes('merge')) {
      seen.problem = 'moving';
      return { kind: 'impossible', request: now };
    }
    return outcome;
  });
  if (seen.problem !== undefined) {
    return toInvalid(deps, asked, checked.fields.reason, [seen.problem]);
  }
  const done = await toDone(deps, asked, kind);
  // Somebody has just merged the other one into this, or removed it: then this one is open again.
  return done.kind === 'changed' && done.shown.request.state.kind !== 'merged'
    ? toInvalid(deps, asked, checked.fields.reason, ['into-impossible'])
    : done;
}

/** The other request, as long as the asker organises it, too. */
async function findTarget(
  deps: MergeDeps,
  { asker, topicRequestId }: OrganiserRequest,
  into: TopicRequestId,
): Promise<TopicRequest | undefined> {
  const known = await deps.topicRequests.find(into);
  if (known !== undefined && bringsBack(known, topicRequestId)) {
    await carryOutInTurn(deps, into);
  }
  const target = await deps.topicRequests.find(into);
  const group = target && (await findGroupOf(deps, target));
  return may(asker, 'organise-topics', group).kind === 'allowed' ? target : undefined;
}

/** It was merged into the other one until a moment ago. */
function bringsBack({ moving }: TopicRequest, other: TopicRequestId): boolean {
  return moving?.kind === 'back-from' && moving.other === other;
}

async function toInvalid(
  deps: MergeDeps,
  { asker, topicRequestId, into }: MergeRequest,
  reason: string,
  problems: readonly MergeProblem[],
): Promise<DecisionResult<MergeForm>> {
  const shown = await findShown(deps, asker, topicRequestId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  const targets = await findMergeTargets(deps, asker, shown.request);
  const fields = { reason, ...(into !== undefined && { into }) };
  return { kind: 'invalid', form: { shown, fields, problems, targets } };
}
