import type { Deps } from '../../deps.ts';
import { checkTopicResult } from '../../domain/topic-decision.ts';
import type { ResultFields, ResultProblem } from '../../domain/topic-decision.ts';
import { treatTopic as toTreated } from '../../domain/topic-states.ts';
import { decideByForm, offerDecision } from './decide-topic.ts';
import type {
  DecideTopicDeps,
  DecisionForm,
  DecisionResult,
  OfferDecisionResult,
  OrganiserRequest,
} from './decide-topic.ts';
import type { ShowTopicDeps } from './topic-results.ts';

export type TreatForm = DecisionForm<ResultFields, ResultProblem>;

/** "Als behandelt eintragen": what stands in the form is what holds now. */
export async function offerTreat(
  deps: Pick<Deps, 'logger'> & ShowTopicDeps,
  asked: OrganiserRequest,
): Promise<OfferDecisionResult<TreatForm>> {
  return offerDecision(deps, asked, 'treat', ({ state }) => {
    const { text = '', link = '' } = state.kind === 'treated' ? state.result : {};
    return { text, link };
  });
}

/** What came of a request, at a meeting or otherwise. */
export async function treatTopic(
  deps: DecideTopicDeps,
  { typed, ...asked }: OrganiserRequest & { readonly typed: Parameters<typeof checkTopicResult>[0] },
): Promise<DecisionResult<TreatForm>> {
  return decideByForm(deps, asked, checkTopicResult(typed), {
    way: 'treat',
    decide: (result) => (request, change) => toTreated(request, result, change),
  });
}
