import type { CardAction } from '../cards/actions.ts';
import { toAdoptionView } from './adoption-view.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';

export type AdoptionAction = Extract<CardAction, { verb: `adoption.${string}` }>;

/** Answers a press about what a commune does in a use case. */
export async function answerAdoptionPress(
  deps: ChatDeps,
  turn: Turn,
  action: AdoptionAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  return [placeView(turn, answer, await toAdoptionView({ deps, turn, action, answer }))];
}
