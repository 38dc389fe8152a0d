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

/**
 * Channel data that puts thumbs below a message; a press on one asks us for a form (`message/fetchTask`):
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content. `feedbackLoopEnabled`, the older way
 * with Teams' own form, must not stand beside it (https://learn.microsoft.com/dotnet/api/microsoft.teams.apps.schema.feedbackloop).
 */
export const thumbs = { feedbackLoop: { type: 'custom' } } as const;

/** An answer that people may rate. */
export function rateableCardActivity(card: Card): Partial<Activity> {
  return { ...cardActivity(card), channelData: thumbs };
}

/** The summary is what notifications and screen readers say of a message that is only a card. */
export function messageActivity(card: object, summary: string): Partial<Activity> {
  return { type: 'message', summary, attachments: [{ contentType: adaptiveCardType, content: card }] };
}
