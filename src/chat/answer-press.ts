import { CardAction, toChosenCommune } from '../cards/actions.ts';
import { answerCard } from '../cards/answer-card.ts';
import type { Card } from '../cards/card.ts';
import { communeCard, helpCard, privacyCard } from '../cards/member-cards.ts';
import { literalNoteCard, noteCard } from '../cards/note-card.ts';
import { askToEraseCard, personalDataCard, personalDataJsonCard } from '../cards/personal-data-card.ts';
import { useCaseCard } from '../cards/use-case-card.ts';
import { chooseCommune, offerCommunes } from '../features/members/choose-commune.ts';
import { erasePersonalData, showPersonalData } from '../features/members/personal-data.ts';
import { showUseCase } from '../features/use-cases/show-use-case.ts';
import { memberTexts, privacyTexts } from '../texts/member-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { answerMessage } from './answer-message.ts';
import { showQuestion } from './ask.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { Reply } from './reply.ts';

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
  const shown = await toView(deps, turn, action);
  return [typeof shown === 'string' ? { kind: 'note', text: shown } : place(turn, press.answer, shown)];
}

/** A card that opened, or a sentence that says why not. */
type View = { readonly title: string; readonly card: Card } | string;

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

async function toView(deps: ChatDeps, turn: Turn, action: Shown): Promise<View> {
  const { questionRetentionDays } = deps.rules;
  switch (action.verb) {
    case 'question.show': {
      const { sought, filters, page } = action;
      const result = await showQuestion(deps, turn, { question: { sought, filters }, page });
      return { title: memberTexts.answerTitle, card: answerCard(result, turn.surface) };
    }
    case 'useCase.show':
      return showDetails(deps, turn, action);
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
      return turn.surface.shared ? memberTexts.personalOnly : toPersonalView(deps, turn, action);
  }
}

async function showDetails(
  deps: ChatDeps,
  turn: Turn,
  action: Shown & { verb: 'useCase.show' },
): Promise<View> {
  const { useCaseId, question } = action;
  const result = await showUseCase(deps, { asker: turn.asker, useCaseId });
  switch (result.kind) {
    case 'shown': {
      const origin = question && !turn.surface.shared ? { question, page: question.page } : undefined;
      return { title: useCaseTexts.details, card: useCaseCard(result.useCase, result.communes, origin) };
    }
    case 'unknown-use-case':
      return useCaseTexts.unknown;
    case 'denied':
      return useCaseTexts.denied;
  }
}

type Personal = Exclude<Shown, { verb: 'question.show' | 'useCase.show' | 'help.show' | 'privacy.show' }>;

async function toPersonalView(deps: ChatDeps, turn: Turn, action: Personal): Promise<View> {
  switch (action.verb) {
    case 'myData.show':
    case 'myData.showJson': {
      const result = await showPersonalData(deps, turn.asker);
      if (result.kind === 'denied') {
        return memberTexts.anonymous;
      }
      const draw = action.verb === 'myData.show' ? personalDataCard : personalDataJsonCard;
      return { title: privacyTexts.myData, card: draw(result) };
    }
    case 'myData.askToErase':
      return { title: privacyTexts.myData, card: askToEraseCard() };
    case 'myData.erase': {
      const result = await erasePersonalData(deps, turn.asker);
      return result.kind === 'denied'
        ? memberTexts.anonymous
        : { title: privacyTexts.myData, card: noteCard(privacyTexts.erased) };
    }
    case 'commune.offer': {
      const offered = offerCommunes(deps, turn.asker);
      return offered.kind === 'denied'
        ? memberTexts[offered.because]
        : { title: memberTexts.communeQuestion, card: communeCard(offered.choice) };
    }
    case 'commune.choose':
      return chooseOwnCommune(deps, turn, action.commune);
  }
}

async function chooseOwnCommune(deps: ChatDeps, turn: Turn, chosen: string | undefined): Promise<View> {
  const title = memberTexts.communeQuestion;
  const communeId = toChosenCommune(chosen ?? '');
  const result = await chooseCommune(deps, { asker: turn.asker, communeId });
  switch (result.kind) {
    case 'chosen':
      return { title, card: literalNoteCard(memberTexts.communeChosen(result.commune.name)) };
    case 'without-commune':
      return { title, card: noteCard(memberTexts.communeNoneChosen) };
    case 'unknown-commune':
      return {
        title,
        card: communeCard(result.choice, chosen ? memberTexts.communeUnknown : memberTexts.communeMissing),
      };
    case 'denied':
      return memberTexts[result.because];
  }
}
