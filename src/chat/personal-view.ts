import type { CardAction } from '../cards/actions.ts';
import { toChosenCommune } from '../cards/actions.ts';
import type { Card } from '../cards/card.ts';
import { communeCard, privacyCard } from '../cards/member-cards.ts';
import { literalNoteCard, noteCard } from '../cards/note-card.ts';
import { askToEraseCard, personalDataCard, personalDataJsonCard } from '../cards/personal-data-card.ts';
import { usedModels } from '../features/ask/used-models.ts';
import { chooseCommune, offerCommunes } from '../features/members/choose-commune.ts';
import { erasePersonalData, showPersonalData } from '../features/members/personal-data.ts';
import { memberTexts, privacyTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { OnPosted } from './reply.ts';

/** A card that opened, or a sentence that says why not. */
export type View =
  | {
      readonly title: string;
      readonly card: Card;
      /** Where it becomes a message of its own. */
      readonly onPosted?: OnPosted;
    }
  | string;

export type PersonalAction = Extract<CardAction, { verb: `myData.${string}` | `commune.${string}` }>;

/** What concerns one person, typed or pressed: shown in the 1:1 chat alone. */
export async function toPersonalView(deps: ChatDeps, turn: Turn, action: PersonalAction): Promise<View> {
  if (turn.surface.shared) {
    return memberTexts.personalOnly;
  }
  switch (action.verb) {
    case 'myData.show':
    case 'myData.showJson': {
      const result = await showPersonalData(deps, turn.asker);
      if (result.kind === 'denied') {
        return memberTexts.anonymous;
      }
      const drawn =
        action.verb === 'myData.show' ? personalDataCard(result) : personalDataJsonCard(result, action.page);
      return { title: privacyTexts.myData, card: drawn };
    }
    case 'myData.askToErase':
      return turn.asker.memberId === undefined
        ? memberTexts.anonymous
        : { title: privacyTexts.myData, card: askToEraseCard() };
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

/** What is kept about people, and who reads what they ask. */
export function drawPrivacy(deps: ChatDeps): Card {
  return privacyCard(deps.rules.questionRetentionDays, usedModels(deps), deps.privacyUrl);
}
