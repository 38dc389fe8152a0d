import type { Deps } from '../../deps.ts';
import { checkTopicPlan } from '../../domain/topic-decision.ts';
import type { PlanFields, PlanProblem } from '../../domain/topic-decision.ts';
import { planTopic as toPlanned } from '../../domain/topic-states.ts';
import { decideByForm, offerDecision } from './decide-topic.ts';
import type {
  DecideTopicDeps,
  DecisionForm,
  DecisionResult,
  OfferDecisionResult,
  OrganiserRequest,
} from './decide-topic.ts';
import type { ShowTopicDeps } from './topic-results.ts';

export type PlanForm = DecisionForm<PlanFields, PlanProblem>;

/** "Planen": what stands in the form is what holds now. */
export async function offerPlan(
  deps: Pick<Deps, 'logger'> & ShowTopicDeps,
  asked: OrganiserRequest,
): Promise<OfferDecisionResult<PlanForm>> {
  return offerDecision(deps, asked, 'plan', ({ state }) => {
    const { date = '', reference = '' } = state.kind === 'planned' ? state.plan : {};
    return { date, reference };
  });
}

/** A request is to be taken up on a day, at an occasion, or both. */
export async function planTopic(
  deps: DecideTopicDeps,
  { typed, ...asked }: OrganiserRequest & { readonly typed: Parameters<typeof checkTopicPlan>[0] },
): Promise<DecisionResult<PlanForm>> {
  return decideByForm(deps, asked, checkTopicPlan(typed, deps.clock.now()), {
    way: 'plan',
    decide: (plan) => (request, change) => toPlanned(request, plan, change),
  });
}
