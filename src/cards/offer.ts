import type { Card } from './card.ts';

/** One thing that can be put into a message: how it stands in the list, and the card that is put there. */
export interface Offer {
  /** Plain words, not markup, whoever typed them. */
  readonly title: string;
  readonly line: string;
  readonly card: Card;
}
