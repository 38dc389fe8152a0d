import { CardAction } from '../cards/actions.ts';
import { answerCard } from '../cards/answer-card.ts';
import { helpCard } from '../cards/member-cards.ts';
import { memberTexts, privacyTexts } from '../texts/member-texts.ts';
import { answerAdoptionPress } from './answer-adoption.ts';
import { answerAnnouncementPress } from './answer-announcement.ts';
import { answerFollowPress } from './answer-follow.ts';
import { answerFreshnessPress } from './answer-freshness.ts';
import { answerInquiryPress } from './answer-inquiry.ts';
import { answerInterestPress } from './answer-interest.ts';
import { answerMessage } from './answer-message.ts';
import { answerMeetingPress } from './meetings/answer-meeting.ts';
import { answerRegistrationPress } from './answer-registration.ts';
import { answerReviewPress } from './answer-review.ts';
import { answerTopicPress } from './answer-topic.ts';
import { answerUpkeepPress } from './answer-upkeep.ts';
import { showQuestion } from './ask.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { toContactView } from './contact-view.ts';
import { toFiguresView } from './figures-view.ts';
import { drawPrivacy, toPersonalView } from './personal-view.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { View } from './personal-view.ts';
import type { Reply } from './reply.ts';
import { toUseCaseView } from './use-case-view.ts';
import { answerSubscriptionPress } from './answer-subscription.ts';
import { answerUserGroupPress } from './answer-user-group.ts';

/** Answers a pressed button. What it carries is checked first; who pressed comes from Teams alone. */
export async function answerPress(
  deps: ChatDeps,
  turn: Turn,
  press: { readonly payload: unknown; readonly answer: PressAnswer },
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
  if (isAbout('announcement', action)) {
    return answerAnnouncementPress(deps, turn, action, press.answer);
  }
  if (isAbout('subscription', action)) {
    return answerSubscriptionPress(deps, turn, action, press.answer);
  }
  if (isAbout('userGroup', action)) {
    return answerUserGroupPress(deps, turn, action, press.answer);
  }
  if (isAbout('registration', action)) {
    return answerRegistrationPress(deps, turn, action, press.answer);
  }
  if (isAbout('adoption', action)) {
    return answerAdoptionPress(deps, turn, action, press.answer);
  }
  if (isAbout('interest', action)) {
    return answerInterestPress(deps, turn, action, press.answer);
  }
  if (isAbout('review', action)) {
    return answerReviewPress(deps, turn, action, press.answer);
  }
  if (isAbout('upkeep', action)) {
    return answerUpkeepPress(deps, turn, action, press.answer);
  }
  if (isAbout('freshness', action)) {
    return answerFreshnessPress(deps, turn, action, press.answer);
  }
  if (isAbout('follow', action) || isAbout('keptQuestion', action)) {
    return answerFollowPress(deps, turn, action, press.answer);
  }
  if (isAbout('inquiry', action)) {
    return answerInquiryPress(deps, turn, action, press.answer);
  }
  if (isAbout('topic', action) || isAbout('demand', action) || isAbout('topicCollection', action)) {
    return answerTopicPress(deps, turn, action, press.answer);
  }
  if (isAbout('meeting', action) || isAbout('cafe', action)) {
    return answerMeetingPress(deps, turn, action, press.answer);
  }
  return [placeView(turn, press.answer, await toView(deps, turn, action, press.answer))];
}

type Topic =
  | 'registration'
  | 'adoption'
  | 'interest'
  | 'review'
  | 'upkeep'
  | 'freshness'
  | 'follow'
  | 'keptQuestion'
  | 'inquiry'
  | 'topic'
  | 'demand'
  | 'topicCollection'
  | 'meeting'
  | 'cafe'
  | 'userGroup'
  | 'announcement'
  | 'subscription';
type About<One extends Topic> = Extract<CardAction, { verb: `${One}.${string}` }>;

function isAbout<One extends Topic>(topic: One, action: CardAction): action is About<One> {
  return action.verb.startsWith(`${topic}.`);
}

type Shown = Exclude<CardAction, About<Topic> | { verb: 'question.ask' }>;

async function toView(deps: ChatDeps, turn: Turn, action: Shown, answer: PressAnswer): Promise<View> {
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
    case 'contact.show':
      return toContactView(deps, turn, action, answer);
    case 'figures.show':
      return toFiguresView(deps, turn);
    case 'help.show':
      return { title: memberTexts.help, card: helpCard() };
    case 'privacy.show':
      return { title: privacyTexts.title, card: drawPrivacy(deps) };
    case 'myData.show':
    case 'myData.showJson':
    case 'myData.askToErase':
    case 'myData.erase':
    case 'commune.offer':
    case 'commune.choose':
      return toPersonalView(deps, turn, action);
  }
}
