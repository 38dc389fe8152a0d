import { may } from '../domain/permissions.ts';
import { suggestTopic } from '../domain/topic-form.ts';
import { actionTexts } from '../texts/action-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { IncomingContent } from './incoming.ts';
import type { View } from './personal-view.ts';
import { openRegistration } from './registration-view.ts';
import type { Reply } from './reply.ts';
import { toProposingView } from './topic-proposing-view.ts';

/** The dialogs that open in any chat, by the ids of the manifest's action commands. Apps stay installed for years: never renamed. */
export const actionCommands = ['registerUseCase', 'captureUseCase', 'proposeTopic', 'captureTopic'] as const;
type ActionCommand = (typeof actionCommands)[number];
type Action = IncomingContent & { kind: 'action' };

/** Answers a command of the compose box, the command box or the menu of a message with a dialog, or with a sentence in its place. */
export async function answerAction(deps: ChatDeps, turn: Turn, action: Action): Promise<readonly Reply[]> {
  const view = await toView(deps, turn, action);
  return [typeof view === 'string' ? { kind: 'note', text: view } : { kind: 'dialog', ...view }];
}

async function toView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  const command = findCommand(action);
  if (command === undefined) {
    deps.logger.warn('action.not-understood');
    return actionTexts.notUnderstood;
  }
  const whyNot = findObstacle(turn);
  if (whyNot !== undefined) {
    return whyNot;
  }
  switch (command) {
    case 'registerUseCase':
      return openRegistration(deps, turn, {});
    case 'captureUseCase':
      return openRegistration(deps, turn, toStart(action));
    case 'proposeTopic':
      return toProposingView(deps, turn, { verb: 'topic.offerForm' });
    case 'captureTopic':
      return toProposingView(deps, turn, { verb: 'topic.offerForm', ...toTopic(action) });
  }
}

/** A client that knows no commands means what is possible there: the Agents Playground, unless it is told one. */
function findCommand({ command, message }: Action): ActionCommand | undefined {
  if (command === undefined) {
    return message === undefined ? 'registerUseCase' : 'captureUseCase';
  }
  return actionCommands.find((known) => known === command);
}

/** A message that is only a picture or a card has no words to start with. */
function toStart({ message }: Action): { readonly startingText?: string } {
  return message === undefined || message.text === '' ? {} : { startingText: message.text };
}

/** The message is the question behind the topic; what it begins with suggests a title. */
function toTopic({ message }: Action): { readonly title?: string; readonly text?: string } {
  const text = message?.text ?? '';
  const { title } = suggestTopic(text);
  return text === '' ? {} : { title, text };
}

/** Whoever Teams tells nothing about would be taken for a guest, and told so. */
function findObstacle({ asker, member }: Turn): string | undefined {
  const permission = may(asker, 'register-use-case');
  if (permission.kind === 'allowed') {
    return undefined;
  }
  if (permission.because === 'guest') {
    return member === undefined ? actionTexts.notMetYet : memberTexts.guest;
  }
  return memberTexts.anonymous;
}
