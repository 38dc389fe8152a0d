import type { CardAction } from '../cards/actions.ts';
import { openInquiryFormCard } from '../cards/inquiry-form-card.ts';
import { offerInquiryForm } from '../features/inquiries/offer-inquiry.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { toAnsweringView } from './inquiry-answering-view.ts';
import { toAskingView, whyNot } from './inquiry-asking-view.ts';
import { toInquiryView } from './inquiry-view.ts';
import type { View } from './personal-view.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';
import type { InquiryIntent } from './understand/read-inquiry-command.ts';

export type InquiryAction = Extract<CardAction, { verb: `inquiry.${string}` }>;

/** Answers a press on a card about inquiries. */
export async function answerInquiryPress(
  deps: ChatDeps,
  turn: Turn,
  action: InquiryAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  const surface = { ...turn.surface, inDialog: answer === 'dialog' };
  return [placeView(turn, answer, await toView(deps, { ...turn, surface }, action))];
}

async function toView(deps: ChatDeps, turn: Turn, action: InquiryAction): Promise<View> {
  switch (action.verb) {
    case 'inquiry.offer':
    case 'inquiry.preview':
    case 'inquiry.offerChange':
    case 'inquiry.send':
    case 'inquiry.discard':
      return toAskingView(deps, turn, action);
    case 'inquiry.offerAnswer':
    case 'inquiry.answer':
    case 'inquiry.takeBack':
    case 'inquiry.register':
      return toAnsweringView(deps, turn, action);
    case 'inquiry.show':
    case 'inquiry.list':
    case 'inquiry.listOwn':
    case 'inquiry.close':
    case 'inquiry.offerRoute':
    case 'inquiry.route':
      return toInquiryView(deps, turn, action);
  }
}

/** Answers what was typed about inquiries. In shared places the form is behind a button. */
export async function answerInquiryWords(
  deps: ChatDeps,
  turn: Turn,
  intent: InquiryIntent,
): Promise<readonly Reply[]> {
  switch (intent.kind) {
    case 'new-inquiry': {
      const { asked } = intent;
      if (turn.surface.shared) {
        const offered = await offerInquiryForm(deps, { asker: turn.asker });
        return offered.kind === 'offered'
          ? [{ kind: 'card', card: openInquiryFormCard(asked, turn.surface) }]
          : [{ kind: 'text', text: whyNot(offered) }];
      }
      return say(deps, turn, { verb: 'inquiry.offer', ...(asked !== undefined && { asked }) });
    }
    case 'own-inquiries':
      return say(deps, turn, { verb: 'inquiry.listOwn', page: 1 });
    case 'inquiries':
      return say(deps, turn, { verb: 'inquiry.list', page: 1 });
  }
}

async function say(deps: ChatDeps, turn: Turn, action: InquiryAction): Promise<readonly Reply[]> {
  const view = await toView(deps, turn, action);
  return [typeof view === 'string' ? { kind: 'text', text: view } : { kind: 'card', card: view.card }];
}
