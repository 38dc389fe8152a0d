import type { Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import type { Reply } from './reply.ts';

/** How an answer to a press can come back. */
export type PressAnswer = 'replace' | 'dialog' | 'message';

/** Own chat: in the card's place. Shared places: a dialog where there is one, otherwise a message of its own. A sentence stays one. */
export function placeView(turn: Turn, answer: PressAnswer, view: View): Reply {
  if (typeof view === 'string') {
    return { kind: 'note', text: view };
  }
  const { title, card } = view;
  if (answer === 'dialog') {
    return { kind: 'dialog', title, card };
  }
  return turn.surface.shared ? toCardReply(view) : { kind: 'replace', card };
}

/** A message of its own. */
export function toCardReply({ card, onPosted }: Exclude<View, string>): Reply {
  return { kind: 'card', card, ...(onPosted !== undefined && { onPosted }) };
}
