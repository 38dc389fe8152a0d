import { CardAction } from '../cards/actions.ts';
import { answerCard } from '../cards/answer-card.ts';
import { helpCard, privacyCard } from '../cards/member-cards.ts';
import { memberTexts, privacyTexts } from '../texts/member-texts.ts';
import { answerMessage } from './answer-message.ts';
import { showQuestion } from './ask.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { toPersonalView } from './personal-view.ts';
import type { View } from './personal-view.ts';
import type { Reply } from './reply.ts';
import { toUseCaseView } from './use-case-view.ts';

/** Answers a pressed button. What it carries is checked first; who pressed comes from Teams alone. */
export async function answerPress(
  deps: ChatDeps,
  turn: Turn,
  press: { readonly payload: unknown; readonly answer: 'replace' | 'dialog' | 'message' },
): Promise<readonly Reply[]> {
  const parsed = CardAction.safeParse(press.payload);
  if (!parsed.success) {
    deps.logger.warn('card.outdated');
    return [{ kind: 'note', text: memberTexts.outdatedCard }];
  }
  const action = parsed.data;
  if (action.verb === 'question.ask') {
    return answerMessage(deps, turn, action.text);
  }
  const shown = await toView(deps, turn, action, press.answer);
  return [typeof shown === 'string' ? { kind: 'note', text: shown } : place(turn, press.answer, shown)];
}

/** Own chat: in the card's place. Shared places: a dialog where there is one, otherwise a message of its own. */
function place(
  turn: Turn,
  answer: 'replace' | 'dialog' | 'message',
  { title, card }: Exclude<View, string>,
): Reply {
  if (answer === 'dialog') {
    return { kind: 'dialog', title, card };
  }
  return turn.surface.shared ? { kind: 'card', card } : { kind: 'replace', card };
}

type Shown = Exclude<CardAction, { verb: 'question.ask' }>;

async function toView(
  deps: ChatDeps,
  turn: Turn,
  action: Shown,
  answer: 'replace' | 'dialog' | 'message',
): Promise<View> {
  const { questionRetentionDays } = deps.rules;
  switch (action.verb) {
    case 'question.show': {
      const { sought, filters, page } = action;
      const result = await showQuestion(deps, turn, { question: { sought, filters }, page });
      return { title: memberTexts.answerTitle, card: answerCard(result, turn.surface) };
    }
    case 'useCase.show':
    case 'useCase.showRelated':
    case 'useCase.listRelated':
      return toUseCaseView(deps, turn, action, answer);
    case 'help.show':
      return { title: memberTexts.help, card: helpCard() };
    case 'privacy.show':
      return { title: privacyTexts.title, card: privacyCard(questionRetentionDays, deps.privacyUrl) };
    case 'myData.show':
    case 'myData.showJson':
    case 'myData.askToErase':
    case 'myData.erase':
    case 'commune.offer':
    case 'commune.choose':
      return toPersonalView(deps, turn, action);
  }
}
