import { welcomeCard } from '../cards/member-cards.ts';
import { identifyAsker } from '../features/members/identify-asker.ts';
import { welcomeOnce } from '../features/members/welcome-once.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { answerAction } from './answer-action.ts';
import { answerComposeQuery } from './answer-compose-query.ts';
import { answerMessage } from './answer-message.ts';
import { answerPress } from './answer-press.ts';
import { askTyped } from './ask.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { offerFeedbackForm, takeFeedback } from './feedback-view.ts';
import type { Incoming } from './incoming.ts';
import { noteMessage, notePlaceChange } from './note-place.ts';
import type { Reply } from './reply.ts';

/** One thing somebody did, answered. Unknown tenants get one sentence and leave no trace. */
export async function handleTurn(deps: ChatDeps, incoming: Incoming): Promise<readonly Reply[]> {
  const { content, conversation } = incoming;
  if (content.kind === 'compose-query') {
    return answerComposeQuery(deps, incoming.sender, content.query);
  }
  if (incoming.change !== undefined) {
    await notePlaceChange(deps, incoming, incoming.change);
  }
  if (content.kind === 'noticed') {
    return [];
  }
  const identity = await identifyAsker(deps, incoming.sender);
  if (identity.kind === 'foreign-tenant') {
    return content.kind === 'installed' ? [] : [{ kind: 'note', text: memberTexts.foreignTenant }];
  }
  const shared = conversation.kind !== 'personal';
  const surface = { shared, dialogs: deps.dialogs };
  // A dialog is for the person who opened it.
  const inDialog = content.kind === 'action' || (content.kind === 'press' && content.answer === 'dialog');
  const overheard = shared && !inDialog;
  const asker = { ...identity.asker, overheard };
  const { messageId } = incoming;
  const turn: Turn = {
    asker,
    member: identity.member,
    roster: incoming.sender.roster,
    conversation,
    surface,
    ...(messageId !== undefined && { messageId }),
  };
  switch (content.kind) {
    case 'installed':
      return welcome(deps, turn);
    case 'message':
      await noteMessage(deps, incoming);
      return (await askTyped(deps, turn, content.text)) ?? answerMessage(deps, turn, content.text);
    case 'press':
      return answerPress(deps, turn, content);
    case 'feedback-form':
      return offerFeedbackForm(deps, turn, content);
    case 'feedback':
      return takeFeedback(deps, turn, content);
    case 'action':
      return answerAction(deps, { ...turn, surface: { ...surface, inDialog: true } }, content);
  }
}

async function welcome(deps: ChatDeps, { conversation, surface }: Turn): Promise<readonly Reply[]> {
  if (!(await welcomeOnce(deps, conversation.id))) {
    return [];
  }
  const { questionRetentionDays: retentionDays } = deps.rules;
  return [{ kind: 'card', card: welcomeCard({ shared: surface.shared, retentionDays }) }];
}
