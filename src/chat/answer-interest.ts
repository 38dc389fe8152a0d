import type { CardAction } from '../cards/actions.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { toInterestView } from './interest-view.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';

export type InterestAction = Extract<CardAction, { verb: `interest.${string}` }>;

/** Answers a press about doing something together. */
export async function answerInterestPress(
  deps: ChatDeps,
  turn: Turn,
  action: InterestAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  return [placeView(turn, answer, await toInterestView({ deps, turn, action, answer }))];
}
