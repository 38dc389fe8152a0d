import type { Deps } from '../../deps.ts';
import { checkTopicReason } from '../../domain/topic-decision.ts';
import type { ReasonFields, ReasonProblem } from '../../domain/topic-decision.ts';
import { declineTopic as toDeclined } from '../../domain/topic-states.ts';
import { decideByForm, offerDecision } from './decide-topic.ts';
import type {
  DecideTopicDeps,
  DecisionForm,
  DecisionResult,
  OfferDecisionResult,
  OrganiserRequest,
} from './decide-topic.ts';
import type { ShowTopicDeps } from './topic-results.ts';

export type DeclineForm = DecisionForm<ReasonFields, ReasonProblem>;

export async function offerDecline(
  deps: Pick<Deps, 'logger'> & ShowTopicDeps,
  asked: OrganiserRequest,
): Promise<OfferDecisionResult<DeclineForm>> {
  return offerDecision(deps, asked, 'decline', () => ({ reason: '' }));
}

/** Not without a reason, which everybody reads. */
export async function declineTopic(
  deps: DecideTopicDeps,
  { typed, ...asked }: OrganiserRequest & { readonly typed: { readonly reason?: string } },
): Promise<DecisionResult<DeclineForm>> {
  return decideByForm(deps, asked, checkTopicReason(typed, { isRequired: true }), {
    way: 'decline',
    decide:
      (reason = '') =>
      (request, change) =>
        toDeclined(request, reason, change),
  });
}
