import type { Card } from '../cards/card.ts';
import type { Offer } from '../cards/offer.ts';

export type OnPosted = (activityId: string) => Promise<void>;

/** What comes back. `replace` and `dialog` answer a press; where the client cannot do that, they are sent as a message. */
export type Reply =
  | { readonly kind: 'text'; readonly text: string }
  /** `onPosted`: what is to be done once it stands there, under which id of Teams. */
  | { readonly kind: 'card'; readonly card: Card; readonly onPosted?: OnPosted }
  | { readonly kind: 'replace'; readonly card: Card }
  | { readonly kind: 'dialog'; readonly title: string; readonly card: Card }
  /** A short sentence for the person who pressed; the card stays as it is. */
  | { readonly kind: 'note'; readonly text: string }
  /** What can be put into a message; the answer in a compose box and nowhere else. */
  | { readonly kind: 'offers'; readonly offers: readonly Offer[] };
