import type { CardAction } from '../cards/actions.ts';
import type { Card } from '../cards/card.ts';
import { topicDeclineFormCard } from '../cards/topic-decline-form-card.ts';
import type { FormPlace } from '../cards/topic-decision-form.ts';
import { topicMergeFormCard } from '../cards/topic-merge-form-card.ts';
import { topicOrganiseCard } from '../cards/topic-organise-card.ts';
import { topicPlanFormCard } from '../cards/topic-plan-form-card.ts';
import { topicTreatFormCard } from '../cards/topic-treat-form-card.ts';
import { declineTopic, offerDecline } from '../features/topics/decline-topic.ts';
import type { DecisionResult, OfferDecisionResult } from '../features/topics/decide-topic.ts';
import { mergeTopic, offerMerge } from '../features/topics/merge-topic.ts';
import { organiseTopic } from '../features/topics/organise-topic.ts';
import { offerPlan, planTopic } from '../features/topics/plan-topic.ts';
import { restoreTopic } from '../features/topics/restore-topic.ts';
import type { ShownTopic } from '../features/topics/topic-results.ts';
import { offerTreat, treatTopic } from '../features/topics/treat-topic.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { topicOrganisingTexts as texts } from '../texts/topic-organising-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { showTopicDone } from './topic-details-view.ts';
import { isSeenByAll } from './user-group-outcome.ts';

type OfferVerb = `topic.${'organise' | 'offerPlan' | 'offerTreat' | 'offerDecline' | 'offerMerge'}`;
type DecideVerb = `topic.${'plan' | 'treat' | 'decline' | 'merge' | 'restore'}`;
type Action = Extract<CardAction, { verb: OfferVerb | DecideVerb }>;
type OfferAction = Action & { readonly verb: OfferVerb };
type DecideAction = Action & { readonly verb: DecideVerb };

/** What organisers do with a request. Forms are for the presser alone; where others read along a sentence says what happened. */
export async function toOrganisingView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  switch (action.verb) {
    case 'topic.organise':
    case 'topic.offerPlan':
    case 'topic.offerTreat':
    case 'topic.offerDecline':
    case 'topic.offerMerge':
      return isSeenByAll(turn.surface) ? memberTexts.personalOnly : offer(deps, turn, action);
    case 'topic.plan':
    case 'topic.treat':
    case 'topic.decline':
    case 'topic.merge':
    case 'topic.restore':
      return decide(deps, turn, action);
  }
}

async function offer(deps: ChatDeps, turn: Turn, action: OfferAction): Promise<View> {
  const { topicRequestId, from } = action;
  const asked = { asker: turn.asker, topicRequestId };
  const place: FormPlace = { surface: turn.surface, from };
  switch (action.verb) {
    case 'topic.organise': {
      const result = await organiseTopic(deps, asked);
      switch (result.kind) {
        case 'organised':
          return { title: topicTexts.title, card: topicOrganiseCard(result, turn.surface, from) };
        case 'gone':
          return topicTexts.gone;
        case 'denied':
          return topicTexts.whyDenied(result.because);
      }
    }
    case 'topic.offerPlan':
      return toOffered(deps, turn, action, await offerPlan(deps, asked), (form) =>
        topicPlanFormCard(form, place),
      );
    case 'topic.offerTreat':
      return toOffered(deps, turn, action, await offerTreat(deps, asked), (form) =>
        topicTreatFormCard(form, place),
      );
    case 'topic.offerDecline':
      return toOffered(deps, turn, action, await offerDecline(deps, asked), (form) =>
        topicDeclineFormCard(form, place),
      );
    case 'topic.offerMerge': {
      const result = await offerMerge(deps, asked);
      return result.kind === 'offered' && result.form.targets.length === 0
        ? showTopicDone(deps, turn, action, texts.merge.none)
        : toOffered(deps, turn, action, result, (form) => topicMergeFormCard(form, place));
    }
  }
}

async function toOffered<Form>(
  deps: ChatDeps,
  turn: Turn,
  about: OfferAction,
  result: OfferDecisionResult<Form>,
  draw: (form: Form) => Card,
): Promise<View> {
  switch (result.kind) {
    case 'offered':
      return { title: topicTexts.title, card: draw(result.form) };
    case 'impossible':
      return showTopicDone(deps, turn, about, whyImpossible(result.shown));
    case 'gone':
      return topicTexts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}

async function decide(deps: ChatDeps, turn: Turn, action: DecideAction): Promise<View> {
  const { topicRequestId, from } = action;
  const asked = { asker: turn.asker, topicRequestId };
  const place: FormPlace = { surface: turn.surface, from };
  switch (action.verb) {
    case 'topic.plan': {
      const result = await planTopic(deps, { ...asked, typed: action });
      return toDecided(deps, turn, { action, way: 'plan', result }, (form) => topicPlanFormCard(form, place));
    }
    case 'topic.treat': {
      const result = await treatTopic(deps, { ...asked, typed: action });
      return toDecided(deps, turn, { action, way: 'treat', result }, (form) =>
        topicTreatFormCard(form, place),
      );
    }
    case 'topic.decline': {
      const result = await declineTopic(deps, { ...asked, typed: action });
      return toDecided(deps, turn, { action, way: 'decline', result }, (form) =>
        topicDeclineFormCard(form, place),
      );
    }
    case 'topic.merge': {
      const { into } = action;
      const result = await mergeTopic(deps, {
        ...asked,
        ...(into !== undefined && { into }),
        typed: action,
      });
      return toDecided(deps, turn, { action, way: 'merge', result }, (form) =>
        topicMergeFormCard(form, place),
      );
    }
    case 'topic.restore': {
      const result = await restoreTopic(deps, asked);
      return toDecided<never>(deps, turn, { action, way: 'restore', result }, (form) => form);
    }
  }
}

interface Decided<Form> {
  readonly action: DecideAction;
  readonly way: keyof typeof texts.done;
  readonly result: DecisionResult<Form>;
}

async function toDecided<Form>(
  deps: ChatDeps,
  turn: Turn,
  { action, way, result }: Decided<Form>,
  draw: (form: Form) => Card,
): Promise<View> {
  switch (result.kind) {
    case 'changed':
      return showTopicDone(deps, turn, action, texts.done[way]);
    case 'already':
      return showTopicDone(deps, turn, action, texts.already[way]);
    case 'impossible':
      return showTopicDone(deps, turn, action, whyImpossible(result.shown));
    case 'invalid':
      return isSeenByAll(turn.surface)
        ? texts.invalidHere
        : { title: topicTexts.title, card: draw(result.form) };
    case 'gone':
      return topicTexts.gone;
    case 'denied':
      return topicTexts.whyDenied(result.because);
  }
}

function whyImpossible({ request }: ShownTopic): string {
  return texts.impossible[request.state.kind];
}
