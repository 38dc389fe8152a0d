import { quietHoursChoices } from '../domain/quiet-hours.ts';
import { frequencies, subscriptionKinds } from '../domain/subscription.ts';
import type { Preferences } from '../domain/subscription.ts';
import { followTexts } from '../texts/follow-texts.ts';
import { subscriptionTexts as texts } from '../texts/subscription-texts.ts';
import { press } from './actions.ts';
import { buttonRows, card, heading, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';

/** The form in which somebody chooses what they get; for the 1:1 chat alone. */
export function subscriptionCard({ frequencies: chosen, quietHours, stoppedAt }: Preferences): Card {
  const isStopped = stoppedAt !== undefined;
  const intro = isStopped ? texts.stoppedIntro : texts.intro;
  return card({
    fallbackText: `${texts.title}: ${intro}`,
    body: [
      heading(texts.title),
      text(intro),
      ...subscriptionKinds.map((kind) =>
        choice({
          id: kind,
          label: texts.kinds[kind],
          choices: frequencies.map((value) => ({ title: texts.frequencies[value], value })),
          value: chosen[kind],
        }),
      ),
      choice({
        id: 'quietHours',
        label: texts.quietLabel,
        choices: quietHoursChoices.map((value) => ({ title: texts.quietHours[value], value })),
        value: quietHours,
      }),
      smallText(texts.quietHint, { spacing: 'Small' }),
      smallText(texts.later),
      ...buttonRows([press(followTexts.list.open, 'follow.list', { page: 1 }, { associatedInputs: 'none' })]),
    ],
    actions: [
      press(isStopped ? texts.turnOn : texts.save, 'subscription.choose', {}, { style: 'positive' }),
      ...(isStopped ? [] : [press(texts.stopAll, 'subscription.stop', {}, { associatedInputs: 'none' })]),
    ],
  });
}

/** What holds now, in one sentence, and the way to change it. */
export function subscriptionSavedCard(sentence: string): Card {
  return card({
    fallbackText: sentence,
    body: [text(sentence)],
    actions: [press(texts.change, 'subscription.show')],
  });
}

/** That everything has ended; one press takes it back. */
export function stoppedCard(sentence: string): Card {
  return card({
    fallbackText: sentence,
    body: [text(sentence)],
    actions: [press(texts.undo, 'subscription.resume')],
  });
}

function choice(
  input: Readonly<Record<'id' | 'label' | 'value', string>> & Pick<Element, 'choices'>,
): Element {
  return {
    type: 'Input.ChoiceSet',
    style: 'compact',
    isRequired: true,
    errorMessage: texts.missing,
    ...input,
  };
}
