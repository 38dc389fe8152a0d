import { helpCard } from '../cards/member-cards.ts';
import { seenBy } from '../domain/permissions.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { answerSubscriptionWords } from './answer-subscription.ts';
import { answerAnnouncementWords } from './answer-announcement.ts';
import { answerFollowedWords, answerKeepWords } from './answer-follow.ts';
import { answerInquiryWords } from './answer-inquiry.ts';
import { answerMeetingWords } from './meetings/answer-meeting-words.ts';
import { answerTopicWords } from './answer-topic-words.ts';
import { answerUserGroupWords } from './answer-user-group.ts';
import { answerRegistrationWords } from './answer-registration.ts';
import { answerReviewWords } from './answer-review.ts';
import { askQuestion, followUp } from './ask.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { toFiguresView } from './figures-view.ts';
import { drawPrivacy, toPersonalView } from './personal-view.ts';
import type { Reply } from './reply.ts';
import { understand } from './understand/intents.ts';

/** Answers a typed message, or an example that was tapped. */
export async function answerMessage(deps: ChatDeps, turn: Turn, message: string): Promise<readonly Reply[]> {
  const { communes } = deps.operator.current();
  const intent = understand(message, { communes, themes: deps.catalogue.themesFor(seenBy(turn.asker)) });
  switch (intent.kind) {
    case 'question': {
      const answer = await askQuestion(deps, turn, intent.question);
      return intent.negated ? [{ kind: 'text', text: memberTexts.negated }, ...answer] : answer;
    }
    case 'narrow':
    case 'also':
    case 'instead':
    case 'widen':
    case 'more':
    case 'back':
      return followUp(deps, turn, intent);
    case 'help':
      return [{ kind: 'card', card: helpCard() }];
    case 'privacy':
      return [{ kind: 'card', card: drawPrivacy(deps) }];
    case 'my-data':
    case 'erase-my-data':
    case 'choose-commune':
      return answerPersonal(deps, turn, intent.kind);
    case 'figures':
      return answerFigures(deps, turn);
    case 'user-groups':
    case 'new-user-group':
    case 'set-up-channel':
      return answerUserGroupWords(deps, turn, intent);
    case 'new-inquiry':
    case 'own-inquiries':
    case 'inquiries':
      return answerInquiryWords(deps, turn, intent);
    case 'propose-topic':
    case 'topics':
    case 'demand':
      return answerTopicWords(deps, turn, intent);
    case 'plan-meeting':
    case 'meetings':
    case 'calendar':
      return answerMeetingWords(deps, turn, intent);
    case 'subscriptions':
    case 'stop':
      return answerSubscriptionWords(deps, turn, intent);
    case 'followed':
      return answerFollowedWords(deps, turn);
    case 'keep-question':
      return answerKeepWords(deps, turn, intent);
    case 'announcements':
    case 'new-announcement':
    case 'announcement-templates':
      return answerAnnouncementWords(deps, turn, intent);
    case 'register-use-case':
    case 'use-case-drafts':
      return answerRegistrationWords(deps, turn, intent);
    case 'reviews':
    case 'own-submissions':
      return answerReviewWords(deps, turn, intent);
    case 'greeting':
    case 'thanks':
    case 'insult':
    case 'nonsense':
    case 'unclear':
    case 'farewell':
    case 'identity':
      return [{ kind: 'text', text: memberTexts[intent.kind] }];
  }
}

async function answerFigures(deps: ChatDeps, turn: Turn): Promise<readonly Reply[]> {
  const view = await toFiguresView(deps, turn);
  return [typeof view === 'string' ? { kind: 'text', text: view } : { kind: 'card', card: view.card }];
}

/** The button that does what the words ask for. */
const personalVerbs = {
  'my-data': 'myData.show',
  'erase-my-data': 'myData.askToErase',
  'choose-commune': 'commune.offer',
} as const;

async function answerPersonal(
  deps: ChatDeps,
  turn: Turn,
  kind: keyof typeof personalVerbs,
): Promise<readonly Reply[]> {
  const view = await toPersonalView(deps, turn, { verb: personalVerbs[kind] });
  return [typeof view === 'string' ? { kind: 'text', text: view } : { kind: 'card', card: view.card }];
}
