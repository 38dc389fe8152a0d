import type { Activity } from 'botbuilder';

import type { Card } from '../cards/card.ts';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** Plain, because sentences can quote people: what looks like markdown in a name stays what it looks like. */
export function textActivity(text: string): Partial<Activity> {
  return { type: 'message', textFormat: 'plain', text };
}

export function cardActivity(card: Card): Partial<Activity> {
  return messageActivity(card, card.fallbackText);
}

/** The summary is what notifications and screen readers say of a message that is only a card. */
export function messageActivity(card: object, summary: string): Partial<Activity> {
  return { type: 'message', summary, attachments: [{ contentType: adaptiveCardType, content: card }] };
}
