import type { Card } from '../cards/card.ts';
import type { Offer } from '../cards/offer.ts';
import type { AnswerPath } from '../domain/answer-feedback.ts';

export type OnPosted = (activityId: string) => Promise<void>;

/** What is to be done once an answer stands there that people may rate, and how it came about; with it come the thumbs below the message. Never throws. */
export type OnAnswered = (activityId: string, path: AnswerPath) => Promise<void>;

/** A sentence of an answer that a model has composed, or the end of it. */
export type StreamPiece =
  | { readonly kind: 'sentence'; readonly text: string; readonly cited: readonly number[] }
  /** The last one. `closing`: what is to be said after it in our own words. */
  | { readonly kind: 'end'; readonly closing?: string };

/** What [1], [2] … in the sentences stand for, in this order. */
export interface Citation {
  readonly title: string;
  readonly abstract: string;
}

/** What comes back. `replace` and `dialog` answer a press; where the client cannot do that, they are sent as a message. */
export type Reply =
  | { readonly kind: 'text'; readonly text: string }
  /** `onPosted`: what is to be done once it stands there, under which id of Teams. */
  | {
      readonly kind: 'card';
      readonly card: Card;
      readonly onPosted?: OnPosted;
      readonly onAnswered?: OnAnswered;
    }
  /**
   * Sentences that appear as they come where somebody is alone with the bot, and together elsewhere; the card stands below them. `waiting`:
   * what is said until the first one comes. Nothing is composed before it is read.
   */
  | {
      readonly kind: 'stream';
      readonly waiting: string;
      readonly pieces: AsyncIterable<StreamPiece>;
      readonly citations: readonly Citation[];
      readonly card: Card;
      readonly onAnswered?: OnAnswered;
    }
  | { readonly kind: 'replace'; readonly card: Card }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Card }
  /** A short sentence for the person who pressed; the card stays as it is. */
  | { readonly kind: 'note'; readonly text: string }
  /** What can be put into a message; the answer in a compose box and nowhere else. */
  | { readonly kind: 'offers'; readonly offers: readonly Offer[] };
