import type { TurnContext } from 'botbuilder';

import type { Card } from '../cards/card.ts';
import type { Reply } from '../chat/reply.ts';
import { sendStream } from './send-stream.ts';
import type { StreamDeps } from './send-stream.ts';
import { cardActivity, rateableCardActivity, textActivity } from './to-activity.ts';

/** Sends replies in their order. `pressedCardId` is the message whose card was pressed, the only one we may replace. */
export async function sendReplies(
  deps: StreamDeps,
  context: TurnContext,
  replies: readonly Reply[],
  pressedCardId: string | undefined,
): Promise<void> {
  for (const reply of replies) {
    switch (reply.kind) {
      case 'text':
      case 'note':
        await context.sendActivity(textActivity(reply.text));
        break;
      case 'card':
        await sendCard(context, reply);
        break;
      case 'stream':
        await sendStream(deps, context, reply);
        break;
      case 'dialog':
        await context.sendActivity(cardActivity(reply.card));
        break;
      case 'replace':
        await replaceCard(context, reply.card, pressedCardId);
        break;
      case 'offers':
        // Offers are for the person who types, and no message.
        break;
    }
  }
}

/** Where Teams does not say under which id it stands, nothing can be done with it. */
async function sendCard(
  context: TurnContext,
  { card, onPosted, onAnswered }: Reply & { kind: 'card' },
): Promise<void> {
  const activity = onAnswered === undefined ? cardActivity(card) : rateableCardActivity(card);
  const sent = await context.sendActivity(activity);
  if (sent?.id) {
    await onPosted?.(sent.id);
    await onAnswered?.(sent.id, 'plain');
  }
}

/** A deleted or foreign message cannot be changed; then the card comes as a new one, for somebody is waiting for it. */
async function replaceCard(
  context: TurnContext,
  card: Card,
  pressedCardId: string | undefined,
): Promise<void> {
  if (pressedCardId === undefined) {
    await context.sendActivity(cardActivity(card));
    return;
  }
  try {
    await context.updateActivity({ ...cardActivity(card), id: pressedCardId });
  } catch (error) {
    if (statusOf(error) !== 404) {
      throw error;
    }
    await context.sendActivity(cardActivity(card));
  }
}

function statusOf(error: unknown): unknown {
  return error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
}
