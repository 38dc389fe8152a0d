import { card, heading, literal } from './card.ts';
import type { Card } from './card.ts';

/** One sentence of ours as a card, for what replaces a card that was pressed. */
export function noteCard(sentence: string): Card {
  return card({ fallbackText: sentence, body: [heading(sentence)] });
}

/** The same where the sentence holds words that people typed. */
export function literalNoteCard(sentence: string): Card {
  return card({ fallbackText: sentence, body: [literal([{ text: sentence, weight: 'Bolder' }])] });
}
