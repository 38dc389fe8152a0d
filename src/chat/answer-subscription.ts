import type { CardAction } from '../cards/actions.ts';
import { stoppedCard, subscriptionCard, subscriptionSavedCard } from '../cards/subscription-card.ts';
import { chooseSubscription } from '../features/subscriptions/choose-subscription.ts';
import { resume } from '../features/subscriptions/resume.ts';
import { showSubscription } from '../features/subscriptions/show-subscription.ts';
import { stopAll } from '../features/subscriptions/stop-all.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { subscriptionTexts as texts } from '../texts/subscription-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';
import type { SubscriptionIntent } from './understand/read-subscription-command.ts';

export type SubscriptionAction = Extract<CardAction, { verb: `subscription.${string}` }>;

/** Answers a press on a card about notifications. */
export async function answerSubscriptionPress(
  deps: ChatDeps,
  turn: Turn,
  action: SubscriptionAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  return [placeView(turn, answer, await toView(deps, turn, action))];
}

/** Answers what was typed about notifications. "Stopp" works everywhere, and concerns the person who says it. */
export async function answerSubscriptionWords(
  deps: ChatDeps,
  turn: Turn,
  { kind }: SubscriptionIntent,
): Promise<readonly Reply[]> {
  const verb = kind === 'stop' ? 'subscription.stop' : 'subscription.show';
  const view = await toView(deps, turn, { verb });
  return [typeof view === 'string' ? { kind: 'text', text: view } : { kind: 'card', card: view.card }];
}

async function toView(deps: ChatDeps, turn: Turn, action: SubscriptionAction): Promise<View> {
  if (action.verb === 'subscription.stop') {
    return stop(deps, turn);
  }
  if (turn.surface.shared) {
    return memberTexts.personalOnly;
  }
  const { asker } = turn;
  const { title } = texts;
  switch (action.verb) {
    case 'subscription.show': {
      const result = await showSubscription(deps, asker);
      return result.kind === 'denied'
        ? memberTexts.anonymous
        : { title, card: subscriptionCard(result.preferences) };
    }
    case 'subscription.choose': {
      const { verb: _, quietHours, ...frequencies } = action;
      const result = await chooseSubscription(deps, { asker, frequencies, quietHours });
      return result.kind === 'denied'
        ? memberTexts.anonymous
        : { title, card: subscriptionSavedCard(texts.saved(result.preferences)) };
    }
    case 'subscription.resume': {
      const result = await resume(deps, asker);
      return result.kind === 'denied'
        ? memberTexts.anonymous
        : { title, card: subscriptionSavedCard(texts.resumed(result.preferences)) };
    }
  }
}

async function stop(deps: ChatDeps, { asker, surface }: Turn): Promise<View> {
  const result = await stopAll(deps, asker);
  if (result.kind === 'denied') {
    return memberTexts.anonymous;
  }
  if (surface.shared) {
    return texts.stoppedInShared;
  }
  return { title: texts.title, card: stoppedCard(result.isNew ? texts.stopped : texts.stoppedBefore) };
}
