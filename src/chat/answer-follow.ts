import { findLastQuestion } from '../features/ask/remembered-question.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { toFollowView, toKeptView } from './follow-view.ts';
import type { FollowAction } from './follow-view.ts';
import type { View } from './personal-view.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';
import type { KeepIntent } from './understand/read-keep-request.ts';
import { toUseCaseView } from './use-case-view.ts';

export type { FollowAction };

/** Answers a press on "Benachrichtigen", on the list of what is followed, or on what was told. */
export async function answerFollowPress(
  deps: ChatDeps,
  turn: Turn,
  action: FollowAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  if (action.verb !== 'follow.showNews') {
    return [placeView(turn, answer, await toFollowView(deps, turn, action, answer))];
  }
  const { useCaseId } = action;
  const view = await toUseCaseView(deps, turn, { verb: 'useCase.show', useCaseId }, answer);
  // The message that told of it may tell of more.
  return typeof view === 'string' ? [{ kind: 'note', text: view }] : [{ kind: 'card', card: view.card }];
}

/** Answers "Meine Benachrichtigungen". */
export async function answerFollowedWords(deps: ChatDeps, turn: Turn): Promise<readonly Reply[]> {
  return [toReply(await toFollowView(deps, turn, { verb: 'follow.list', page: 1 }, 'message'))];
}

/** Answers "Sag mir Bescheid, sobald …"; where nothing is named, the question before is meant. */
export async function answerKeepWords(
  deps: ChatDeps,
  turn: Turn,
  { question }: KeepIntent,
): Promise<readonly Reply[]> {
  const before =
    question === undefined ? await findLastQuestion(deps, turn.asker, turn.conversation) : undefined;
  const wanted = question ?? before?.question ?? { sought: '', filters: [] };
  return [toReply(await toKeptView(deps, turn, wanted))];
}

function toReply(view: View): Reply {
  return typeof view === 'string' ? { kind: 'text', text: view } : { kind: 'card', card: view.card };
}
